import { randomUUID } from 'node:crypto';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountStream } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { namedApart, withAddress } from '../rules/namedApart.ts';
import { type OnePerson, readKinship, secondPerson } from '../secondPerson.ts';
import type { StaffProposal } from '../staffProposal.ts';
import { findByAddress, lockAddress } from '../store/accounts.ts';
import { confirmListed, confirmPlacings } from '../store/confirmations.ts';
import { insertPlacing, readLinks } from '../store/placings.ts';
import { findStaff, listManagers, lockStaff, type Manager } from '../store/staff.ts';
import { deleteProposal, insertProposal, listProposals, lockProposal } from '../store/staffProposals.ts';
import { resetSecondFactor } from './secondFactor.ts';
import { changeStaff, inviteStaff } from './staff.ts';
import { mailStaff } from './tellResponsible.ts';

export type ProposalOrder = Omit<StaffProposal, 'id' | 'proposedAt'>;

/** The first of two people. Whoever may be the second is told by mail. */
export async function proposeStaff(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  order: ProposalOrder,
  days: number,
): Promise<Result<null, Refusal>> {
  const { academy, accountId, address, kind } = order;
  await lockStaff(tx, academy);
  if (address !== null) {
    await lockAddress(tx, address);
    if ((await findByAddress(tx, address)) !== null) return refuse({ code: 'address-taken' });
  }
  const [member] = accountId === null ? [] : await findStaff(tx, academy, accountId);
  if (accountId !== null && member === undefined) return refuse({ code: 'staff-unknown' });
  if (kind === 'change' && member?.rowVersion !== order.version) return refuse({ code: 'changed-meanwhile' });
  if (kind === 'second-proof' && member?.secondFactorSince === null) return refuse({ code: 'second-factor-absent' });
  const proposal = { ...order, id: randomUUID() };
  if (!(await insertProposal(tx, proposal))) return refuse({ code: 'proposal-standing' });
  const eventId = await record(tx, act, 'staff.proposed', subjectOf(proposal), { kind, role: order.role });
  const readers = await whoMayConfirm(tx, proposal, days);
  const [proposer] = await findStaff(tx, academy, order.proposedBy);
  const author = proposer === undefined ? '' : withAddress(proposer);
  await mailStaff(deps, tx, eventId, readers, (reader) =>
    accountMails.proposed.write({ ...reader, author, asked: order }),
  );
  return ok(null);
}

/** Heads and administrators whom nothing binds to it: of the academy, or where there is none, of the others. */
async function whoMayConfirm(
  db: Database,
  proposal: Pick<StaffProposal, 'academy' | 'proposedBy' | 'accountId'>,
  days: number,
): Promise<readonly Manager[]> {
  const whyNot = await readKinship(db, days);
  const free = (await listManagers(db)).filter(
    (one) => one.activated && whyNot(one.accountId, [proposal.proposedBy, proposal.accountId]) === null,
  );
  const own = free.filter(({ academy }) => academy === proposal.academy);
  return own.length > 0 ? own : free;
}

export type StaffProposalDecision = {
  readonly proposal: string;
  readonly by: AccountId;
  readonly academy: string;
  readonly days: number;
};

/** The second: it is done, in the name of who asked, and is no link between them. */
export async function confirmStaff(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  { proposal: asked, by, academy, days }: StaffProposalDecision,
): Promise<Result<null, Refusal>> {
  const proposal = await lockProposal(tx, asked);
  if (proposal === null) return refuse({ code: 'proposal-ended' });
  const may = (await whoMayConfirm(tx, proposal, days)).some(({ accountId }) => accountId === by);
  if (!may && proposal.academy !== academy) return refuse({ code: 'proposal-ended' });
  const second = await secondPerson(tx, { by, wrote: [proposal.proposedBy, proposal.accountId], days });
  if (!second.ok) return second;
  await deleteProposal(tx, proposal.id);
  const done = await carryOut(deps, tx, act, proposal);
  if (!done.ok) return done;
  const kinds = proposal.kind === 'second-proof' ? (['second-proof'] as const) : undefined;
  await confirmPlacings(tx, done.value, second.value, kinds);
  await record(tx, act, 'staff.confirmed', subjectOf({ ...proposal, accountId: done.value }), { kind: proposal.kind });
  return ok(null);
}

/** Gives it up, by whoever manages the staff there. */
export async function dropStaff(
  tx: Tx,
  act: Act,
  { proposal: asked, academy }: Pick<StaffProposalDecision, 'proposal' | 'academy'>,
): Promise<Result<null, Refusal>> {
  const proposal = await lockProposal(tx, asked);
  if (proposal === null || proposal.academy !== academy) return refuse({ code: 'proposal-ended' });
  await deleteProposal(tx, proposal.id);
  await record(tx, act, 'staff.dropped', subjectOf(proposal), { kind: proposal.kind });
  return ok(null);
}

/** In the name of who asked: it is they who brought that person in. Gives the account. */
async function carryOut(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  { kind, academy, accountId, address, name, role, version, proposedBy }: StaffProposal,
): Promise<Result<AccountId, Refusal>> {
  const asked: Act = { ...act, actor: { kind: 'staff', id: proposedBy } };
  if (accountId === null)
    return inviteStaff(deps, tx, asked, { academy, role, name, address: address ?? '', portfolios: [] });
  if (kind === 'change') {
    const change = { academy, role, name, portfolios: [], version: version ?? 0 };
    const done = await changeStaff(deps, tx, asked, accountId, change);
    return done.ok ? ok(accountId) : done;
  }
  const reset = await resetSecondFactor(deps, tx, asked, academy, accountId);
  if (!reset.ok) return reset;
  await insertPlacing(tx, accountId, proposedBy, 'second-proof');
  return ok(accountId);
}

/** That an access was opened to somebody who isn't who opened it: said by a second person. What is confirmed already stays so. */
export async function confirmAccess(
  tx: Tx,
  act: Act,
  {
    member,
    academy,
    by,
    days,
  }: Pick<StaffProposalDecision, 'by' | 'academy' | 'days'> & { readonly member: AccountId },
): Promise<Result<null, Refusal>> {
  const placers = (await readLinks(tx, days)).filter(({ who }) => who === member).map((one) => one.by);
  if (placers.length === 0) return ok(null);
  const second = await secondPerson(tx, { by, wrote: [member, ...placers], days });
  if (!second.ok) return second;
  await confirmPlacings(tx, member, second.value);
  await record(tx, act, 'staff.accessConfirmed', { stream: accountStream(member), academy, session: null }, null);
  return ok(null);
}

export type ProposedStaff = { readonly academy: string; readonly role: 'head' | 'admin'; readonly address: string };

/**
 * The installation's own list names this address: whoever bears it there is nobody's puppet, and what waits of them is done. Says
 * whether it found them.
 */
export async function followList(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  one: ProposedStaff,
): Promise<Result<boolean, Refusal>> {
  const { academy, role, address } = one;
  const waits = (await listProposals(tx)).find(
    (asked) => asked.academy === academy && asked.role === role && asked.address === address,
  );
  const [member] = (await findStaff(tx, academy)).filter((known) => known.address === address);
  const ofMember =
    member === undefined
      ? undefined
      : (await listProposals(tx)).find((asked) => asked.accountId === member.accountId && asked.role === role);
  const proposal = waits ?? ofMember;
  if (proposal === undefined && member?.role !== role) return ok(false);
  let account = member?.accountId;
  if (proposal !== undefined) {
    await deleteProposal(tx, proposal.id);
    const done = await carryOut(deps, tx, act, proposal);
    if (!done.ok) return done;
    account = done.value;
    await record(tx, act, 'staff.confirmed', subjectOf({ ...proposal, accountId: account }), { kind: proposal.kind });
  }
  if (account !== undefined) await confirmListed(tx, account);
  return ok(true);
}

export type ShownProposal = StaffProposal & {
  readonly author: string | null;
  /** Why who reads it isn't its second person; null: they are. */
  readonly barred: OnePerson | null;
};

/** What waits that this person may decide: of their academy, and of others where nobody there can. */
export async function proposalsFor(
  db: Database,
  { academy, by, days }: Pick<StaffProposalDecision, 'academy' | 'by' | 'days'>,
): Promise<readonly ShownProposal[]> {
  const whyNot = await readKinship(db, days);
  const names = namedApart(await listManagers(db));
  const shown: ShownProposal[] = [];
  for (const one of await listProposals(db)) {
    const may = (await whoMayConfirm(db, one, days)).some(({ accountId }) => accountId === by);
    if (one.academy !== academy && !may) continue;
    const barred = whyNot(by, [one.proposedBy, one.accountId]);
    shown.push({ ...one, author: names.get(one.proposedBy) ?? null, barred });
  }
  return shown;
}

function subjectOf({ id, accountId, academy }: Pick<StaffProposal, 'id' | 'accountId' | 'academy'>) {
  const stream = accountId === null ? `staff-proposal:${id}` : accountStream(accountId);
  return { stream, academy, session: null };
}
