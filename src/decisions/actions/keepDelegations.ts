import { readMoment } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import { type Act, type JournalSubject, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import type { Delegation } from '../delegation.ts';
import type { DelegationDeps } from '../deps.ts';
import type { DelegationRefusal } from '../refusals.ts';
import { findHeld, insertDelegation, lockHolder, writeEndOfDelegation } from '../store.ts';

export type DelegationOrder = Omit<Delegation, 'id' | 'keptAt' | 'endedAt'> & {
  readonly by: string;
  /** Two clicks keep one. */
  readonly key: string | null;
};

/** Keeps what an arrêté says: in force the day after its publication at the earliest (code de l'éducation, D222-20). */
export function keepDelegation(
  deps: Pick<DelegationDeps, 'db' | 'accounts'>,
  act: Act,
  order: DelegationOrder,
): Promise<Result<null, DelegationRefusal>> {
  const { key, by: owner, ...content } = order;
  return transact<null, DelegationRefusal>(deps.db, (tx) =>
    onceAccepted<null, DelegationRefusal>(tx, { key, owner, purpose: 'delegation', content }, async () => {
      const { compare } = Temporal.PlainDate;
      const members = await deps.accounts.listStaff(tx, order.academy);
      const open = members.some(({ accountId, disabledAt }) => accountId === order.accountId && disabledAt === null);
      if (!open) return refuse({ code: 'unknown-person' });
      if (compare(order.from, order.publishedOn) <= 0) return refuse({ code: 'in-force-too-early' });
      if (order.until !== null && compare(order.until, order.from) < 0) return refuse({ code: 'days-reversed' });
      if (order.until !== null && compare(order.until, parisDay((await readMoment(tx, act)).now)) < 0)
        return refuse({ code: 'days-past' });
      // Two heads at the same instant queue up: whose name a decision prints is said by one delegation alone.
      await lockHolder(tx, order);
      const held = await findHeld(tx, order);
      if (held !== null) return refuse({ code: 'held-already', from: held.from, title: held.title });
      const id = await insertDelegation(tx, order);
      const { accountId, acts } = order;
      await record(tx, act, 'delegation.kept', subjectOf(id, order.academy), { accountId, acts });
      return ok(null);
    }),
  );
}

/** From now on they sign nothing more; what they signed stands. One that has ended already is left as it is. */
export function endDelegation(
  db: Database,
  act: Act,
  order: { readonly id: string; readonly academy: string; readonly by: string },
): Promise<Result<null, never>> {
  return transact<null, never>(db, async (tx) => {
    const { now: at } = await readMoment(tx, act);
    if (await writeEndOfDelegation(tx, { ...order, at }))
      await record(tx, act, 'delegation.ended', subjectOf(order.id, order.academy), {});
    return ok(null);
  });
}

function subjectOf(id: string, academy: string): JournalSubject {
  return { stream: `delegation:${id}`, academy, session: null };
}
