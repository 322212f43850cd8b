import { accountStream, type SignedInStaff, type StaffMember } from '../../accounts/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { type Cover, coversAhead } from '../../scope/index.ts';
import type { StaffDeps } from '../deps.ts';
import { type CoverOrder, type CoverRefusal, refuseCover } from '../rules/absence.ts';
import { endCover, insertCover, lockCovers } from '../store.ts';

type Deps = Pick<StaffDeps, 'db' | 'accounts'>;

/** A colleague reads the groups of somebody who is away: for these days, and not one more. Sent twice, it is one. */
export async function coverAbsence(
  deps: Deps,
  act: Act,
  staff: SignedInStaff,
  absent: StaffMember,
  order: CoverOrder,
): Promise<Result<null, { readonly code: CoverRefusal }>> {
  return transact<null, { readonly code: CoverRefusal }>(deps.db, async (tx) => {
    await lockCovers(tx, absent.accountId);
    const [members, others, { now }] = [
      await deps.accounts.listStaff(tx, staff.academy),
      await coversAhead(tx, staff.academy, absent.accountId),
      await readMoment(tx, act),
    ];
    const latest = members.find(({ accountId }) => accountId === absent.accountId) ?? absent;
    if (others.some((one) => saysTheSame(one, order))) return ok(null);
    const refusal = refuseCover(order, { absent: latest, members, others, today: parisDay(now) });
    if (refusal !== null) return refuse({ code: refusal });
    const { coveringId, portfolios, fromDay, untilDay } = order;
    await insertCover(tx, { ...order, academy: staff.academy, absentId: absent.accountId, setBy: staff.accountId });
    const stream = accountStream(absent.accountId);
    await record(
      tx,
      act,
      'absence.covered',
      { stream, academy: staff.academy, session: null },
      {
        coveringId,
        portfolios,
        from: fromDay.toString(),
        until: untilDay.toString(),
      },
    );
    return ok(null);
  });
}

function saysTheSame(one: Cover, order: CoverOrder): boolean {
  return (
    one.coveringId === order.coveringId &&
    one.portfolios.toSorted().join() === order.portfolios.toSorted().join() &&
    one.fromDay.equals(order.fromDay) &&
    one.untilDay.equals(order.untilDay)
  );
}

/** They are back before the last day. Sent twice, it ends once. */
export async function endAbsence(
  deps: Deps,
  act: Act,
  staff: SignedInStaff,
  absent: StaffMember,
  id: string,
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    const { academy, accountId: by } = staff;
    const ended = await endCover(tx, { academy, absentId: absent.accountId, id, by });
    const stream = accountStream(absent.accountId);
    if (ended !== null)
      await record(tx, act, 'absence.ended', { stream, academy, session: null }, { coveringId: ended.coveringId });
  });
}
