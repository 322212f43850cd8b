import type { FileStore } from '../platform/files.ts';
import { type Result, refuse } from '../platform/result.ts';
import type { ReceivedFile } from './keptFile.ts';
import { type ReceiveDeps, type Received, receiveFile } from './receiveFile.ts';
import type { FileRefusal } from './refusals.ts';

/** Bytes are written before their row: `write` says by its key which copy is on record. */
type OnRecord = { readonly fileKey: string };

/** Of whoever takes the file, or of the file itself. */
export type KeepingRefusal<Refusal> = { readonly own: Refusal } | { readonly file: FileRefusal };

/** Receives a file and has its room put it on record. What is refused leaves nothing behind. */
export async function keepFile<Kept extends OnRecord, Refusal>(
  deps: ReceiveDeps,
  order: Received,
  write: (file: ReceivedFile) => Promise<Result<Kept, Refusal>>,
): Promise<Result<Kept, KeepingRefusal<Refusal>>> {
  const received = await receiveFile(deps, order);
  if (!received.ok) return refuse({ file: received.error });
  const file = received.value;
  const kept = await keptOnlyIf(
    deps,
    [file.fileKey],
    () => write(file),
    ({ fileKey }) => fileKey === file.fileKey,
  );
  return kept.ok ? kept : refuse({ own: kept.error });
}

/**
 * Forgets these bytes where `write` refuses or fails, or `isOurs` says that another copy is on record: the twin of a double click. Where
 * they can't be removed now, the nightly sweep does.
 */
export async function keptOnlyIf<Kept, Refusal>(
  { files }: { readonly files: Pick<FileStore, 'remove'> },
  keys: readonly string[],
  write: () => Promise<Result<Kept, Refusal>>,
  isOurs: (kept: Kept) => boolean = () => true,
): Promise<Result<Kept, Refusal>> {
  let written: Result<Kept, Refusal> | null = null;
  try {
    written = await write();
    return written;
  } finally {
    if (written === null || !written.ok || !isOurs(written.value)) await forgetFiles(files, keys);
  }
}

/** Where one can't be removed now, the nightly sweep does. */
export async function forgetFiles(files: Pick<FileStore, 'remove'>, keys: readonly string[]): Promise<void> {
  for (const key of keys) await files.remove(key).catch(() => undefined);
}
