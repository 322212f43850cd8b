import { type EnrolmentId, isRunning, subjectOf } from '../../enrolment/index.ts';
import { examAddresses as addresses, type ExamPlace } from '../../exam/index.ts';
import { issuePaper, type PaperActDeps, voidSummonsContent } from '../../papers/index.ts';
import type { PlanId } from '../../plan/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { isOutage, type Tx } from '../../platform/database/database.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import { parisDay } from '../../platform/time.ts';
import { type About, post, readAbout, valuesOf } from '../../post/index.ts';
import { instantInWords } from '../../ui/index.ts';
import { summonsMails } from '../mails.ts';
import { comingTests } from '../rules/nextTest.ts';
import { changesOf, type SummonsChanges, stillToTell } from '../rules/summonsChanges.ts';
import { ensureCheckinCode } from '../store/checkinCodes.ts';
import { holdPlan, insertSummons, lastSummons, listToTell, settleSummons } from '../store/summonses.ts';
import type { Summons, SummonsFacts, SummonsOutcome } from '../summons.ts';
import { factsOf, fileOf, type KnownOfMany, namesIn, paperOf, readKnown, type SummonsFile } from '../summonsOf.ts';
import { summonsTexts as say } from '../summonsTexts.ts';
import { tellWithheld } from './tellWithheld.ts';

/** How long one job works at most; the next goes on. A server that stops waits no longer for it. */
const SLICE_MS = 8_000;
/** Candidates asked of the database at once. */
const TAKEN = 50;
/** Characters kept of why somebody could not be summoned. */
const FAULT = 300;

/**
 * Tells some of those whom a published plan concerns: whoever has a seat, or had one. Each in a transaction of their own, with what
 * became of them: cut at any moment, by a kill as well, the next job goes on with the first who isn't settled, and nobody is told
 * twice. One who can't be told is noted, and the others are.
 */
export async function tellSummonses(
  deps: PaperActDeps,
  { planId }: { readonly planId: string },
  sliceMs = SLICE_MS,
): Promise<'more' | 'done'> {
  const until = performance.now() + sliceMs;
  do {
    const place = await deps.db.transaction().execute((tx) => holdPlan(tx, planId));
    if (place?.published !== true) return 'done';
    const ids = await listToTell(deps.db, planId, TAKEN);
    if (ids.length === 0) return 'done';
    const known = await readKnown(deps.db, deps.catalogue(), place, planId as PlanId, ids);
    for (const enrolmentId of ids) await tellOne(deps, { ...place, planId, enrolmentId, known });
  } while (performance.now() < until);
  return 'more';
}

/** The job's part. */
export async function goOnTelling(deps: PaperActDeps, order: { readonly planId: string }): Promise<void> {
  if ((await tellSummonses(deps, order)) === 'more')
    await deps.db.transaction().execute((tx) => deps.jobs.enqueue(tx, 'summons.tell', order));
  else await tellWithheld(deps, order);
}

type Whom = ExamPlace & { readonly planId: string; readonly enrolmentId: EnrolmentId; readonly known: KnownOfMany };

async function tellOne(deps: PaperActDeps, whom: Whom): Promise<void> {
  try {
    await deps.db.transaction().execute((tx) => tell(deps, tx, whom));
  } catch (error) {
    if (isOutage(error)) throw error;
    const fault = (error instanceof Error ? error.message : String(error)).slice(0, FAULT);
    await deps.db.transaction().execute((tx) => settleSummons(tx, whom, whom, 'failed', fault));
  }
}

async function tell(deps: PaperActDeps, tx: Tx, whom: Whom): Promise<void> {
  // The lock of every act on the enrolment comes first, as everywhere; then the plan's, which no other may replace meanwhile.
  const about = await readAbout(deps, tx, whom.enrolmentId);
  if ((await holdPlan(tx, whom.planId))?.published !== true) return;
  const found = await summonsChangesFor(deps, tx, about, whom);
  if (!(await settleSummons(tx, whom, whom, found.outcome))) return;
  if (found.outcome !== 'same') await issue(deps, tx, SYSTEM, about, whom, found);
}

type Found = {
  readonly outcome: Exclude<SummonsOutcome, 'failed'>;
  readonly last: Summons | null;
  readonly facts: SummonsFacts;
  readonly file: SummonsFile;
  readonly changes: SummonsChanges | null;
};

/** What this plan changes for a candidate, since what they were told last: nobody hears anything of tests that are over. */
export async function summonsChangesFor(
  deps: PaperActDeps,
  tx: Tx,
  about: About,
  { enrolmentId, known }: Pick<Whom, 'enrolmentId' | 'known'>,
): Promise<Found> {
  const last = await lastSummons(tx, enrolmentId);
  const file = fileOf(deps.catalogue(), about);
  const facts = factsOf(about, file, known);
  const standing = last !== null && last.firstAt !== null;
  const found = { last, facts, file, changes: null };
  const { now } = await readMoment(tx, SYSTEM);
  if (facts.seats.length === 0)
    return { ...found, outcome: standing && comingTests(last.facts.seats, now).length > 0 ? 'void' : 'same' };
  if (!standing) return { ...found, outcome: comingTests(facts.seats, now).length > 0 ? 'first' : 'same' };
  const all = changesOf(last.facts, facts);
  const changes = all === null ? null : stillToTell(all, { before: last.facts, now: facts }, now);
  return { ...found, changes, outcome: changes === null ? 'same' : 'changed' };
}

const EVENTS = { first: 'summons.issued', changed: 'summons.changed', void: 'summons.void' } as const;

/** The paper, the mail that says what changed, and the row that the next plan is compared with. */
export async function issue(
  deps: PaperActDeps,
  tx: Tx,
  act: Act,
  about: About,
  { planId, ...place }: Pick<Whom, 'planId' | 'academy' | 'session'>,
  { outcome, last, facts, file, changes }: Found,
): Promise<void> {
  if (outcome === 'same') return;
  const { enrolment, number } = about;
  const { id: enrolmentId } = enrolment;
  const { now } = await readMoment(tx, act);
  const rank = (last?.rank ?? 0) + 1;
  const name = EVENTS[outcome];
  const eventId = await deps.events.publish(tx, act, name, subjectOf(enrolment), { enrolmentId, number, rank });
  const first = comingTests(facts.seats, now)[0] ?? facts.seats[0];
  const why = isRunning(enrolment) ? 'no-seat' : 'ended';
  const checkin = await ensureCheckinCode(tx, place, enrolmentId);
  const content =
    outcome === 'void'
      ? voidSummonsContent(about, { why, of: parisDay(last?.issuedAt ?? now) }, now)
      : paperOf(about, { facts, file, checkin, since: last === null ? null : { last, changes } }, now);
  const paperId = await issuePaper(deps, tx, act, about, 'summons', content);
  if (paperId === null) throw new Error(`No summons could be issued for ${number}`);
  const firstAt = first === undefined ? null : Temporal.Instant.from(first.startsAt);
  await insertSummons(tx, place, { enrolmentId, rank, planId: planId as PlanId, paperId, eventId, facts, firstAt });
  await post(deps, tx, about, { eventId }, words(deps, about, { outcome, firstAt, file, changes, why }));
}

type Said = Pick<Found, 'file' | 'changes'> & {
  readonly outcome: 'first' | 'changed' | 'void';
  readonly firstAt: Temporal.Instant | null;
  readonly why: 'ended' | 'no-seat';
};

function words(deps: PaperActDeps, about: About, { outcome, firstAt, file, changes, why }: Said) {
  const values = valuesOf(deps, about, addresses.summons(about.enrolment.id));
  const catalogue = deps.catalogue();
  if (outcome === 'void') return summonsMails.void.write(catalogue, { ...values, changes: say.voidBecause[why] });
  const first = firstAt === null ? '' : instantInWords(firstAt);
  if (outcome === 'first') return summonsMails.issued.write(catalogue, { ...values, first });
  const sentence = changes === null ? '' : say.inOneSentence(changes, namesIn(file).short);
  return summonsMails.changed.write(catalogue, { ...values, first, changes: sentence });
}
