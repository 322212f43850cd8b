import type { SignedInStaff, StaffMember } from '../../accounts/index.ts';
import { type Guard, reaching } from '../../platform/http/visit.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { StaffDeps } from '../deps.ts';
import { refuseManaging } from '../rules/staffRights.ts';

export type MemberGrant = { readonly staff: SignedInStaff; readonly member: StaffMember };

/** Somebody of the same academy whom this person may change; others aren't there. */
export function memberOf(deps: StaffDeps, manager: Guard<SignedInStaff>): Guard<MemberGrant> {
  return reaching(manager, 'their staff', async (staff, visit) => {
    const { id } = visit.params;
    const members = isUuid(id) ? await deps.accounts.listStaff(deps.db, staff.academy) : [];
    const member = members.find((one) => one.accountId === id);
    return member === undefined || refuseManaging(staff, member) !== null ? null : { staff, member };
  });
}
