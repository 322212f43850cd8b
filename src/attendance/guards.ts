import type { SignedInStaff } from '../accounts/index.ts';
import type { ResolvedSession } from '../catalogue/index.ts';
import type { ExamDesk } from '../exam/index.ts';
import { examDesk } from '../exam/index.ts';
import { type Guard, reaching } from '../platform/http/visit.ts';
import type { Keeping } from './attendance.ts';
import type { AttendanceDeps } from './deps.ts';
import { listKeepings } from './store/keepers.ts';

export type AtCentre = { readonly staff: SignedInStaff; readonly keepings: readonly Keeping[] };
export type HeadAtExam = {
  readonly staff: SignedInStaff;
  readonly desk: ExamDesk;
  readonly session: ResolvedSession;
  readonly place: { readonly academy: string; readonly session: string };
};

/** Who checks candidates in, with the centres that they are named for: the page says so where there is none. */
export function asKeeper(deps: Pick<AttendanceDeps, 'guards' | 'db'>): Guard<AtCentre> {
  const who = deps.guards.staff('centre');
  return reaching(who, 'their centre', async (staff) => {
    return { staff, keepings: await listKeepings(deps.db, staff.accountId, staff.academy) };
  });
}

export function asHead(deps: Pick<AttendanceDeps, 'guards' | 'db' | 'catalogue' | 'clock'>): Guard<HeadAtExam> {
  const who = deps.guards.staff('head');
  return reaching(who, 'a session', async (staff, visit) => {
    const desk = await examDesk(deps, visit, staff);
    const { session } = desk;
    if (session === null) return null;
    return { staff, desk, session, place: { academy: staff.academy, session: session.code } };
  });
}
