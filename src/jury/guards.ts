import type { Role, SignedInStaff } from '../accounts/index.ts';
import { type Guard, reaching } from '../platform/http/visit.ts';
import type { JuryDeps } from './deps.ts';
import type { Jury, Member } from './jury.ts';
import { findJury } from './store/juries.ts';
import { listMembers } from './store/members.ts';

/** Who may be the account of a member. */
export const ACCOUNTS = ['jury'] as const satisfies readonly Role[];
/** Who names juries, runs their sessions and closes their records. */
const HEADS = ['head'] as const satisfies readonly Role[];

export type AtJury = {
  readonly staff: SignedInStaff;
  readonly jury: Jury;
  /** Who they are in it; null: a head. */
  readonly member: Member | null;
};

type GuardDeps = Pick<JuryDeps, 'guards' | 'db'>;

export function atJuries({ guards }: Pick<JuryDeps, 'guards'>): Guard<SignedInStaff> {
  return guards.staff(...HEADS, ...ACCOUNTS);
}

export function headOfJuries({ guards }: Pick<JuryDeps, 'guards'>): Guard<SignedInStaff> {
  return guards.staff(...HEADS);
}

/** The jury in the address (`:id`), of their academy. */
export function headOfJury(deps: GuardDeps): Guard<AtJury> {
  return juryOf(deps, headOfJuries(deps));
}

/** The same for its members too, of whom another's jury doesn't exist. */
export function readerOfJury(deps: GuardDeps): Guard<AtJury> {
  return juryOf(deps, atJuries(deps));
}

function juryOf(deps: GuardDeps, who: Guard<SignedInStaff>): Guard<AtJury> {
  return reaching(who, 'a jury', async (staff, visit) => {
    const jury = await findJury(deps.db, staff.academy, visit.params.id);
    if (jury === null) return null;
    if (HEADS.some((role) => role === staff.role)) return { staff, jury, member: null };
    const member = (await listMembers(deps.db, jury)).find(({ accountId }) => accountId === staff.accountId);
    return member === undefined ? null : { staff, jury, member };
  });
}
