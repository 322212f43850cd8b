import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { parisDay } from '../../platform/time.ts';
import { addresses } from '../addresses.ts';
import type { PrintDeps } from '../deps.ts';
import type { Paper, PdfSeal, StoredPdf } from '../paper.ts';
import { publishSeal } from '../store/seals.ts';
import { publishKey } from '../store/verification.ts';
import { findPaperToPrint, keepPdf } from '../store.ts';
import { PAPERS, texts } from '../texts.ts';
import { signingKey } from '../verification/keys.ts';
import { nameMark, writeSquare } from '../verification/square.ts';

const TEMPLATE = path.join(import.meta.dirname, '..', 'templates', 'paper.typ');

/**
 * The file of a paper: the one kept, or else made now and kept. It is written before its row says so, under a key of its own:
 * a crash in between leaves a file that nobody names, and two printers never write over each other.
 */
export async function printPaper(deps: PrintDeps, paper: Paper): Promise<StoredPdf> {
  if (paper.pdf !== null) return paper.pdf;
  const squares = await squaresOf(deps, paper);
  const figures = paper.content.parts.flat().flatMap((block) => (block.type === 'square' ? [block.signs] : []));
  const plain = await deps.pdf.render({ template: TEMPLATE, data: paper.content, squares, figures });
  const { bytes, seal } = await sealed(deps, paper, plain);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const key = `papers/${paper.academy}/${paper.session}/${paper.id}/${randomUUID()}.pdf`;
  await deps.files.write(key, bytes);
  const kept = await keepPdf(deps.db, paper.id, { key, sha256, size: bytes.length, seal });
  if (kept.key !== key) await deps.files.remove(key);
  return kept;
}

/** As it is where its kind isn't sealed, or nothing seals here: a decision never waits for that. */
async function sealed(
  { db, seal }: PrintDeps,
  { kind }: Paper,
  bytes: Buffer,
): Promise<{ readonly bytes: Buffer; readonly seal: PdfSeal | null }> {
  const made = seal !== null && PAPERS[kind].sealed ? await seal.seal(bytes, texts.paper.seal) : null;
  if (seal === null || made === null) return { bytes, seal: null };
  // Known before the first paper that it vouches for.
  await publishSeal(db, seal.certificate);
  return { bytes: made.pdf, seal: { level: made.level, certificateId: seal.certificate.id } };
}

/** The square code of each page, where their number is settled, or one for all; none where the paper has no code. */
async function squaresOf(deps: PrintDeps, { code, content, issuedAt, reference }: Paper): Promise<readonly string[]> {
  if (code === null) return [];
  const day = parisDay(issuedAt);
  const key = signingKey(deps.secret, day.year);
  await publishKey(deps.db, key);
  const pages = content.pages === null ? [0] : Array.from({ length: content.pages }, (_, index) => index + 1);
  const said = { day, code, reference, nameMark: nameMark(content.candidate ?? '') };
  return pages.map((page) => addresses.square(deps.publicUrl, writeSquare({ ...said, page }, key)));
}

/** The job's part: harmless a second time. */
export async function printPaperOf(deps: PrintDeps, paperId: string): Promise<void> {
  const paper = await findPaperToPrint(deps.db, paperId);
  if (paper !== null) await printPaper(deps, paper);
}

export async function readPdf(deps: PrintDeps, paper: Paper): Promise<Buffer> {
  return deps.files.read((await printPaper(deps, paper)).key);
}
