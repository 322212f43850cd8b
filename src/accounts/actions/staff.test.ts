import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { transact } from '../../platform/database/transact.ts';
import { readStream, SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { type AccountId, accountStream, ROLES } from '../account.ts';
import { ensureDemonstrationAccounts } from '../demonstration.ts';
import { accountMigrations } from '../migrations.ts';
import { passwordFaults } from '../rules/passwordPolicy.ts';
import { readSession } from '../store/sessions.ts';
import { examinerAccount, findStaff } from '../store/staff.ts';
import { aSignUp, lastMailTo, mailsTo, testDeps, tokenIn } from '../testing.ts';
import { requestReset, resetPassword } from './forgottenPassword.ts';
import { signIn } from './signIn.ts';
import { signUp } from './signUp.ts';
import { changeStaff, inviteStaff, type StaffForm, setStaffDisabled } from './staff.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const deps = testDeps(db);

let visitors = 0;
const newIp = (): string => `10.${++visitors}.0.1`;
const PASSWORD = 'Sancy*1886m';
const form = (address: string, changes: Partial<StaffForm> = {}): StaffForm => ({
  academy: 'clermont-ferrand',
  role: 'officer',
  name: 'Dominique Robert',
  address,
  portfolios: ['G2'],
  ...changes,
});
const invite = (invited: StaffForm) => transact(db, (tx) => inviteStaff(deps, tx, SYSTEM, invited));
const enter = (address: string, password = PASSWORD) =>
  signIn(deps, { address, password }, { network: newIp(), userAgent: 'test', formerToken: null }, SYSTEM);
const member = async (address: string) =>
  (await findStaff(db, 'clermont-ferrand')).find((one) => one.address === address);
const anActive = async (address: string, changes: Partial<StaffForm> = {}): Promise<AccountId> => {
  const invited = await invite(form(address, changes));
  if (!invited.ok) throw new Error(invited.error.code);
  await resetPassword(deps, (await lastMailTo(db, address)).token, PASSWORD, newIp(), SYSTEM);
  return invited.value;
};
const sessionFor = async (address: string) => tokenIn(deps, await enter(address));

describe('An invitation', () => {
  it('creates an account without password, and its link chooses one', async () => {
    const address = 'robert@ac-clermont.fr';
    expect((await invite(form(address))).ok).toBe(true);
    expect(await enter(address, '')).toMatchObject({ error: { code: 'credentials-wrong' } });
    const mail = await lastMailTo(db, address);
    expect(mail.template).toBe('staff.invitation');
    expect(mail.values).toMatchObject({ name: 'Dominique Robert', role: 'gestionnaire', civility: '' });
    expect(mail.values.contact).toBe('Bureau de clermont-ferrand');
    expect((await resetPassword(deps, mail.token, PASSWORD, newIp(), SYSTEM)).ok).toBe(true);
    expect(await enter(address)).toMatchObject({ ok: true, value: { role: 'officer' } });
    expect(await member(address)).toMatchObject({ activated: true, portfolios: ['G2'], role: 'officer' });
  });

  it('is sent again to who asks for a password, or for an account, before having answered', async () => {
    const address = 'lente@ac-clermont.fr';
    await invite(form(address));
    await requestReset(deps, address, { network: newIp(), key: null }, SYSTEM);
    await signUp(deps, aSignUp(address), { network: newIp(), key: null }, SYSTEM);
    expect((await mailsTo(db, address)).map((mail) => mail.template)).toEqual(Array(3).fill('staff.invitation'));
  });

  it('refuses an address already used, and an officer in charge of nothing', async () => {
    await signUp(deps, aSignUp('prise@domaine.fr'), { network: newIp(), key: null }, SYSTEM);
    expect(await invite(form('Prise@domaine.fr'))).toEqual({ ok: false, error: { code: 'address-taken' } });
    expect(await invite(form('vide@ac-clermont.fr', { portfolios: [] }))).toEqual({
      ok: false,
      error: { code: 'portfolio-needed' },
    });
  });

  it('sent twice at once makes one account', async () => {
    const both = await Promise.all([invite(form('double@ac-clermont.fr')), invite(form('double@ac-clermont.fr'))]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe('A role', () => {
  it('changes for the open sessions too; a version behind is refused', async () => {
    const id = await anActive('mobile@ac-clermont.fr');
    const token = await sessionFor('mobile@ac-clermont.fr');
    const place = { academy: 'clermont-ferrand', name: 'Dominique Robert', version: 1 };
    const change = { ...place, role: 'jury', portfolios: ['G3'] } as const;
    expect((await transact(db, (tx) => changeStaff(deps, tx, SYSTEM, id, change))).ok).toBe(true);
    expect((await readSession(db, token))?.session).toMatchObject({ role: 'jury', portfolios: [] });
    // Pressed twice, it stands, and is written once.
    const stands = () => transact(db, (tx) => changeStaff(deps, tx, SYSTEM, id, change));
    expect((await Promise.all([stands(), stands()])).map(({ ok }) => ok)).toEqual([true, true]);
    expect((await readStream(db, accountStream(id), 9)).filter(({ name }) => name === 'staff.changed')).toHaveLength(1);
    const late = { ...change, name: 'Autre' };
    expect(await transact(db, (tx) => changeStaff(deps, tx, SYSTEM, id, late))).toMatchObject({
      error: { code: 'changed-meanwhile' },
    });
    const elsewhere = { ...change, academy: 'lyon', version: 2 };
    expect(await transact(db, (tx) => changeStaff(deps, tx, SYSTEM, id, elsewhere))).toMatchObject({
      error: { code: 'staff-unknown' },
    });
  });
});

describe('A closed access', () => {
  it('ends the sessions, refuses the password and mails no link', async () => {
    const address = 'partie@ac-clermont.fr';
    const id = await anActive(address);
    const token = await sessionFor(address);
    const close = (disabled: boolean) =>
      transact(db, (tx) => setStaffDisabled(deps, tx, SYSTEM, 'clermont-ferrand', id, disabled));
    expect((await close(true)).ok).toBe(true);
    expect(await readSession(db, token)).toBeNull();
    expect(await enter(address)).toMatchObject({ error: { code: 'access-closed' } });
    expect(await enter(address, 'Autre/1465')).toMatchObject({ error: { code: 'credentials-wrong' } });
    const before = (await mailsTo(db, address)).length;
    await requestReset(deps, address, { network: newIp(), key: null }, SYSTEM);
    expect(await mailsTo(db, address)).toHaveLength(before);
    expect((await close(false)).ok).toBe(true);
    expect(await readSession(db, token)).toBeNull();
    expect((await enter(address)).ok).toBe(true);
  });

  it('opens nothing for a session that is still there', async () => {
    const address = 'fermee@ac-clermont.fr';
    const id = await anActive(address);
    const token = await sessionFor(address);
    expect(await readSession(db, token)).not.toBeNull();
    await sql`update staff set disabled_at = now() where account_id = ${id}`.execute(db);
    expect(await readSession(db, token)).toBeNull();
  });

  it('is never that of the last administrator', async () => {
    const first = await anActive('admin1@ac-clermont.fr', { role: 'admin' });
    const close = (id: AccountId) =>
      transact(db, (tx) => setStaffDisabled(deps, tx, SYSTEM, 'clermont-ferrand', id, true));
    expect(await close(first)).toMatchObject({ error: { code: 'last-administrator' } });
    const demoted = { academy: 'clermont-ferrand', name: 'X', role: 'head', portfolios: [], version: 1 } as const;
    expect(await transact(db, (tx) => changeStaff(deps, tx, SYSTEM, first, demoted))).toMatchObject({
      error: { code: 'last-administrator' },
    });
    const second = await anActive('admin2@ac-clermont.fr', { role: 'admin' });
    const both = await Promise.all([close(first), close(second)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });
});

describe('The demonstration', () => {
  it('has a member of staff a role, an officer a group, and a candidate, whose passwords fit; made once', async () => {
    const groups = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6'];
    const listed = await ensureDemonstrationAccounts(deps, 'demonstration', groups);
    expect(await ensureDemonstrationAccounts(deps, 'demonstration', groups)).toEqual(listed);
    const staff = await findStaff(db, 'demonstration');
    // Who examines has a list of their own.
    expect(staff).toHaveLength(ROLES.length - 2 + groups.length);
    expect(await examinerAccount(db, 'demonstration', 'examiner@demo.registre.fr')).not.toBeNull();
    expect(await examinerAccount(db, 'demonstration', 'head@demo.registre.fr')).toBeNull();
    expect(
      staff
        .filter((one) => one.role === 'officer')
        .flatMap((one) => one.portfolios)
        .toSorted(),
    ).toEqual(groups);
    for (const { address, password, name } of listed) {
      expect((await enter(address, password)).ok, address).toBe(true);
      for (const policy of ['notice', 'modern'] as const)
        expect(passwordFaults(policy, password, { names: [name], address }), address).toEqual([]);
    }
  });
});
