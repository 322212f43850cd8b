import type { Database } from '../platform/database/database.ts';
import { listMovedCalls, type MovedCall } from '../summonses/index.ts';
import type { Keeping } from './attendance.ts';
import { listPhoned, type Phoned } from './store/phoned.ts';

/** Somebody whose hour changed and whom no mail reaches; `told`: who called them since, and when. Null: nobody. */
export type PhoneCall = MovedCall & { readonly told: Phoned | null };

/** Of these, whom somebody telephones or has. Whose hour is again the one of the plan, and who heard of no other, needs no call. */
export async function phoneCallsOf(
  db: Database,
  place: Pick<Keeping, 'academy' | 'session'>,
  on: Temporal.PlainDate,
  moved: readonly MovedCall[],
): Promise<readonly PhoneCall[]> {
  const phoned = moved.some(({ byPhone }) => byPhone) ? await listPhoned(db, place, on) : [];
  return moved.flatMap((call) => {
    const last = phoned.find((one) => one.enrolmentId === call.enrolmentId && one.unit === call.unit && one.told);
    const told = last !== undefined && last.callRank >= call.rank ? last : null;
    return call.byPhone && (last !== undefined || !call.callsAt.equals(call.plannedAt)) ? [{ ...call, told }] : [];
  });
}

/** Whose hour changed at one centre on a day. */
export async function readPhoneCalls(
  db: Database,
  { academy, session, centreId }: Keeping,
  on: Temporal.PlainDate,
): Promise<readonly PhoneCall[]> {
  const place = { academy, session };
  const moved = (await listMovedCalls(db, place, on)).filter((call) => call.centreId === centreId);
  return phoneCallsOf(db, place, on, moved);
}
