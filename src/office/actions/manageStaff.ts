import { createHash } from 'node:crypto';
import type { AccountId, AccountRefusal, SignedInStaff, StaffForm, StaffMember } from '../../accounts/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { type Result, refuse } from '../../platform/result.ts';
import type { OfficeDeps } from '../deps.ts';
import { refuseManaging, rolesToGive, type StaffDenial } from '../rules/staffRights.ts';

type StaffDeps = Pick<OfficeDeps, 'db' | 'accounts'>;
export type StaffRefusal = AccountRefusal | { readonly code: StaffDenial };
export type Place = Pick<StaffForm, 'name' | 'role' | 'portfolios'>;

/** An account without password and a mail with the link to choose one. Two clicks are one invitation. */
export async function invite(
  deps: StaffDeps,
  act: Act,
  actor: SignedInStaff,
  form: Place & { readonly address: string },
  key: string | null,
): Promise<Result<AccountId, StaffRefusal>> {
  if (!rolesToGive(actor).includes(form.role)) return refuse({ code: 'administrator' });
  // A browser may come back to the page as it was, key and all: somebody else is another invitation.
  const purpose = `invite staff ${createHash('sha256').update(form.address.toLowerCase()).digest('hex')}`;
  return transact<AccountId, StaffRefusal>(deps.db, (tx) =>
    onceAccepted<AccountId, StaffRefusal>(tx, key, actor.accountId, purpose, () =>
      deps.accounts.inviteStaff(tx, act, { ...form, academy: actor.academy }),
    ),
  );
}

export async function change(
  deps: StaffDeps,
  act: Act,
  actor: SignedInStaff,
  member: StaffMember,
  order: Place & { readonly version: number },
): Promise<Result<null, StaffRefusal>> {
  const denial = refuseManaging(actor, member);
  if (denial !== null) return refuse({ code: denial });
  if (!rolesToGive(actor).includes(order.role)) return refuse({ code: 'administrator' });
  return transact<null, StaffRefusal>(deps.db, (tx) =>
    deps.accounts.changeStaff(tx, act, member.accountId, { ...order, academy: actor.academy }),
  );
}

/** Somebody lost their telephone and their recovery codes: their password alone opens a session, to set another factor. */
export async function resetSecondFactor(
  deps: StaffDeps,
  act: Act,
  actor: SignedInStaff,
  member: StaffMember,
): Promise<Result<null, StaffRefusal>> {
  const denial = refuseManaging(actor, member);
  if (denial !== null) return refuse({ code: denial });
  return transact<null, StaffRefusal>(deps.db, (tx) =>
    deps.accounts.resetSecondFactor(tx, act, actor.academy, member.accountId),
  );
}

/** Closes an access at once, open sessions included, or opens it again. */
export async function setAccess(
  deps: StaffDeps,
  act: Act,
  actor: SignedInStaff,
  member: StaffMember,
  open: boolean,
): Promise<Result<null, StaffRefusal>> {
  const denial = refuseManaging(actor, member);
  if (denial !== null) return refuse({ code: denial });
  return transact<null, StaffRefusal>(deps.db, (tx) =>
    deps.accounts.setStaffDisabled(tx, act, actor.academy, member.accountId, !open),
  );
}
