import { zipSync } from 'fflate';
import {
  academyOf,
  fileNameOf,
  findPaper,
  listPapers,
  openPaper,
  type PaperReader,
  type PapersDeps,
  type PrintDeps,
  pageTexts,
  readPaperId,
  readPdf,
} from '../../papers/index.ts';
import type { Act } from '../../platform/journal.ts';
import { documentName } from '../rules/documentName.ts';
import { findGiven, listGiven } from '../store/given.ts';
import { mayOpen, openDocument } from './openDocument.ts';

export type PaperFile = { readonly name: string; readonly content: Buffer };

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
  const given = await findGiven(deps.db, enrolmentId, paperId);
  if (given === null || given.academy !== academyOf(reader) || !mayOpen(given)) return null;
  return { name: documentName(given.title, null), content: await deps.files.read(given.fileKey) };
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
    if (pdf?.seal) sealed.push(`${fileNameOf(paper)}\u00a0: ${pageTexts.row.sealed[pdf.seal.level]}`);
  }
  if (sealed.length > 0)
    files[pageTexts.row.zipSealed] = Buffer.from([pageTexts.row.zipSealedText, '', ...sealed, ''].join('\r\n'));
  const given = (await listGiven(deps.db, enrolmentId)).filter(mayOpen).slice(0, MOST_GATHERED);
  for (const [index, one] of given.entries())
    files[documentName(one.title, given.length - index)] = await deps.files.read(one.fileKey);
  for (const paper of papers) await openPaper(deps, act, paper);
  for (const one of given) await openDocument(deps, act, one);
  // PDFs are pressed already.
  return Buffer.from(zipSync(files, { level: 0, mtime: '2000-01-01T00:00:00Z' }));
}
