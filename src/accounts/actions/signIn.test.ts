import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { emptyDatabase, type TestDatabase } from '../../testing/database.ts';
import { readToken } from '../credentials/sessionCookie.ts';
import { accountMigrations } from '../migrations.ts';
import { readSession, touchSession } from '../store/sessions.ts';
import { aSignUp, lastMailTo, PASSWORD, testTools } from '../testing.ts';
import type { Tools } from '../tools.ts';
import { activateByLink } from './activate.ts';
import { signIn } from './signIn.ts';
import { signOut } from './signOut.ts';
import { signUp } from './signUp.ts';

let test: TestDatabase;
let tools: Tools;
beforeAll(async () => {
  test = await emptyDatabase([platformMigrations, accountMigrations]);
  tools = testTools(test.db);
});
afterAll(() => test.close());

let visitors = 0;
const newIp = (): string => `10.${++visitors}.0.1`;
const anAccount = async (address: string): Promise<string> => {
  await signUp(tools, aSignUp(address), { network: newIp(), key: null }, SYSTEM);
  await activateByLink(tools, (await lastMailTo(test.db, address)).token, SYSTEM);
  return address;
};
const enter = (address: string, password = PASSWORD, ip = newIp(), formerToken: string | null = null) =>
  signIn(tools, { address, password }, { network: ip, userAgent: 'test', formerToken }, SYSTEM);
const WRONG = { ok: false, error: { code: 'credentials-wrong' } };

const tokenOf = (entered: Awaited<ReturnType<typeof enter>>): string => {
  const line = entered.ok ? (entered.value.cookies[0] ?? '') : '';
  return readToken(decodeURIComponent(/^registre_session=([^;]+)/.exec(line)?.[1] ?? ''), tools.secret) ?? '';
};

describe('Signing in', () => {
  it('says the same of an unknown address, a wrong password and a password far too long', async () => {
    const address = await anAccount('phrase@domaine.fr');
    for (const refused of [
      await enter('inconnue@domaine.fr'),
      await enter(address, 'Volvic/1466'),
      await enter(address, `${PASSWORD}${'a'.repeat(200)}`),
      await enter('pas une adresse', 'x'),
      await enter(address, ''),
    ])
      expect(refused).toEqual(WRONG);
  });

  it('takes as long for an unknown address as for a wrong password', async () => {
    const address = await anAccount('temps@domaine.fr');
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let round = 0; round < 9; round++)
      for (const [kind, who] of [
        ['known', address],
        ['unknown', `absent${round}@domaine.fr`],
      ] as const) {
        const from = performance.now();
        await enter(who, 'Volvic/1466');
        times[kind].push(performance.now() - from);
      }
    const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)];
    expect(Math.abs(known - unknown)).toBeLessThan(Math.max(known, unknown) * 0.6);
  });

  it('opens a new session each time, and ends the one this browser held', async () => {
    const address = await anAccount('session@domaine.fr');
    const first = tokenOf(await enter(address));
    const second = tokenOf(await enter(address, PASSWORD, newIp(), first));
    expect(first).not.toBe('');
    expect(second).not.toBe(first);
    expect(await readSession(test.db, first)).toBeNull();
    expect(await readSession(test.db, second)).not.toBeNull();
  });
});

describe('Wrong passwords', () => {
  it('sent thirty at once are tried five times at most', async () => {
    const address = await anAccount('assaut@domaine.fr');
    const ip = newIp();
    const tries = await Promise.all(Array.from({ length: 30 }, (_, index) => enter(address, `Essai/${index}`, ip)));
    const tried = tries.filter((result) => !result.ok && result.error.code === 'credentials-wrong');
    const waited = tries.filter((result) => !result.ok && result.error.code === 'too-many-tries');
    expect([tried.length, waited.length]).toEqual([5, 25]);
    expect(await enter(address, PASSWORD, ip)).toMatchObject({ error: { code: 'too-many-tries', waitSeconds: 60 } });
    expect((await enter(address)).ok).toBe(true);
  });

  it('from many networks are counted for the account: twenty', async () => {
    const address = await anAccount('partout@domaine.fr');
    const tries = await Promise.all(Array.from({ length: 30 }, (_, index) => enter(address, `Essai/${index}`)));
    expect(tries.filter((result) => !result.ok && result.error.code === 'credentials-wrong')).toHaveLength(20);
  });

  it('for many accounts are counted for the network: sixty', async () => {
    const ip = newIp();
    const tries = await Promise.all(
      Array.from({ length: 70 }, (_, index) => enter(`liste${index}@domaine.fr`, 'Essai/1', ip)),
    );
    expect(tries.filter((result) => !result.ok && result.error.code === 'credentials-wrong')).toHaveLength(60);
  });

  it('are forgotten after the right one', async () => {
    const address = await anAccount('oubli@domaine.fr');
    const ip = newIp();
    for (let round = 0; round < 3; round++) {
      for (let time = 0; time < 4; time++) expect(await enter(address, 'Volvic/1466', ip)).toEqual(WRONG);
      expect((await enter(address, PASSWORD, ip)).ok).toBe(true);
    }
  });
});

describe('A session', () => {
  const aged = async (interval: string, column: 'updated_at' | 'expires_at', token: string): Promise<void> => {
    await sql`update auth_session set ${sql.ref(column)} = ${sql.ref(column)} - ${interval}::interval where token = ${token}`.execute(
      test.db,
    );
  };

  it('ends twelve hours after it began, whatever was done', async () => {
    const token = tokenOf(await enter(await anAccount('douze@domaine.fr')));
    await aged('11 hours 59 minutes', 'expires_at', token);
    expect(await readSession(test.db, token)).not.toBeNull();
    await aged('2 minutes', 'expires_at', token);
    expect(await readSession(test.db, token)).toBeNull();
  });

  it('of a candidate ends after two hours without a page, and each page counts, once a minute', async () => {
    const token = tokenOf(await enter(await anAccount('deux@domaine.fr')));
    await aged('1 hour 59 minutes', 'updated_at', token);
    const found = await readSession(test.db, token);
    expect(found?.stale).toBe(true);
    await touchSession(test.db, found?.session.sessionId ?? '');
    expect((await readSession(test.db, token))?.stale).toBe(false);
    await aged('2 hours', 'updated_at', token);
    expect(await readSession(test.db, token)).toBeNull();
  });

  it('is deleted by signing out: a copy of its cookie opens nothing', async () => {
    const token = tokenOf(await enter(await anAccount('sortie@domaine.fr')));
    const found = await readSession(test.db, token);
    await signOut(tools, found?.session ?? null, token, SYSTEM);
    expect(await readSession(test.db, token)).toBeNull();
  });

  it('is not opened by a token without our signature', async () => {
    const token = tokenOf(await enter(await anAccount('signature@domaine.fr')));
    for (const forged of [token, `${token}.`, `${token}.AAAA`, '.', '', `.${token}`])
      expect(readToken(forged, tools.secret), forged).toBeNull();
  });
});
