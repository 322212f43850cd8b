import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { DocumentKind, Rendering } from '../platform/documents/documents.ts';
import type { Inspector } from '../platform/documents/inspector.ts';
import { sniff } from '../platform/documents/sniff.ts';
import { type FileStore, StoreFault } from '../platform/files.ts';
import type { UploadedFile } from '../platform/http/upload.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import { LARGEST_SENT, type ReceivedFile, type SentFile } from './keptFile.ts';
import { type ArrivedBytes, newAside, putAside, type Quarantined } from './quarantine.ts';
import type { FileRefusal } from './refusals.ts';
import { renderFile } from './renderFile.ts';

export type ReceiveDeps = {
  readonly files: Pick<FileStore, 'put' | 'write' | 'remove'>;
  readonly inspector: Pick<Inspector, 'inspect' | 'isFree'>;
};

/**
 * `folder`: what its key begins with; `owner`: whose turn it is to have a file read; `mayWait`: its room can hold it unread, while others are
 * read. `endsSoon`: nobody could give another in time, were it refused: it is received, and refused as what was read later is.
 */
export type Received = {
  readonly folder: string;
  readonly owner: string;
  readonly file: UploadedFile | null;
  readonly mayWait?: boolean;
  readonly endsSoon?: () => Promise<boolean>;
};

/**
 * Takes a person's file: streamed in while it is measured and hashed, then read whole, and our rendering of it kept under the folder. Where
 * others are being read and it may wait, it is received all the same: it stands in the quarantine, to be read when its turn comes.
 * Whatever is refused leaves nothing behind; what is taken and then not written on record, `keptOnlyIf` forgets.
 */
export async function receiveFile(
  deps: ReceiveDeps,
  { folder, owner, file, mayWait = false, endsSoon = async () => false }: Received,
): Promise<Result<ReceivedFile, FileRefusal>> {
  if (file === null || file.name === '') {
    file?.content.resume();
    return refuse({ code: 'no-file' });
  }
  const aside = newAside();
  const found: { result: Result<ReceivedFile | ReadUpload, FileRefusal> } = { result: refuse({ code: 'file-busy' }) };
  try {
    await putAside(deps.files, aside, file.content, async (bytes) => {
      if (file.isTruncated() || bytes.size > LARGEST_SENT) {
        found.result = refuse({ code: 'too-large' });
        return false;
      }
      // What was sent is only looked at: what is kept is made from it.
      if (!mayWait || deps.inspector.isFree()) found.result = await lookAt(deps, owner, bytes);
      if (!mayWait || found.result.ok) return false;
      if (found.result.error.code !== 'file-busy' && !(await endsSoon())) return false;
      found.result = received(bytes, file.name, { folder, owner, aside });
      return found.result.ok;
    });
    const { result } = found;
    if (!result.ok) return result;
    const one = result.value;
    return ok('rendering' in one ? await keepReadUpload(deps, `${folder}/${randomUUID()}`, file.name, one) : one);
  } catch (error) {
    return refusalOf(error, file);
  }
}

/** Its first bytes say which sort of file it seems to be: what is none that may be sent is refused at once. */
function received(
  { size, sha256, first }: ArrivedBytes,
  name: string,
  { folder, owner, aside }: { readonly folder: string; readonly owner: string; readonly aside: Quarantined },
): Result<ReceivedFile, FileRefusal> {
  const seems = sniff(first);
  if ('fault' in seems) return refuse({ code: `file-${seems.fault}` });
  const type = seems.kind === 'application/pdf' ? seems.kind : 'image/jpeg';
  const shown = shownName(name, type);
  return ok({
    fileKey: aside.key,
    type,
    name: shown,
    size,
    sha256,
    pages: null,
    sent: { sha256, size, type: seems.kind },
    hints: null,
    unread: { folder, owner, parts: [{ ...aside, turns: 0, name: shown }] },
  });
}

/** What a store or a line that broke makes of a file; what is neither is thrown again. */
export function refusalOf(error: unknown, file: UploadedFile | null = null): Result<never, FileRefusal> {
  if (error instanceof StoreFault) return refuse({ code: 'store-unwritable' });
  if (file !== null && !file.content.readableEnded) return refuse({ code: 'upload-cut' });
  throw error;
}

/** Of a file that was read, our rendering, written under its key. `name`: as it was sent, or made. */
export async function keepReadUpload(
  deps: Pick<ReceiveDeps, 'files'>,
  fileKey: string,
  name: string,
  { rendering, sent }: ReadUpload,
): Promise<ReceivedFile & RenderedFile> {
  return { ...(await keepRendering(deps, fileKey, name, rendering)), sent, unread: null };
}

/** What becomes of a file once it is read. */
export type RenderedFile = Omit<ReceivedFile, 'sent' | 'unread' | 'pages'> & { readonly pages: number };

export async function keepRendering(
  deps: Pick<ReceiveDeps, 'files'>,
  fileKey: string,
  name: string,
  rendering: Rendering,
): Promise<RenderedFile> {
  const content = Buffer.from(rendering.content);
  await deps.files.write(fileKey, content);
  return {
    fileKey,
    type: rendering.kind,
    name: shownName(name, rendering.kind),
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    pages: rendering.pages,
    hints: rendering.hints ?? null,
  };
}

/** A file that was read. */
export type ReadUpload = { readonly rendering: Rendering; readonly sent: SentFile };

async function lookAt(deps: ReceiveDeps, owner: string, bytes: ArrivedBytes): Promise<Result<ReadUpload, FileRefusal>> {
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
