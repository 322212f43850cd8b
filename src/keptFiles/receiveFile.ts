import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { DocumentKind, Rendering } from '../platform/documents/documents.ts';
import type { Inspector } from '../platform/documents/inspector.ts';
import { type FileStore, type StoredBytes, StoreFault } from '../platform/files.ts';
import type { UploadedFile } from '../platform/http/upload.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import { LARGEST_SENT, type ReceivedFile, type Sent } from './keptFile.ts';
import type { FileRefusal } from './refusals.ts';
import { renderFile } from './renderFile.ts';

export type ReceiveDeps = {
  readonly files: Pick<FileStore, 'put' | 'write' | 'remove'>;
  readonly inspector: Pick<Inspector, 'inspect'>;
};

/** `folder`: what its key begins with; `owner`: whose turn it is to have a file read. */
export type Received = { readonly folder: string; readonly owner: string; readonly file: UploadedFile | null };

/**
 * Takes a person's file: streamed in while it is measured and hashed, read whole, and our rendering of it kept under the folder.
 * Whatever is refused leaves nothing behind; what is taken and then not written on record, `keptOnlyIf` forgets.
 */
export async function receiveFile(
  deps: ReceiveDeps,
  { folder, owner, file }: Received,
): Promise<Result<ReceivedFile, FileRefusal>> {
  if (file === null || file.name === '') {
    file?.content.resume();
    return refuse({ code: 'no-file' });
  }
  const fileKey = `${folder}/${randomUUID()}`;
  const look: { result: Result<Looked, FileRefusal> } = { result: refuse({ code: 'upload-cut' }) };
  try {
    // What was sent is only looked at: what is kept is made from it.
    await deps.files.put(fileKey, file.content, async (bytes) => {
      look.result =
        file.isTruncated() || bytes.size > LARGEST_SENT
          ? refuse({ code: 'too-large' })
          : await lookAt(deps, owner, bytes);
      return false;
    });
    return look.result.ok ? ok(await keep(deps, fileKey, file.name, look.result.value)) : look.result;
  } catch (error) {
    return refusalOf(error, file);
  }
}

/** What a store or a line that broke makes of a file; what is neither is thrown again. */
export function refusalOf(error: unknown, file: UploadedFile | null = null): Result<never, FileRefusal> {
  if (error instanceof StoreFault) return refuse({ code: 'store-unwritable' });
  if (file !== null && !file.content.readableEnded) return refuse({ code: 'upload-cut' });
  throw error;
}

/** Our rendering, written under its key. `name`: as it was sent, or made. */
export async function keep(
  deps: Pick<ReceiveDeps, 'files'>,
  fileKey: string,
  name: string,
  { rendering, sent }: Looked,
): Promise<ReceivedFile> {
  const content = Buffer.from(rendering.content);
  await deps.files.write(fileKey, content);
  return {
    fileKey,
    type: rendering.kind,
    name: shownName(name, rendering.kind),
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    pages: rendering.pages,
    sent,
    hints: rendering.hints ?? null,
  };
}

type Looked = { readonly rendering: Rendering; readonly sent: Sent };

async function lookAt(deps: ReceiveDeps, owner: string, bytes: StoredBytes): Promise<Result<Looked, FileRefusal>> {
  const rendered = await renderFile(deps, owner, bytes.read);
  if (!rendered.ok) return rendered;
  const sent = { sha256: bytes.sha256, size: bytes.size, type: rendered.value.sent };
  return ok({ rendering: rendered.value, sent });
}

const ENDINGS: Readonly<Record<DocumentKind, { readonly fits: RegExp; readonly usual: string }>> = {
  'application/pdf': { fits: /\.pdf$/i, usual: '.pdf' },
  'image/jpeg': { fits: /\.(jpe?g|jfif)$/i, usual: '.jpg' },
};
/** What it was before it became one of those. */
const WAS = /\.(png|webp|heic|heif|hif)$/i;
const LONGEST_STEM = 110;

/** The name on the sender's machine, without its folders, for people to recognise; it ends as what the file is, to open once saved. */
function shownName(name: string, kind: DocumentKind): string {
  const base = (name.split(/[\\/]/).at(-1) ?? name).normalize('NFC').replace(/[\p{Cc}\p{Cf}]/gu, '');
  const { fits, usual } = ENDINGS[kind];
  const ending = fits.exec(base)?.[0] ?? usual;
  const stem = [...base.replace(fits, '').replace(WAS, '')].slice(0, LONGEST_STEM).join('');
  return (stem || 'fichier') + ending;
}

/** `D-7K3M-9QX2`: 40 random bits without look-alikes, to quote on the telephone. */
export function newReceipt(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ34';
  const letters = [...randomBytes(8)].map((byte) => alphabet[byte % 32]).join('');
  return `D-${letters.slice(0, 4)}-${letters.slice(4)}`;
}
