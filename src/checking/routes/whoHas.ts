import type { StaffMember } from '../../accounts/index.ts';
import { type AtDesk, peopleOf } from '../../scope/index.ts';
import type { CheckingDeps } from '../deps.ts';
import { type WhoHas, whoHas } from '../rules/whoHas.ts';
import { claimsOn } from '../store/claims.ts';
import { colleaguesAt } from '../store/presence.ts';

/** Who takes care of these files, and who has them open. */
export async function readWhoHas(
  deps: Pick<CheckingDeps, 'db'>,
  { staff, scope }: AtDesk,
  members: readonly StaffMember[],
  enrolments: readonly string[],
): Promise<(enrolmentId: string) => WhoHas> {
  const me = staff.accountId;
  const [claims, present] = await Promise.all([
    claimsOn(deps.db, scope, enrolments),
    colleaguesAt(deps.db, scope, me, enrolments),
  ]);
  return whoHas({ claims, present }, peopleOf(members, null), me, Temporal.Now.instant());
}
