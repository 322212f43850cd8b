import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { MOST } from '../attendance.ts';
import type { AttendanceActDeps } from '../deps.ts';
import { subjectOf } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import { listKeepers, nameKeeper, removeKeeper } from '../store/keepers.ts';

type Order = {
  readonly place: { readonly academy: string; readonly session: string };
  readonly by: string;
  readonly account: string;
};

/** Gives somebody of that role one centre of a session; the one that they had before is no longer theirs. */
export function giveCentre(
  deps: AttendanceActDeps,
  act: Act,
  { place, by, account, centreId }: Order & { readonly centreId: string },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const staff = await deps.accounts.listStaff(tx, place.academy);
    const person = staff.find(
      ({ accountId, role, disabledAt }) => accountId === account && role === 'centre' && disabledAt === null,
    );
    if (person === undefined) return refuse({ code: 'keeper-unknown' });
    if ((await listKeepers(tx, place)).length >= MOST.keepers) return refuse({ code: 'too-many-keepers' });
    if (!(await nameKeeper(tx, place, account, centreId, by))) return refuse({ code: 'centre-unknown' });
    await deps.events.publish(tx, act, 'attendance.keeperNamed', subjectOf({ ...place, centreId }), {
      accountId: account,
    });
    return ok(null);
  });
}

/** From their next request they keep nothing there; what they said stays. */
export function takeCentre(
  deps: AttendanceActDeps,
  act: Act,
  { place, account }: Omit<Order, 'by'>,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const centreId = await removeKeeper(tx, place, account);
    if (centreId === null) return refuse({ code: 'keeper-gone' });
    await deps.events.publish(tx, act, 'attendance.keeperRemoved', subjectOf({ ...place, centreId }), {
      accountId: account,
    });
    return ok(null);
  });
}
