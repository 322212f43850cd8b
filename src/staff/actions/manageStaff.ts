import { createHash } from 'node:crypto';
import {
  type AccountRefusal,
  isResponsible,
  type ProposalOrder,
  type SignedInStaff,
  type StaffForm,
  type StaffMember,
} from '../../accounts/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { StaffDeps } from '../deps.ts';
import { refuseManaging, rolesToGive, type StaffDenial } from '../rules/staffRights.ts';

type ActDeps = Pick<StaffDeps, 'db' | 'accounts' | 'catalogue'>;
export type StaffRefusal = AccountRefusal | { readonly code: StaffDenial };
export type StaffPlace = Pick<StaffForm, 'name' | 'role' | 'portfolios'>;

/** What became of it: a head or an administrator is named by two. */
export type Managed = 'done' | 'proposed';

/** An account without password and a mail with the link to choose one. Two clicks are one invitation. */
export async function invite(
  deps: ActDeps,
  act: Act,
  actor: SignedInStaff,
  form: StaffPlace & { readonly address: string },
  key: string | null,
): Promise<Result<Managed, StaffRefusal>> {
  if (!rolesToGive(actor).includes(form.role)) return refuse({ code: 'administrator' });
  // A browser may come back to the page as it was, key and all: somebody else is another invitation.
  const purpose = `invite staff ${createHash('sha256').update(form.address.toLowerCase()).digest('hex')}`;
  const { academy, accountId: proposedBy } = actor;
  const { name, role } = form;
  const address = form.address.toLowerCase();
  return transact<Managed, StaffRefusal>(deps.db, (tx) =>
    onceAccepted<Managed, StaffRefusal>(tx, { key, owner: proposedBy, purpose, content: form }, async () => {
      const asked = {
        academy,
        kind: 'invite',
        accountId: null,
        address,
        name,
        role,
        version: null,
        proposedBy,
      } as const;
      if (isResponsible(role)) return propose(deps, tx, act, asked);
      const invited = await deps.accounts.inviteStaff(tx, act, { ...form, academy });
      return invited.ok ? ok('done') : invited;
    }),
  );
}

export async function change(
  deps: ActDeps,
  act: Act,
  actor: SignedInStaff,
  member: StaffMember,
  order: StaffPlace & { readonly version: number },
): Promise<Result<Managed, StaffRefusal>> {
  const denial = refuseManaging(actor, member);
  if (denial !== null) return refuse({ code: denial });
  if (!rolesToGive(actor).includes(order.role)) return refuse({ code: 'administrator' });
  const { academy, accountId: proposedBy } = actor;
  const { accountId } = member;
  const { name, role, version } = order;
  return transact<Managed, StaffRefusal>(deps.db, async (tx) => {
    const asked = { academy, kind: 'change', accountId, address: null, name, role, version, proposedBy } as const;
    if (role !== member.role && isResponsible(role)) return propose(deps, tx, act, asked);
    const changed = await deps.accounts.changeStaff(tx, act, accountId, { ...order, academy });
    return changed.ok ? ok('done') : changed;
  });
}

async function propose(
  { accounts, catalogue }: ActDeps,
  tx: Tx,
  act: Act,
  order: ProposalOrder,
): Promise<Result<Managed, StaffRefusal>> {
  const asked = await accounts.proposeStaff(tx, act, order, catalogue().installation().secondPersonDays);
  return asked.ok ? ok('proposed') : asked;
}

/** Somebody lost their telephone and their recovery codes: once a second person agrees, their password alone opens a session. */
export async function proposeReset(
  deps: ActDeps,
  act: Act,
  actor: SignedInStaff,
  member: StaffMember,
): Promise<Result<Managed, StaffRefusal>> {
  const denial = refuseManaging(actor, member);
  if (denial !== null) return refuse({ code: denial });
  const { academy, accountId: proposedBy } = actor;
  const { accountId, name, role } = member;
  const asked = {
    academy,
    kind: 'second-proof',
    accountId,
    address: null,
    name,
    role,
    version: null,
    proposedBy,
  } as const;
  return transact<Managed, StaffRefusal>(deps.db, (tx) => propose(deps, tx, act, asked));
}

/** The second person's part, or nothing comes of what was asked for. */
export async function decideProposal(
  { db, accounts, catalogue }: ActDeps,
  act: Act,
  { accountId: by, academy }: SignedInStaff,
  proposal: string,
  step: 'confirm' | 'drop',
): Promise<Result<null, StaffRefusal>> {
  const days = catalogue().installation().secondPersonDays;
  return transact<null, StaffRefusal>(db, (tx) =>
    step === 'confirm'
      ? accounts.confirmStaff(tx, act, { proposal, by, academy, days })
      : accounts.dropStaff(tx, act, { proposal, academy }),
  );
}

/** Whose access this is isn't who opened it: said by who knows both. */
export async function confirmAccess(
  { db, accounts, catalogue }: ActDeps,
  act: Act,
  actor: SignedInStaff,
  member: StaffMember,
): Promise<Result<null, StaffRefusal>> {
  const denial = refuseManaging(actor, member);
  if (denial !== null) return refuse({ code: denial });
  const { academy, accountId: by } = actor;
  const days = catalogue().installation().secondPersonDays;
  return transact<null, StaffRefusal>(db, (tx) =>
    accounts.confirmAccess(tx, act, { member: member.accountId, academy, by, days }),
  );
}

/** Closes an access at once, open sessions included, or opens it again. */
export async function setAccess(
  deps: ActDeps,
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
