import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { accountMigrations } from '../migrations.ts';
import { findByAddress } from '../store/accounts.ts';
import { aSignUp, lastMailTo, mailsTo, PASSWORD, testDeps } from '../testing.ts';
import { activateByLink } from './activate.ts';
import { ownerOfResetLink, requestReset, resetPassword } from './forgottenPassword.ts';
import { signIn } from './signIn.ts';
import { signUp } from './signUp.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const deps = testDeps(db);

let visitors = 0;
const newIp = (): string => `10.${++visitors}.0.1`;
const NEW = 'Sancy*1886m';
const anAccount = async (address: string, active = true): Promise<string> => {
  await signUp(deps, aSignUp(address), { network: newIp(), key: null }, SYSTEM);
  if (active) await activateByLink(deps, (await lastMailTo(db, address)).token, SYSTEM);
  return address;
};
const ask = (address: string) => requestReset(deps, address, { network: newIp(), key: null }, SYSTEM);
const enter = (address: string, password: string) =>
  signIn(deps, { address, password }, { network: newIp(), userAgent: 'test', formerToken: null }, SYSTEM);
const sessions = async (address: string): Promise<number> =>
  (await sql`select 1 from auth_session s join auth_user u on u.id = s.user_id where u.email = ${address}`.execute(db))
    .rows.length;

describe('A forgotten password', () => {
  it('is replaced by a link, which serves once and ends every session', async () => {
    const address = await anAccount('oublie@domaine.fr');
    await enter(address, PASSWORD);
    await enter(address, PASSWORD);
    expect(await sessions(address)).toBe(2);
    await ask(address);
    const { token, template, link } = await lastMailTo(db, address);
    expect([template, link.pathname]).toEqual(['account.password-reset', '/mot-de-passe-oublie']);
    expect(await ownerOfResetLink(deps, token)).toMatchObject({ ok: true, value: { displayName: 'Camille Martin' } });
    expect(await resetPassword(deps, token, NEW, newIp(), SYSTEM)).toEqual({ ok: true, value: null });
    expect(await sessions(address)).toBe(0);
    expect((await enter(address, PASSWORD)).ok).toBe(false);
    expect((await enter(address, NEW)).ok).toBe(true);
    expect(await resetPassword(deps, token, PASSWORD, newIp(), SYSTEM)).toMatchObject({
      error: { code: 'link-ended' },
    });
    expect((await lastMailTo(db, address)).template).toBe('account.password-changed');
  });

  it('is asked three times an hour at most, with the same answer, for any address', async () => {
    const address = await anAccount('trois@domaine.fr');
    for (let time = 0; time < 6; time++) expect(await ask(address)).toEqual({ ok: true, value: null });
    expect(await ask('personne@domaine.fr')).toEqual({ ok: true, value: null });
    expect((await mailsTo(db, address)).filter((mail) => mail.template === 'account.password-reset')).toHaveLength(3);
    expect(await mailsTo(db, 'personne@domaine.fr')).toEqual([]);
  });

  it('has an hour', async () => {
    const address = await anAccount('heure@domaine.fr');
    await ask(address);
    const { token } = await lastMailTo(db, address);
    await sql`update auth_verification set expires_at = expires_at - interval '61 minutes'`.execute(db);
    expect(await ownerOfResetLink(deps, token)).toMatchObject({ error: { code: 'link-ended' } });
    expect(await resetPassword(deps, token, NEW, newIp(), SYSTEM)).toMatchObject({ error: { code: 'link-ended' } });
    expect((await enter(address, PASSWORD)).ok).toBe(true);
  });

  it('of an account never activated activates it: the mail was read', async () => {
    const address = await anAccount('jamais@domaine.fr', false);
    await ask(address);
    const { token } = await lastMailTo(db, address);
    expect((await resetPassword(deps, token, NEW, newIp(), SYSTEM)).ok).toBe(true);
    expect((await findByAddress(db, address))?.activated).toBe(true);
    expect((await enter(address, NEW)).ok).toBe(true);
  });

  it('used twice at once, the link serves once', async () => {
    const address = await anAccount('ensemble@domaine.fr');
    await ask(address);
    const { token } = await lastMailTo(db, address);
    const both = await Promise.all(
      [NEW, 'Dore.1885mt'].map((next) => resetPassword(deps, token, next, newIp(), SYSTEM)),
    );
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });

  it('voids the other links asked for', async () => {
    const address = await anAccount('liens@domaine.fr');
    await ask(address);
    const { token } = await lastMailTo(db, address);
    await ask(address);
    const later = await lastMailTo(db, address);
    expect((await resetPassword(deps, later.token, NEW, newIp(), SYSTEM)).ok).toBe(true);
    expect(await ownerOfResetLink(deps, token)).toMatchObject({ error: { code: 'link-ended' } });
  });

  it('spares the code to who had failed before', async () => {
    const address = await anAccount('attente@domaine.fr');
    const ip = newIp();
    const here = (password: string) =>
      signIn(deps, { address, password }, { network: ip, userAgent: '', formerToken: null }, SYSTEM);
    for (let time = 0; time < 6; time++) await here('Volvic/1466');
    expect(await here(PASSWORD)).toMatchObject({ value: { ticket: expect.any(String) } });
    await ask(address);
    await resetPassword(deps, (await lastMailTo(db, address)).token, NEW, ip, SYSTEM);
    expect(await here(NEW)).toMatchObject({ value: { role: null } });
  });
});
