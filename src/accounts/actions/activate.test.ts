import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { accountMigrations } from '../migrations.ts';
import { findByAddress } from '../store/accounts.ts';
import { aSignUp, lastMailTo, type ReadMail, testDeps } from '../testing.ts';
import { activateByCode, activateByLink, activationOwner } from './activate.ts';
import { resendActivation } from './resendActivation.ts';
import { signUp } from './signUp.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const deps = testDeps(db);

let visitors = 0;
const ip = (): string => `10.1.0.${++visitors}`;
const ENDED = { ok: false, error: { code: 'link-ended' } };
const WRONG = { ok: false, error: { code: 'code-wrong' } };
const activated = async (address: string): Promise<boolean | undefined> =>
  (await findByAddress(db, address))?.activated;
const signedUp = async (address: string): Promise<ReadMail> => {
  await signUp(deps, aSignUp(address), { network: ip(), key: null }, SYSTEM);
  return lastMailTo(db, address);
};
const codeFrom = (address: string, code: string) => activateByCode(deps, { address, code }, ip(), SYSTEM);

describe('The link of the activation mail', () => {
  it('serves once', async () => {
    const { token } = await signedUp('une@domaine.fr');
    const both = await Promise.all([activateByLink(deps, token, SYSTEM), activateByLink(deps, token, SYSTEM)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await activateByLink(deps, token, SYSTEM)).toEqual(ENDED);
    expect(await activationOwner(deps, token)).toEqual(ENDED);
  });

  it('activates nothing by being looked at, as mail scanners do', async () => {
    const { token } = await signedUp('regard@domaine.fr');
    for (let time = 0; time < 3; time++) expect((await activationOwner(deps, token)).ok).toBe(true);
    expect(await activated('regard@domaine.fr')).toBe(false);
    expect((await activateByLink(deps, token, SYSTEM)).ok).toBe(true);
  });

  it('lives a day', async () => {
    const { token, code } = await signedUp('tard@domaine.fr');
    await sql`update auth_verification set expires_at = expires_at - interval '24 hours'`.execute(db);
    expect(await activationOwner(deps, token)).toEqual(ENDED);
    expect(await activateByLink(deps, token, SYSTEM)).toEqual(ENDED);
    expect(await codeFrom('tard@domaine.fr', code)).toEqual(WRONG);
    expect(await activated('tard@domaine.fr')).toBe(false);
    await resendActivation(deps, 'tard@domaine.fr', { network: ip(), key: null }, SYSTEM);
    const again = await lastMailTo(db, 'tard@domaine.fr');
    expect((await activateByLink(deps, again.token, SYSTEM)).ok).toBe(true);
  });

  it('is not guessed, nor read in a copy of the database', async () => {
    const { token } = await signedUp('copie@domaine.fr');
    const { rows } = await sql<{ identifier: string }>`select identifier from auth_verification`.execute(db);
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const forged of [...rows.map((row) => row.identifier), '', 'x', `${token}'`, 'a'.repeat(32), '\u0000'])
      expect(await activateByLink(deps, forged, SYSTEM), forged).toEqual(ENDED);
  });
});

describe('The code of the activation mail', () => {
  it('activates with the address it was sent to, on any device', async () => {
    const { code } = await signedUp('code@domaine.fr');
    expect((await codeFrom('code@domaine.fr', code)).ok).toBe(true);
    expect(await codeFrom('code@domaine.fr', code)).toEqual(WRONG);
  });

  it('is refused with the address of another, in the words used for an unknown one', async () => {
    const { code } = await signedUp('mien@domaine.fr');
    await signedUp('tien@domaine.fr');
    expect(await codeFrom('tien@domaine.fr', code)).toEqual(WRONG);
    expect(await codeFrom('personne@domaine.fr', code)).toEqual(WRONG);
    expect(await activated('tien@domaine.fr')).toBe(false);
  });

  it('is the one of the last mail', async () => {
    const { code } = await signedUp('dernier@domaine.fr');
    await resendActivation(deps, 'dernier@domaine.fr', { network: ip(), key: null }, SYSTEM);
    const again = await lastMailTo(db, 'dernier@domaine.fr');
    if (again.code !== code) expect(await codeFrom('dernier@domaine.fr', code)).toEqual(WRONG);
    expect((await codeFrom('dernier@domaine.fr', again.code)).ok).toBe(true);
  });

  it('is tried five times, then there is a wait, even with the right one; the link still serves', async () => {
    const { code, token } = await signedUp('devine@domaine.fr');
    const wrong = code === '000000' ? '000001' : '000000';
    const tries = await Promise.all(Array.from({ length: 12 }, () => codeFrom('devine@domaine.fr', wrong)));
    expect(tries.filter((result) => !result.ok && result.error.code === 'code-wrong')).toHaveLength(5);
    expect(await codeFrom('devine@domaine.fr', code)).toMatchObject({ error: { code: 'too-many-codes' } });
    expect((await activateByLink(deps, token, SYSTEM)).ok).toBe(true);
  });
});

describe('A new activation mail', () => {
  it('is sent to nobody unknown and nobody activated, with the same answer', async () => {
    await activateByLink(deps, (await signedUp('actif@domaine.fr')).token, SYSTEM);
    const before = await sql`select 1 from mail`.execute(db);
    for (const address of ['actif@domaine.fr', 'inconnu@domaine.fr'])
      expect(await resendActivation(deps, address, { network: ip(), key: null }, SYSTEM)).toEqual({
        ok: true,
        value: null,
      });
    expect((await sql`select 1 from mail`.execute(db)).rows).toHaveLength(before.rows.length);
  });
});
