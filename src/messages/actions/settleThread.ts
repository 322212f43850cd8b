import { type EnrolmentId, lockEnrolment, subjectOf } from '../../enrolment/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { atVersion } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { MessageActDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { findThread, writeSettlement } from '../store.ts';
import { isTheirs, whoWrote } from './writeToCandidate.ts';

export type SettlementOrder = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly officerId: string;
  readonly version: number;
};

/** What the candidate wrote needs no answer: a thanks, a word that crossed another. Nothing is sent; the candidate reads that it was read. */
export function settleThread(
  { db, events }: Pick<MessageActDeps, 'db' | 'events'>,
  act: Act,
  { id, academy, officerId, version }: SettlementOrder,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(db, async (tx) => {
    const enrolment = await lockEnrolment(tx, id);
    if (!isTheirs(enrolment, academy)) return refuse({ code: 'not-found' });
    const thread = await findThread(tx, id);
    const versions = { now: thread?.version ?? 0, seen: version };
    const changed = (await whoWrote(tx, thread, version)) ?? { code: 'not-found' };
    return atVersion<null, Refusal>(tx, act, versions, changed, async () => {
      if (thread === null || thread.waiting === 0) return refuse({ code: 'nothing-waits' });
      const upTo = await writeSettlement(tx, enrolment, officerId);
      await events.publish(tx, act, 'message.settled', subjectOf(enrolment), {
        enrolmentId: id,
        number: enrolment.number,
        upTo,
      });
      return ok(null);
    });
  });
}
