import type { Tx } from '../../platform/database/database.ts';
import { type Act, canonicalJson, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountId, accountStream, type Role } from '../account.ts';
import { type AccountsDeps, libraryOn } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { findByAddress, findById, lockAddress } from '../store/accounts.ts';
import { insertPlacing } from '../store/placings.ts';
import { endSessionsOf } from '../store/sessions.ts';
import { findStaff, insertStaff, lockStaff, setDisabled, setPortfolios, updateStaff } from '../store/staff.ts';
import { sendInvitation } from './sendInvitation.ts';
import { type TellResponsibleDeps, tellResponsible } from './tellResponsible.ts';

export type StaffForm = {
  readonly academy: string;
  readonly role: Role;
  readonly name: string;
  readonly address: string;
  readonly portfolios: readonly string[];
};

/** A member of staff, with a password (demonstration) or without (invited). One academy and one role an account. */
export async function createStaff(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  form: StaffForm,
  passwordHash: string | null,
): Promise<Result<AccountId, Refusal>> {
  const address = form.address.toLowerCase();
  await lockAddress(tx, address);
  if (form.role === 'officer' && form.portfolios.length === 0) return refuse({ code: 'portfolio-needed' });
  if ((await findByAddress(tx, address)) !== null) return refuse({ code: 'address-taken' });
  const { internalAdapter } = await libraryOn(deps, tx).auth.$context;
  const user = await internalAdapter.createUser(
    { name: '', email: address, emailVerified: passwordHash !== null },
    { method: 'invitation' },
  );
  const id = accountId(user.id);
  if (passwordHash !== null)
    await internalAdapter.linkAccount({ userId: id, providerId: 'credential', accountId: id, password: passwordHash });
  await insertStaff(tx, id, form);
  await insertPlacing(tx, id, placerOf(act), 'invited');
  await setPortfolios(tx, id, form.academy, portfoliosOf(form));
  await record(tx, act, 'staff.created', subjectOf(id, form.academy), placeOf(form));
  return ok(id);
}

/** Creates the account and mails the link by which its owner chooses a password. */
export async function inviteStaff(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  form: StaffForm,
): Promise<Result<AccountId, Refusal>> {
  const created = await createStaff(deps, tx, act, form, null);
  if (!created.ok) return created;
  const known = await findById(tx, created.value);
  if (known === null) return created;
  const eventId = await sendInvitation(deps, tx, known, act);
  if (eventId !== null) await tellResponsible(deps, tx, eventId, { ...form, accountId: created.value });
  return created;
}

export type StaffChange = Omit<StaffForm, 'address'> & { readonly version: number };

/** A new role, name or portfolio. The person's open sessions have it from their next page. */
export async function changeStaff(
  deps: TellResponsibleDeps,
  tx: Tx,
  act: Act,
  id: AccountId,
  change: StaffChange,
): Promise<Result<null, Refusal>> {
  await lockStaff(tx, change.academy);
  const [before] = await findStaff(tx, change.academy, id);
  if (before === undefined) return refuse({ code: 'staff-unknown' });
  // Two clicks, or a colleague who said the same: it stands already.
  const asked = placeOf({ ...change, portfolios: portfoliosOf(change).toSorted() });
  if (canonicalJson(placeOf(before)) === canonicalJson(asked)) return ok(null);
  if (change.role === 'officer' && change.portfolios.length === 0) return refuse({ code: 'portfolio-needed' });
  if (before.role === 'admin' && change.role !== 'admin' && (await isLastAdministrator(tx, change.academy, id)))
    return refuse({ code: 'last-administrator' });
  if (!(await updateStaff(tx, id, change, change.version))) return refuse({ code: 'changed-meanwhile' });
  if (before.role !== change.role) await insertPlacing(tx, id, placerOf(act), 'role');
  await setPortfolios(tx, id, change.academy, portfoliosOf(change));
  const data = { before: placeOf(before), after: placeOf(change) };
  const eventId = await record(tx, act, 'staff.changed', subjectOf(id, change.academy), data);
  if (before.role !== change.role)
    await tellResponsible(deps, tx, eventId, { ...change, accountId: id, address: before.address });
  return ok(null);
}

/** Closes the access at once, sessions included, or opens it again. */
export async function setStaffDisabled(
  deps: TellResponsibleDeps,
  tx: Tx,
  act: Act,
  academy: string,
  id: AccountId,
  disabled: boolean,
): Promise<Result<null, Refusal>> {
  await lockStaff(tx, academy);
  const [member] = await findStaff(tx, academy, id);
  if (member === undefined) return refuse({ code: 'staff-unknown' });
  if ((member.disabledAt !== null) === disabled) return ok(null);
  if (disabled && member.role === 'admin' && (await isLastAdministrator(tx, academy, id)))
    return refuse({ code: 'last-administrator' });
  await setDisabled(tx, id, academy, disabled);
  if (disabled) await endSessionsOf(tx, id);
  else await insertPlacing(tx, id, placerOf(act), 'reopened');
  const eventId = await record(tx, act, disabled ? 'staff.disabled' : 'staff.enabled', subjectOf(id, academy), null);
  if (!disabled) await tellResponsible(deps, tx, eventId, member);
  return ok(null);
}

/** Nobody else could give the access back. Somebody invited who hasn't answered can't either. */
async function isLastAdministrator(tx: Tx, academy: string, id: AccountId): Promise<boolean> {
  const all = await findStaff(tx, academy);
  return !all.some((one) => one.accountId !== id && one.role === 'admin' && one.disabledAt === null && one.activated);
}

function placerOf({ actor }: Act): AccountId | null {
  return actor.kind === 'staff' && actor.id !== null ? accountId(actor.id) : null;
}

function portfoliosOf(form: Pick<StaffForm, 'role' | 'portfolios'>): readonly string[] {
  return form.role === 'officer' ? [...new Set(form.portfolios)] : [];
}

function placeOf(form: Pick<StaffForm, 'role' | 'name' | 'portfolios'>): {
  readonly role: string;
  readonly name: string;
  readonly portfolios: readonly string[];
} {
  return { role: form.role, name: form.name, portfolios: form.portfolios };
}

function subjectOf(
  id: AccountId,
  academy: string,
): {
  readonly stream: string;
  readonly academy: string;
  readonly session: null;
} {
  return { stream: accountStream(id), academy, session: null };
}
