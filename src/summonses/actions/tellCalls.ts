import { hasMailbox } from '../../accounts/index.ts';
import { isRunning, subjectOf } from '../../enrolment/index.ts';
import { examAddresses as addresses } from '../../exam/index.ts';
import type { PaperActDeps } from '../../papers/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { post, readAbout, valuesOf } from '../../post/index.ts';
import { convocationTexts as say } from '../convocationTexts.ts';
import type { ExpectedCall } from '../expectedCalls.ts';
import { summonsMails } from '../mails.ts';
import { isTimeToTell, standingCalls } from '../rules/expected.ts';
import { lastTold, listExpectedCalls, listUntold, noteTold } from '../store/expectedCalls.ts';
import { fileOf, namesIn } from '../summonsOf.ts';

/**
 * Tells whoever is expected at another hour than they heard of, each in a transaction of their own: one mail for all that was said in a minute
 * or two. Who has no mail box is written down for somebody to call; whose hour is again the one that they know hears nothing.
 */
export async function tellCalls(deps: PaperActDeps): Promise<void> {
  for (const { enrolmentId } of await listUntold(deps.db))
    await deps.db.transaction().execute((tx) => tellOne(deps, tx, enrolmentId));
}

async function tellOne(deps: PaperActDeps, tx: Tx, enrolmentId: string): Promise<void> {
  // The lock of every act on the enrolment: two nodes look at once, and one of them tells.
  const about = await readAbout(deps, tx, enrolmentId);
  const { now } = await readMoment(tx, SYSTEM);
  const [calls, told] = [await listExpectedCalls(tx, [enrolmentId]), await lastTold(tx, enrolmentId)];
  const fresh = calls.filter(({ rank }) => rank > told);
  const [first, last] = [fresh[0], fresh.at(-1)];
  if (first === undefined || last === undefined) return;
  const changed = changedSince(calls, told, now);
  const next = changed[0]?.callsAt ?? last.callsAt;
  if (!isTimeToTell({ first: first.at, last: last.at, next }, now)) return;
  if (changed.length === 0 || !isRunning(about.enrolment)) return noteTold(tx, last, 'same');
  if (!hasMailbox(about.candidate)) return noteTold(tx, last, 'phone');
  const { number, enrolment } = about;
  const event = { enrolmentId: enrolment.id, number, tests: changed.length };
  const eventId = await deps.events.publish(tx, SYSTEM, 'summons.callMoved', subjectOf(enrolment), event);
  const { short } = namesIn(fileOf(deps.catalogue(), about));
  const lines = changed.map(({ unit, ...call }) => say.moved.line(short(unit), call));
  const values = valuesOf(deps, about, addresses.summons(enrolment.id));
  await post(deps, tx, about, { eventId }, summonsMails.callMoved.write({ ...values, lines }));
  await noteTold(tx, last, 'mail');
}

/** Calls still to come that aren't where their person knows them, the first first. */
function changedSince(calls: readonly ExpectedCall[], told: number, now: Temporal.Instant): readonly ExpectedCall[] {
  const { compare } = Temporal.Instant;
  const known = standingCalls(calls, told);
  return [...standingCalls(calls)]
    .flatMap(([key, call]) => {
      const before = known.get(key)?.callsAt ?? call.plannedAt;
      return compare(call.callsAt, now) > 0 && compare(call.callsAt, before) !== 0 ? [call] : [];
    })
    .toSorted((a, b) => compare(a.callsAt, b.callsAt));
}
