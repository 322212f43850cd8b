import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Candidate } from '../../accounts/index.ts';
import type { Enrolment } from '../../enrolment/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Inspector } from '../../platform/documents/inspector.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { aboutOf } from '../../post/index.ts';
import { type LetterSigner, letterContent } from '../contents/posted.ts';
import type { PapersDeps } from '../deps.ts';
import type { Notice } from '../notice.ts';
import { letterWords, notePrinted } from '../store/letters.ts';
import { findPaperToPrint } from '../store.ts';
import { PAPERS } from '../texts.ts';
import { toldTexts } from '../toldTexts.ts';
import { readPdf } from './printPaper.ts';

const TEMPLATE = path.join(import.meta.dirname, '..', 'templates', 'paper.typ');
/** One evening of folding and stamping; their file is made while somebody waits for it. */
export const MOST_LETTERS = 50;
const LIMITS = { bytes: 60_000_000, pages: 1_500, pixels: 0 };

export type LetterToPrint = { readonly notice: Notice; readonly enrolment: Enrolment; readonly candidate: Candidate };
export type LettersOrder = {
  readonly academy: string;
  readonly letters: readonly LetterToPrint[];
  readonly officerId: string;
  readonly signer: LetterSigner;
  /** Of the service which alone reads of somebody's health. */
  readonly confidential: boolean;
};
/** `failed`: they couldn't be joined: too many at once on this machine. */
export type LettersRefusal = 'too-many' | 'failed';

/** Files that go with a letter, beside its papers, in the order in which they are posted: the rooms above say which. */
export type GoesWith = (
  db: Database,
  letterId: string,
) => Promise<readonly { readonly title: string; readonly fileKey: string }[]>;

type Deps = PapersDeps & { readonly inspector: Pick<Inspector, 'join'>; readonly goesWith: GoesWith };

/** What is to be posted as one file to print: each letter with the papers that were issued with it; a decision is its own paper. */
export async function printLetters(
  deps: Deps,
  { academy, letters, officerId, ...by }: LettersOrder,
): Promise<Result<Buffer, LettersRefusal>> {
  if (letters.length > MOST_LETTERS) return refuse('too-many');
  const now = deps.clock.now();
  const made = await deps.inspector.join({
    owner: officerId,
    limits: LIMITS,
    read: async () => {
      const sheets: Buffer[] = [];
      for (const letter of letters) sheets.push(...(await sheetsOf(deps, letter, by, now)));
      return sheets.map((bytes) => ({ bytes, turns: 0 }));
    },
  });
  if ('fault' in made) return refuse('failed');
  const subjects = letters.map(({ notice }) => notice.id);
  await deps.db.transaction().execute((tx) => notePrinted(tx, academy, subjects, officerId));
  return ok(Buffer.from(made.content));
}

async function sheetsOf(
  deps: Deps,
  { notice, enrolment, candidate }: LetterToPrint,
  { signer, confidential }: Pick<LettersOrder, 'signer' | 'confidential'>,
  now: Temporal.Instant,
): Promise<readonly Buffer[]> {
  if (notice.kind !== null) return paperSheets(deps, [notice.id]);
  const [{ body, enclosed }, others] = await Promise.all([
    letterWords(deps.db, notice.id),
    deps.goesWith(deps.db, notice.id),
  ]);
  const papers = await Promise.all(enclosed.map((id) => findPaperToPrint(deps.db, id)));
  const names = papers.flatMap((paper) => (paper === null ? [] : [`${PAPERS[paper.kind].title} (${paper.reference})`]));
  const given = others.map(({ title }) => title);
  const about = aboutOf(deps.catalogue(), enrolment, candidate);
  const { title: subject, reference } = notice;
  const signature = notice.signedBy ?? toldTexts.signedBy(signer.name, signer.capacity);
  const content = letterContent(
    about,
    { subject, body, reference, enclosed: [...names, ...given], signature, confidential },
    now,
  );
  const cover = await deps.pdf.render({ template: TEMPLATE, data: content });
  const documents = await Promise.all(others.map(({ fileKey }) => wholeFile(deps, fileKey)));
  return [cover, ...(await paperSheets(deps, enclosed)), ...documents];
}

async function paperSheets(deps: Deps, ids: readonly string[]): Promise<readonly Buffer[]> {
  const papers = await Promise.all(ids.map((id) => findPaperToPrint(deps.db, id)));
  return Promise.all(papers.flatMap((paper) => (paper === null ? [] : [readPdf(deps, paper)])));
}

async function wholeFile({ files }: Deps, key: string): Promise<Buffer> {
  return buffer(await files.open(key));
}
