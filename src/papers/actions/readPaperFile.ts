import { zipSync } from 'fflate';
import type { Act } from '../../platform/journal.ts';
import type { PapersDeps, PrintDeps } from '../deps.ts';
import { pageTexts } from '../pages/texts.ts';
import type { PaperLine } from '../paper.ts';
import { publishedName } from '../rules/publishedName.ts';
import { findPublished, listPublished } from '../store/published.ts';
import { academyOf, findPaper, listPapers, type PaperReader, readPaperId } from '../store.ts';
import { PAPERS } from '../texts.ts';
import { openPaper } from './openPaper.ts';
import { openPublished, opens } from './openPublished.ts';
import { readPdf } from './printPaper.ts';

export type PaperFile = { readonly name: string; readonly content: Buffer };

/** `confirmation-BP24-00127-K-v2.pdf`: plain letters, and never two the same in one enrolment. */
export function fileNameOf({ kind, version, reference }: Pick<PaperLine, 'kind' | 'version' | 'reference'>): string {
  return `${PAPERS[kind].file}-${numberIn(reference)}-v${version}.pdf`;
}

/** The reference without its kind and version. */
function numberIn(reference: string): string {
  return reference.replace(/-[A-Z]\d+$/, '');
}

/** For the office, or the service that decided, which read a paper as the candidate has it; that is no reading by the candidate. Null: none of theirs. */
export async function readPaperFile(
  deps: PrintDeps,
  reader: PaperReader,
  enrolmentId: string,
  paperId: string,
): Promise<PaperFile | null> {
  const id = readPaperId(paperId);
  const paper = id === null ? null : await findPaper(deps.db, reader, enrolmentId, id);
  if (paper !== null) return { name: fileNameOf(paper), content: await readPdf(deps, paper) };
  if (reader === null || (typeof reader !== 'string' && 'serviceOf' in reader)) return null;
  const published = await findPublished(deps.db, enrolmentId, paperId);
  if (published === null || published.academy !== academyOf(reader) || !opens(published)) return null;
  return { name: publishedName(published.title, null), content: await deps.files.read(published.fileKey) };
}

/** Each *Enregistrer* issues two papers: beyond so many the older ones are opened one by one. */
const MOST_GATHERED = 100;

/** The newest papers of an enrolment in one ZIP, the candidate's own: each has then reached them. */
export async function gatherPapers(deps: PapersDeps, act: Act, enrolmentId: string): Promise<Buffer> {
  const papers = (await listPapers(deps.db, null, enrolmentId)).slice(0, MOST_GATHERED);
  const files: Record<string, Uint8Array> = {};
  const sealed: string[] = [];
  for (const { id } of papers) {
    const paper = await findPaper(deps.db, null, enrolmentId, id);
    if (paper === null) continue;
    files[fileNameOf(paper)] = await readPdf(deps, paper);
    // Sealed as it was printed, which may have been now.
    const { pdf } = (await findPaper(deps.db, null, enrolmentId, id)) ?? paper;
    if (pdf?.seal) sealed.push(`${fileNameOf(paper)}\u00a0: ${pageTexts.list.sealed[pdf.seal.level]}`);
  }
  if (sealed.length > 0)
    files[pageTexts.list.zipSealed] = Buffer.from([pageTexts.list.zipSealedText, '', ...sealed, ''].join('\r\n'));
  const published = (await listPublished(deps.db, enrolmentId)).filter(opens).slice(0, MOST_GATHERED);
  for (const [index, one] of published.entries())
    files[publishedName(one.title, published.length - index)] = await deps.files.read(one.fileKey);
  for (const paper of papers) await openPaper(deps, act, paper);
  for (const one of published) await openPublished(deps, act, one);
  // PDFs are pressed already.
  return Buffer.from(zipSync(files, { level: 0, mtime: '2000-01-01T00:00:00Z' }));
}
