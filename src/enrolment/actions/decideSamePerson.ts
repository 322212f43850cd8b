import { secondPerson } from '../../accounts/index.ts';
import { lacksReason, decide as take, whyNotHeard } from '../../decisions/index.ts';
import { violatedConstraint } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { SAME_PERSON } from '../decisions.ts';
import { subjectOf } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import { DAYS_TO_ANSWER } from '../samePerson.ts';
import { findSamePerson, insertDifferent, insertSame } from '../store/samePersons.ts';
import { findSameProposal, insertSameProposal, writeConfirmed, writeDropped } from '../store/sameProposals.ts';
import {
  accountsOf,
  judgePair,
  lockBoth,
  type PairOrder,
  publishPair,
  type SamePairDeps,
  type SamePersonOrder,
  type TakingDeps,
} from './samePair.ts';

/** The first of two people: that two accounts are one person's. The same words sent twice are one proposal. */
export function proposeSamePerson(
  deps: SamePairDeps,
  act: Act,
  order: SamePersonOrder,
): Promise<Result<null, Refusal>> {
  const { academy, words, keeps, officerId } = order;
  return transact<null, Refusal>(deps.db, async (tx) => {
    const judged = await judgePair(tx, order);
    if (!judged.ok) return judged;
    const { both, accounts, ends } = judged.value;
    const unheard = await whyNotHeard(tx, act, order.files, words);
    if (unheard !== null) return refuse(unheard);
    if (ends !== undefined && lacksReason(SAME_PERSON, words)) return refuse({ code: 'reason-short' });
    const waits = await findSameProposal(tx, { academy, accounts });
    if (waits !== null)
      return waits.words === words && waits.proposedBy === officerId ? ok(null) : refuse({ code: 'decided-meanwhile' });
    const keepsId = ends === undefined ? null : keeps;
    if (!(await insertSameProposal(tx, { academy, accounts }, { words, keepsId, proposedBy: officerId })))
      return refuse({ code: 'decided-meanwhile' });
    for (const enrolment of both) await record(tx, act, 'person.proposed', subjectOf(enrolment), null);
    return ok(null);
  });
}

/**
 * The second. Of two enrolments of one session one ends, not at once: the candidate is told under both accounts and can answer, the
 * office can take it back. `proposal`: what was read.
 */
export function confirmSamePerson(
  deps: TakingDeps,
  act: Act,
  order: PairOrder & { readonly proposal: string; readonly alike: boolean; readonly secondPersonDays: number },
): Promise<Result<null, Refusal>> {
  const { academy, officerId: by, alike, secondPersonDays: days } = order;
  return transact<null, Refusal>(deps.db, async (tx) => {
    const both = await lockBoth(tx, academy, order.files);
    if (both === null) return refuse({ code: 'not-found' });
    const accounts = accountsOf(both);
    const waits = await findSameProposal(tx, { academy, accounts });
    if (waits === null || waits.id !== order.proposal) return refuse({ code: 'decided-meanwhile' });
    const { words, keepsId: keeps, proposedBy } = waits;
    const judged = await judgePair(tx, { ...order, words, keeps, alike });
    if (!judged.ok) return judged;
    const second = await secondPerson(tx, { by, wrote: [proposedBy], days });
    if (!second.ok) return second;
    const { ends } = judged.value;
    if (ends !== undefined) {
      const facts = both.map(({ number }) => number ?? '');
      const signed = { of: ends, by, preparedBy: proposedBy, facts, reason: words, ground: SAME_PERSON.law.join(', ') };
      const taken = await take(deps, tx, act, SAME_PERSON, signed);
      if (!taken.ok) return taken;
    }
    const written = await insertSame(
      tx,
      {
        academy,
        accounts,
        words,
        officerId: proposedBy,
        keepsId: ends === undefined ? null : keeps,
        endsId: ends?.id ?? null,
        days: DAYS_TO_ANSWER,
      },
      second.value,
    );
    await writeConfirmed(tx, waits.id, second.value);
    for (const enrolment of both) await publishPair(deps.events, tx, act, 'person.same', enrolment, written);
    return ok(null);
  });
}

/** That they are two persons': one is enough, and what was proposed otherwise comes to nothing. */
export async function distinguishPersons(
  deps: SamePairDeps,
  act: Act,
  { academy, files, words, officerId }: PairOrder & { readonly words: string },
): Promise<Result<null, Refusal>> {
  try {
    return await transact<null, Refusal>(deps.db, async (tx) => {
      const both = await lockBoth(tx, academy, files);
      if (both === null || both[0].candidateId === both[1].candidateId) return refuse({ code: 'not-found' });
      const accounts = accountsOf(both);
      const standing = await findSamePerson(tx, academy, accounts);
      if (standing !== null)
        return standing.decision === 'different' && standing.words === words && standing.officerId === officerId
          ? ok(null)
          : refuse({ code: 'decided-meanwhile' });
      await writeDropped(tx, { academy, accounts }, officerId);
      const written = await insertDifferent(tx, { academy, accounts, words, officerId });
      for (const enrolment of both) await publishPair(deps.events, tx, act, 'person.different', enrolment, written);
      return ok(null);
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'same_person_standing') throw error;
    return refuse({ code: 'decided-meanwhile' });
  }
}

/** Takes back what was proposed: nothing was said to anybody. */
export function dropSamePerson(deps: SamePairDeps, act: Act, order: PairOrder): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const both = await lockBoth(tx, order.academy, order.files);
    if (both === null) return refuse({ code: 'not-found' });
    const dropped = await writeDropped(tx, { academy: order.academy, accounts: accountsOf(both) }, order.officerId);
    if (!dropped) return refuse({ code: 'decided-meanwhile' });
    for (const enrolment of both) await record(tx, act, 'person.dropped', subjectOf(enrolment), null);
    return ok(null);
  });
}
