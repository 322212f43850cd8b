import { whyNotHeard } from '../../decisions/index.ts';
import { countOfDay, whyNotMany } from '../../lots/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { MessageActDeps } from '../deps.ts';
import { streamOf } from '../events.ts';
import type { LotRefusal } from '../lotRefusals.ts';
import { LOT } from '../office.ts';
import { faultIn } from '../rules/variables.ts';
import { insertLot, LOTS } from '../store/lots.ts';

export type LotOrder = {
  readonly academy: string;
  readonly officerId: string;
  readonly words: string;
  /** Whose files the officer may see: who asks has looked. */
  readonly enrolments: readonly string[];
  readonly key: string | null;
};

/** Writes down to whom a message goes, and has it sent. The same form sent twice is one. Gives the list's id. */
export function orderLot(
  deps: Pick<MessageActDeps, 'db' | 'events' | 'jobs'>,
  act: Act,
  { academy, officerId, words, enrolments, key }: LotOrder,
): Promise<Result<string, LotRefusal>> {
  const sent = { key, owner: officerId, purpose: 'message lot', content: { words, enrolments: enrolments.toSorted() } };
  return transact<string, LotRefusal>(deps.db, (tx) =>
    onceAccepted<string, LotRefusal>(tx, sent, async () => {
      const fault = lotFaultIn(words);
      if (fault !== null) return refuse(fault);
      const crowd = whyNotMany(enrolments.length, LOT.people);
      if (crowd !== null) return refuse(crowd);
      const unheard = await whyNotHeard(tx, act, enrolments, words);
      if (unheard !== null) return refuse(unheard);
      if ((await countOfDay(tx, LOTS, officerId)) >= LOT.daily) return refuse({ code: 'too-many-lots' });
      const lotId = await insertLot(tx, { academy, officerId, words }, enrolments);
      await deps.events.publish(tx, act, 'messageLot.ordered', streamOf(academy), {
        lotId,
        recipients: enrolments.length,
      });
      await deps.jobs.enqueue(tx, 'message.lot', { lotId });
      return ok(lotId);
    }),
  );
}

/** What keeps these words from being sent to many; null: nothing. No piece is the same for all. */
export function lotFaultIn(words: string): LotRefusal | null {
  const fault = faultIn(words, 'other');
  if (fault === null) return null;
  return fault.code === 'stray-brace' ? { code: 'lot-brace' } : { code: 'lot-variable', name: fault.name };
}
