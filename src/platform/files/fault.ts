/**
 * The store of files doesn't do its work: full, read-only, broken, out of reach, its keys refused. Never the fault of who
 * sends a file. What makes it one is where it happened, in the store's own calls, not a list of codes.
 */
export class StoreFault extends Error {
  /** Would it still be so after a night? A door that is shut is; a full disk and a line that is down may pass. */
  readonly lasting: boolean;
  constructor(message: string, cause: unknown, lasting = isLasting(cause)) {
    super(message, { cause });
    this.lasting = lasting;
  }
}

/** No file stands under this key. */
export class MissingFile extends Error {}

const MEANING: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EFBIG: 'the file is larger than the system allows',
  EROFS: 'the disk is read-only',
  EIO: 'the disk is broken',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'something that is no folder stands in the way',
};

/** One line for whoever runs the server. */
export function folderFault(folder: string, cause: unknown): StoreFault {
  const code = codeOf(cause);
  const meaning = MEANING[code] ?? (cause instanceof Error ? cause.message : String(cause));
  return new StoreFault(`the folder ${folder} can't be used: ${meaning}${code === '' ? '' : ` (${code})`}`, cause);
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isLasting(cause: unknown): boolean {
  return ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(codeOf(cause));
}
