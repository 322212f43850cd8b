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

type HandedOver = PaperFile & {
  /** How its seal reads; null: none. */
  readonly sealed: string | null;
  /** It has reached them. */
  readonly open: () => Promise<unknown>;
};

/** The papers of an enrolment, then the documents of the office that may be opened, the newest first, each read when its turn comes. */
export async function* papersOf(
  deps: PapersDeps,
  act: Act,
  enrolmentId: string,
  most?: number,
): AsyncGenerator<HandedOver> {
  for (const { id } of (await listPapers(deps.db, null, enrolmentId)).slice(0, most)) {
    const paper = await findPaper(deps.db, null, enrolmentId, id);
    if (paper === null) continue;
    const content = await readPdf(deps, paper);
    // Sealed as it was printed, which may have been now.
    const { pdf } = (await findPaper(deps.db, null, enrolmentId, id)) ?? paper;
    const sealed = pdf?.seal ? pageTexts.row.sealed[pdf.seal.level] : null;
    yield { name: fileNameOf(paper), content, sealed, open: () => openPaper(deps, act, paper) };
  }
  const given = (await listGiven(deps.db, enrolmentId)).filter(mayOpen).slice(0, most);
  for (const [index, one] of given.entries())
    yield {
      name: documentName(one.title, given.length - index),
      content: await deps.files.read(one.fileKey),
      sealed: null,
      open: () => openDocument(deps, act, one),
    };
}

/** The newest papers of an enrolment in one ZIP, the candidate's own: each has then reached them. */
export async function gatherPapers(deps: PapersDeps, act: Act, enrolmentId: string): Promise<Buffer> {
  const files: Record<string, Uint8Array> = {};
  const sealed: string[] = [];
  const opened: HandedOver['open'][] = [];
  for await (const one of papersOf(deps, act, enrolmentId, MOST_GATHERED)) {
    files[one.name] = one.content;
    opened.push(one.open);
    if (one.sealed !== null) sealed.push(`${one.name}\u00a0: ${one.sealed}`);
  }
  if (sealed.length > 0)
    files[pageTexts.row.zipSealed] = Buffer.from([pageTexts.row.zipSealedText, '', ...sealed, ''].join('\r\n'));
  for (const open of opened) await open();
  // PDFs are pressed already.
  return Buffer.from(zipSync(files, { level: 0, mtime: '2000-01-01T00:00:00Z' }));
}
