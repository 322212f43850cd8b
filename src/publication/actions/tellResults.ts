import { setTimeout as sleep } from 'node:timers/promises';
import { type EnrolmentId, isRunning, subjectOf, writeHeldMarks } from '../../enrolment/index.ts';
import { issuePaper, withholdPapers } from '../../papers/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { eachAlone } from '../../platform/database/eachAlone.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { type About, post, readAbout, valuesOf } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import { blocksContent, successContent, transcriptContent } from '../contents.ts';
import type { TellingDeps } from '../deps.ts';
import { keptRulesOf } from '../keptRules.ts';
import { differencesInWords, postedTexts, publicationMails } from '../mails.ts';
import { type ResultPublication, TELLING } from '../publication.ts';
import { blocksOf } from '../rules/blocks.ts';
import { differences } from '../rules/differences.ts';
import { keptMarks } from '../rules/keptMarks.ts';
import { holdReached } from '../store/publications.ts';
import { findBefore, findOf, listDue, listUntold, markTold, type OfficeResult } from '../store/results.ts';
import { RESULT_PAPERS } from './withhold.ts';

/**
 * Gives papers and mails to some of those whom a publication concerns, each in a transaction of their own, once its second has
 * come; the next are some seconds later. A kill in between loses and doubles nothing. Before, and while it is suspended, nothing.
 */
export async function tellResults(deps: TellingDeps, publicationId: string): Promise<void> {
  if (!(await tellSome(deps, publicationId))) return;
  await deps.db
    .transaction()
    .execute((tx) => deps.jobs.enqueue(tx, 'results.tell', { publicationId }, TELLING.pauseSeconds));
}

/** Whatever was reached meanwhile, by an order that was lost or a clock that was moved: all of them, at the same pace. */
export async function tellDue(deps: TellingDeps, { part, pauseSeconds }: Pace = TELLING): Promise<void> {
  for (const id of await listDue(deps.db)) while (await tellSome(deps, id, part)) await sleep(1_000 * pauseSeconds);
}

type Pace = { readonly part: number; readonly pauseSeconds: number };

/** True where some may be left. */
async function tellSome(deps: TellingDeps, publicationId: string, part: number = TELLING.part): Promise<boolean> {
  const people = await listUntold(deps.db, publicationId, part);
  await eachAlone(deps.db, people, (tx, id) => tellOne(deps, tx, publicationId, id));
  return people.length === part;
}

async function tellOne(deps: TellingDeps, tx: Tx, publicationId: string, enrolmentId: EnrolmentId): Promise<void> {
  // The lock of every act on the enrolment comes first, as everywhere.
  const about = await readAbout(deps, tx, enrolmentId);
  const publication = await holdReached(tx, publicationId);
  if (publication === null || !(await markTold(tx, publicationId, enrolmentId))) return;
  if (!isRunning(about.enrolment)) return;
  const published = await findOf(tx, publicationId, enrolmentId);
  if (published === null) throw new Error(`The result of ${enrolmentId} is gone`);
  await issuePapers(deps, tx, about, publication, published);
  const { result } = published;
  const marks = keptMarks(result, keptRulesOf(about.exam)).map(({ unit, halfPoints, obtainedOn }) => ({
    unit: unit.id,
    halfPoints,
    obtainedOn,
  }));
  await writeHeldMarks(tx, about.enrolment, { cfd: result.speciality, year: about.session.year }, marks);
  const eventId = await deps.events.publish(tx, SYSTEM, 'results.published', subjectOf(about.enrolment), {
    enrolmentId,
    publicationId,
    number: publication.number,
  });
  const { behind, ...words } = await lettersOf(deps, tx, about, publication, published);
  await post(deps, tx, about, { eventId, behind }, words);
}

async function issuePapers(
  deps: TellingDeps,
  tx: Tx,
  about: About,
  { announcedAt }: ResultPublication,
  published: OfficeResult,
): Promise<void> {
  const { now } = await readMoment(tx, SYSTEM);
  const { result, changeReason, enrolmentId } = published;
  const written = { about, result, changeReason, announcedAt: announcedAt ?? now, now };
  // What was said before and isn't any more; the transcript follows its own ranks.
  if (changeReason !== null)
    await withholdPapers(
      tx,
      [enrolmentId],
      RESULT_PAPERS.filter((kind) => kind !== 'transcript'),
      'withdrawn',
    );
  await issuePaper(deps, tx, SYSTEM, about, 'transcript', transcriptContent(written));
  if (result.decision === 'ADMITTED') await issuePaper(deps, tx, SYSTEM, about, 'success', successContent(written));
  else if (blocksOf(result).length > 0) await issuePaper(deps, tx, SYSTEM, about, 'blocks', blocksContent(written));
}

/** Never what the result is; a letter brings its papers. */
async function lettersOf(
  deps: TellingDeps,
  tx: Tx,
  about: About,
  { number }: ResultPublication,
  { enrolmentId, result, changeReason }: OfficeResult,
) {
  const values = valuesOf(deps, about, addresses.own(enrolmentId));
  if (changeReason === null) return { ...publicationMails.available.write(values), behind: postedTexts.available };
  const before = await findBefore(tx, enrolmentId, number);
  const kinds = before === null ? [] : differences(before, result);
  return {
    ...publicationMails.changed.write({ ...values, what: differencesInWords(kinds) }),
    behind: postedTexts.changed(changeReason),
  };
}
