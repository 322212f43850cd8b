import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { ActDeps } from '../deps.ts';
import { type Enrolment, type EnrolmentId, isRunning } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import type { SamePerson } from '../samePerson.ts';
import { findSamePerson, runningOf } from '../store/samePersons.ts';
import { lockEnrolment } from '../store.ts';

/** What every act on two accounts that may be one person's looks at. */

export type SamePairDeps = Pick<ActDeps, 'db' | 'events'>;
export type TakingDeps = SamePairDeps & Pick<ActDeps, 'catalogue'>;

/** The two files that were read side by side, by whom. */
export type PairOrder = {
  readonly academy: string;
  readonly files: readonly [EnrolmentId, EnrolmentId];
  readonly officerId: string;
};

export type SamePersonOrder = PairOrder & {
  readonly words: string;
  /** Which of the two stays, where both run in one session. */
  readonly keeps: EnrolmentId | null;
  /** Does anything that was declared bring them together: names, birth date, telephone? */
  readonly alike: boolean;
};

type Judged = {
  readonly both: readonly [Enrolment, Enrolment];
  readonly accounts: readonly [string, string];
  /** Which of the two would end; undefined: none. */
  readonly ends: Enrolment | undefined;
};

/** Whether these may be said to be one person's, now. */
export async function judgePair(
  tx: Tx,
  { academy, files, keeps, alike }: Omit<SamePersonOrder, 'officerId'>,
): Promise<Result<Judged, Refusal>> {
  const both = await lockBoth(tx, academy, files);
  if (both === null) return refuse({ code: 'not-found' });
  const accounts = accountsOf(both);
  if (accounts[0] === accounts[1]) return refuse({ code: 'not-found' });
  if ((await findSamePerson(tx, academy, accounts)) !== null) return refuse({ code: 'decided-meanwhile' });
  if (!alike) return refuse({ code: 'nothing-alike' });
  const collide = await sharesSession(tx, academy, accounts);
  if (collide && keeps === null) return refuse({ code: 'keep-one' });
  const ends = collide ? both.find(({ id }) => id !== keeps) : undefined;
  if (collide && (!both.every(isRunning) || both[0].session !== both[1].session || !files.includes(keeps ?? files[0])))
    return refuse({ code: 'decided-meanwhile' });
  return ok({ both, accounts, ends });
}

/** Both are held in the order of their ids, as whoever needs several does. */
export async function lockBoth(
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

export function accountsOf([one, other]: readonly [Enrolment, Enrolment]): readonly [string, string] {
  return [one.candidateId, other.candidateId];
}

async function sharesSession(tx: Tx, academy: string, accounts: readonly [string, string]): Promise<boolean> {
  const running = await runningOf(tx, academy, accounts);
  return running.some(({ session, candidateId }) =>
    running.some((other) => other.session === session && other.candidateId !== candidateId),
  );
}

export async function publishPair(
  events: SamePairDeps['events'],
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
