import { type Decided, lastDecided, decide as take } from '../../decisions/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { violatedConstraint } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { SAME_PERSON, SAME_PERSON_UNDONE } from '../decisions.ts';
import type { ActDeps } from '../deps.ts';
import { type Enrolment, type EnrolmentId, isRunning } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import { DAYS_TO_ANSWER, type SamePerson } from '../samePerson.ts';
import { changeEnrolment, endEnrolment } from '../store/changes.ts';
import {
  findSamePerson,
  insertSamePerson,
  listDue,
  lockSamePerson,
  runningOf,
  samePersonOf,
  writeSameOutcome,
  writeUndone,
} from '../store/samePersons.ts';
import { lockEnrolment } from '../store.ts';

type Deps = Pick<ActDeps, 'db' | 'events'>;
type TakingDeps = Deps & Pick<ActDeps, 'catalogue'>;

export type SamePersonOrder = {
  readonly academy: string;
  /** The two files that were read side by side. */
  readonly files: readonly [EnrolmentId, EnrolmentId];
  readonly decision: SamePerson['decision'];
  readonly words: string;
  /** Which of the two stays, where both run in one session. */
  readonly keeps: EnrolmentId | null;
  readonly officerId: string;
};

/**
 * A person decides that two accounts are one person's, or two persons'. Of two enrolments of one session one ends, not at once: the
 * candidate is told under both accounts and can answer, the office can take it back. The same words sent twice are one decision.
 */
export async function decideSamePerson(
  deps: TakingDeps,
  act: Act,
  order: SamePersonOrder,
): Promise<Result<null, Refusal>> {
  try {
    return await transact<null, Refusal>(deps.db, (tx) => decide(deps, tx, act, order));
  } catch (error) {
    if (violatedConstraint(error) !== 'same_person_standing') throw error;
    return refuse({ code: 'decided-meanwhile' });
  }
}

async function decide(
  deps: TakingDeps,
  tx: Tx,
  act: Act,
  { academy, files, decision, words, keeps, officerId }: SamePersonOrder,
): Promise<Result<null, Refusal>> {
  const both = await lockBoth(tx, academy, files);
  if (both === null) return refuse({ code: 'not-found' });
  const accounts = accountsOf(both);
  if (accounts[0] === accounts[1]) return refuse({ code: 'not-found' });
  const standing = await findSamePerson(tx, academy, accounts);
  if (standing !== null)
    return standing.decision === decision && standing.words === words && standing.officerId === officerId
      ? ok(null)
      : refuse({ code: 'decided-meanwhile' });
  const collide = decision === 'same' && (await sharesSession(tx, academy, accounts));
  if (collide && keeps === null) return refuse({ code: 'keep-one' });
  const ends = collide ? both.find(({ id }) => id !== keeps) : undefined;
  if (collide && (!both.every(isRunning) || both[0].session !== both[1].session || !files.includes(keeps ?? files[0])))
    return refuse({ code: 'decided-meanwhile' });
  if (ends !== undefined) {
    const ground = SAME_PERSON.law.join(', ');
    const signed = { of: ends, by: officerId, facts: both.map(({ number }) => number ?? ''), reason: words, ground };
    const taken = await take(deps, tx, act, SAME_PERSON, signed);
    if (!taken.ok) return taken;
  }
  const written = await insertSamePerson(tx, {
    academy,
    accounts,
    decision,
    words,
    officerId,
    keepsId: ends === undefined ? null : keeps,
    endsId: ends?.id ?? null,
    days: DAYS_TO_ANSWER,
  });
  const name = decision === 'same' ? 'person.same' : 'person.different';
  for (const enrolment of both) await publish(deps.events, tx, act, name, enrolment, written);
  return ok(null);
}

/** Both are held in the order of their ids, as whoever needs several does. */
async function lockBoth(
  tx: Tx,
  academy: string,
  files: readonly [EnrolmentId, EnrolmentId],
): Promise<readonly [Enrolment, Enrolment] | null> {
  const held: Enrolment[] = [];
  for (const id of files.toSorted()) {
    const enrolment = await lockEnrolment(tx, id);
    if (enrolment !== null && enrolment.academy === academy && enrolment.number !== null) held.push(enrolment);
  }
  const [one, other] = held;
  return one === undefined || other === undefined ? null : [one, other];
}

function accountsOf([one, other]: readonly [Enrolment, Enrolment]): readonly [string, string] {
  return [one.candidateId, other.candidateId];
}

async function sharesSession(tx: Tx, academy: string, accounts: readonly [string, string]): Promise<boolean> {
  const running = await runningOf(tx, academy, accounts);
  return running.some(({ session, candidateId }) =>
    running.some((other) => other.session === session && other.candidateId !== candidateId),
  );
}

async function publish(
  events: Deps['events'],
  tx: Tx,
  act: Act,
  name: 'person.same' | 'person.different' | 'person.undone' | 'person.void' | 'person.ended',
  enrolment: Enrolment,
  { id: decisionId, endsId, endsAt, decision, outcome }: SamePerson,
): Promise<void> {
  const { id: enrolmentId, number } = enrolment;
  if (number === null) throw new Error(`${enrolmentId} isn't registered`);
  const ends = endsId === enrolmentId;
  const until = ends && endsAt !== null ? endsAt.toString() : null;
  await events.publish(tx, act, name, subjectOf(enrolment), {
    enrolmentId,
    number,
    decisionId,
    decision,
    role: endsId === null ? 'beside' : ends ? 'ends' : 'stays',
    until,
    reopened: name === 'person.undone' && ends && outcome === 'ended',
  });
}

export type UndoSamePerson = {
  readonly academy: string;
  readonly files: readonly [EnrolmentId, EnrolmentId];
  readonly decisionId: string;
  readonly words: string;
  readonly officerId: string;
};

/** Takes a decision back: nothing ends, or what ended is open again as it was. The two accounts may be proposed again. */
export async function undoSamePerson(
  deps: TakingDeps,
  act: Act,
  order: UndoSamePerson,
): Promise<Result<null, Refusal>> {
  const { academy, files, decisionId, words, officerId } = order;
  return transact<null, Refusal>(deps.db, async (tx) => {
    const both = await lockBoth(tx, academy, files);
    if (both === null) return refuse({ code: 'not-found' });
    const standing = await lockSamePerson(tx, academy, decisionId, accountsOf(both));
    if (standing === null) return refuse({ code: 'decided-meanwhile' });
    const ended = both.find(({ id }) => id === standing.endsId);
    if (standing.outcome === 'ended' && ended === undefined) return refuse({ code: 'not-found' });
    if (standing.outcome === 'ended' && ended?.status === 'set-aside') {
      const ground = SAME_PERSON_UNDONE.law.join(', ');
      const signed = { of: ended, by: officerId, facts: both.map(({ number }) => number ?? ''), reason: words, ground };
      const taken = await take(deps, tx, act, SAME_PERSON_UNDONE, signed);
      if (!taken.ok) return taken;
      await reopen(tx, taken.value, ended);
    }
    await writeUndone(tx, standing.id, officerId, words);
    for (const enrolment of both) await publish(deps.events, tx, act, 'person.undone', enrolment, standing);
    return ok(null);
  });
}

/** As it was before it ended. */
async function reopen(tx: Tx, _decided: Decided, { id, validatedAt }: Enrolment): Promise<void> {
  await changeEnrolment(tx, id, { status: validatedAt === null ? 'registered' : 'validated', ended_at: null });
}

/** Looked at in one go; the next minute takes the others. */
const MOST = 200;

/** Ends the enrolments whose time to answer is over, each in a transaction of its own: one that fails holds up no other. */
export async function endDoubles(deps: Deps): Promise<void> {
  const faults: unknown[] = [];
  for (const { id, academy } of await listDue(deps.db, MOST))
    await deps.db
      .transaction()
      .execute((tx) => endDouble(deps, tx, academy, id))
      .catch((error: unknown) => {
        faults.push(error);
      });
  if (faults.length > 0) throw faults[0];
}

async function endDouble({ events }: Deps, tx: Tx, academy: string, id: string): Promise<void> {
  const due = await samePersonOf(tx, id);
  if (due === null || due.keepsId === null || due.endsId === null) return;
  // The enrolments are held before the decision, as whoever takes it back does.
  const both = await lockBoth(tx, academy, [due.keepsId, due.endsId]);
  if (both === null) throw new Error(`${id} names enrolments that aren't there`);
  const standing = await lockSamePerson(tx, academy, id, accountsOf(both));
  if (standing === null || standing.outcome !== null) return;
  const ends = both.find((one) => one.id === standing.endsId);
  const decided = ends === undefined ? null : await lastDecided(tx, ends.id, SAME_PERSON.code);
  if (ends === undefined || decided === null || !both.every(isRunning)) {
    await writeSameOutcome(tx, id, 'void');
    for (const enrolment of both) await publish(events, tx, SYSTEM, 'person.void', enrolment, standing);
    return;
  }
  await endEnrolment(tx, decided, ends.id, 'set-aside');
  await writeSameOutcome(tx, id, 'ended');
  await publish(events, tx, SYSTEM, 'person.ended', ends, standing);
}
