import { ROLES, type Role, type SignedInStaff } from '../../accounts/index.ts';

type Actor = Pick<SignedInStaff, 'accountId' | 'role'>;

/** Who examines is let in from their own page, among the people of the academy. */
const GIVEN = ROLES.filter((role) => role !== 'examiner');

/** The roles that this person may give: only an administrator makes another one. */
export function rolesToGive(actor: Pick<Actor, 'role'>): readonly Role[] {
  if (actor.role === 'admin') return GIVEN;
  return actor.role === 'head' ? GIVEN.filter((role) => role !== 'admin') : [];
}

export type StaffDenial = 'own-access' | 'administrator';

/** Why this person can't change that one: nobody their own role or access, and a head of office no administrator. */
export function refuseManaging(
  actor: Actor,
  member: { readonly accountId: string; readonly role: Role },
): StaffDenial | null {
  if (actor.accountId === member.accountId) return 'own-access';
  return rolesToGive(actor).includes(member.role) ? null : 'administrator';
}
