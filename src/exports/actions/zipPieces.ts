import { type CannotOpen, openFile, whyNotOpened } from '../../keptFiles/index.ts';
import type { DocumentDeskDeps } from '../../papers/index.ts';
import { listFiles, listPieces, type ShownFile } from '../../pieces/index.ts';
import { MissingFile } from '../../platform/files.ts';
import type { ZipEntry } from '../../platform/zip.ts';
import type { FileAtDesk } from '../../scope/index.ts';
import { exportTexts } from '../texts.ts';

/** A file that counts, under a name that no other one has and every machine takes. `shut`: why an officer can't open it now. */
export type ZippedFile = { readonly name: string; readonly file: ShownFile; readonly shut: CannotOpen | null };

/** The files of a candidate, in the order of the pieces; never those of health. */
export async function filesToZip(
  deps: DocumentDeskDeps,
  { enrolment, scope }: FileAtDesk,
): Promise<readonly ZippedFile[]> {
  const pieces = (await listPieces(deps.db, enrolment.id)).filter(({ confidential }) => !confidential);
  const found: ZippedFile[] = [];
  for (const piece of pieces) {
    const files = (await listFiles(deps.db, scope.academy, piece.id)).filter(({ state }) => state === 'stored');
    for (const [index, file] of files.entries()) {
      const name = `${piece.code}-${index + 1}.${file.type === 'application/pdf' ? 'pdf' : 'jpg'}`;
      found.push({ name, file, shut: whyNotOpened(file.kept, { is: 'staff', scans: deps.scans }) });
    }
  }
  return found;
}

/** The nightly check tells of it. */
function lost(error: unknown): null {
  if (error instanceof MissingFile) return null;
  throw error;
}

/** One file after the other, opened when its turn comes; those that can't be shown are named at the end, with why. */
export async function* zipEntries(
  deps: DocumentDeskDeps,
  { staff }: FileAtDesk,
  files: readonly ZippedFile[],
): AsyncGenerator<ZipEntry> {
  const { zip } = exportTexts;
  const missing: string[] = [];
  for (const { name, file, shut } of files) {
    const opened = shut === null ? await openFile(deps, staff.accountId, file).catch(lost) : null;
    if (opened === null || !opened.ok) {
      missing.push(zip.line(name, file.receipt, zip.why[shut?.code ?? 'lost']));
      continue;
    }
    const { content } = opened.value;
    yield { name, packed: true, content: content instanceof Uint8Array ? [content] : content };
  }
  if (missing.length === 0) return;
  const text = [zip.missingText, '', ...missing, ''].join('\r\n');
  yield { name: zip.missing, packed: false, content: [Buffer.from(text)] };
}
