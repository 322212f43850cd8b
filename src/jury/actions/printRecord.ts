import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { publishSeal } from '../../papers/index.ts';
import type { JuryActDeps, PrintDeps } from '../deps.ts';
import { recordTexts as say } from '../recordTexts.ts';
import { findSheetById, type JurySheet, keepFile, type PrintedFile } from '../store/sheets.ts';

const TEMPLATE = path.join(import.meta.dirname, '..', 'templates', 'record.typ');

/** The file of a record: the one kept, or else made now, sealed where something seals here, and kept. */
async function printRecord(deps: PrintDeps, sheet: JurySheet): Promise<string> {
  if (sheet.pdfKey !== null) return sheet.pdfKey;
  const plain = await deps.pdf.render({ template: TEMPLATE, data: sheet.content });
  const { bytes, seal } = await sealed(deps, plain);
  const key = `records/${sheet.academy}/${sheet.session}/${sheet.juryId}/${randomUUID()}.pdf`;
  await deps.files.write(key, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const kept = await keepFile(deps.db, sheet.id, { key, sha256, size: bytes.length, seal });
  if (kept !== key) await deps.files.remove(key);
  return kept;
}

/** A closing never waits for a seal that can't be made: the page says that there is none. */
async function sealed(
  { db, seal }: PrintDeps,
  plain: Buffer,
): Promise<{ readonly bytes: Buffer; readonly seal: PrintedFile['seal'] }> {
  const made = seal === null ? null : await seal.seal(plain, say.seal);
  if (seal === null || made === null) return { bytes: plain, seal: null };
  await publishSeal(db, seal.certificate);
  return { bytes: made.pdf, seal: { level: made.level, certificateId: seal.certificate.id } };
}

export async function readRecord(deps: PrintDeps, sheet: JurySheet): Promise<Buffer> {
  return deps.files.read(await printRecord(deps, sheet));
}

/** Prints by a job, so that no closing waits; harmless twice. */
export function handleJuryJobs(deps: PrintDeps & Pick<JuryActDeps, 'jobs'>): void {
  deps.jobs.handle('jury.print', async ({ sheetId }) => {
    const sheet = await findSheetById(deps.db, sheetId);
    if (sheet !== null) await printRecord(deps, sheet);
  });
}
