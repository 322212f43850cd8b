import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { createFairQueue } from '../../platform/fairQueue.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { readToken } from '../credentials/sessionCookie.ts';
import { sealTicket } from '../credentials/ticket.ts';
import { ensureDemonstrationAccounts } from '../demonstration.ts';
import { accountMigrations } from '../migrations.ts';
import { findByAddress } from '../store/accounts.ts';
import { readSession, touchSession } from '../store/sessions.ts';
import { aSignUp, lastMailTo, PASSWORD, signInCodesTo, testDeps, tokenIn } from '../testing.ts';
import { activateByLink } from './activate.ts';
import { signIn } from './signIn.ts';
import { signInByCode } from './signInCode.ts';
import { signOut } from './signOut.ts';
import { signUp } from './signUp.ts';

// Hundreds of passwords are really hashed here.
vi.setConfig({ testTimeout: 180_000 });

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const deps = testDeps(db);

let visitors = 0;
const newIp = (): string => `10.${++visitors}.0.1`;
const anAccount = async (address: string): Promise<string> => {
  await signUp(deps, aSignUp(address), { network: newIp(), key: null }, SYSTEM);
  await activateByLink(deps, (await lastMailTo(db, address)).token, SYSTEM);
  return address;
};
const enter = (address: string, password = PASSWORD, ip = newIp(), formerToken: string | null = null) =>
  signIn(deps, { address, password }, { network: ip, userAgent: 'test', formerToken }, SYSTEM);
const WRONG = { ok: false, error: { code: 'credentials-wrong' } };

const tokenOf = (entered: Awaited<ReturnType<typeof enter>>): string => tokenIn(deps, entered);

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
    // Of the processor: the clock's would also count what else the machine does.
    for (let round = 0; round < 5; round++)
      for (const [kind, who] of [
        ['known', address],
        ['unknown', `absent${round}@domaine.fr`],
      ] as const) {
        const from = process.cpuUsage();
        await enter(who, 'Volvic/1466');
        const { user, system } = process.cpuUsage(from);
        times[kind].push(user + system);
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
    expect(await readSession(db, first)).toBeNull();
    expect(await readSession(db, second)).not.toBeNull();
  });
});

/** What became of many tries: let in, told that it was wrong, sent to the page of the code. */
const outcomes = (tries: readonly Awaited<ReturnType<typeof enter>>[]) => {
  const how = tries.map((one) => (one.ok ? ('ticket' in one.value ? 'code' : 'in') : one.error.code));
  return Object.fromEntries([...new Set(how)].map((name) => [name, how.filter((other) => other === name).length]));
};
const ticketIn = (entered: Awaited<ReturnType<typeof enter>>): string => {
  if (!entered.ok || !('ticket' in entered.value)) throw new Error(JSON.stringify(entered));
  return entered.value.ticket;
};
const byCode = (ticket: string, code: string, ip = newIp()) =>
  signInByCode(deps, { ticket, code }, { network: ip, userAgent: 'test', formerToken: null }, SYSTEM);
const otherThan = (code: string): string => (code === '000000' ? '000001' : '000000');
const failWrong = async (address: string, times: number, ip?: string): Promise<void> => {
  for (let time = 0; time < times; time++) await enter(address, `Essai/${time}`, ip ?? newIp());
};

describe('Right passwords', () => {
  it('from one network are never too many: two hundred of a school, at once', async () => {
    const school = newIp();
    const people = await Promise.all(Array.from({ length: 20 }, (_, index) => anAccount(`ecole${index}@domaine.fr`)));
    const entered = await Promise.all(
      Array.from({ length: 200 }, (_, index) => enter(people[index % 20] ?? '', PASSWORD, school)),
    );
    expect(outcomes(entered)).toEqual({ in: 200 });
  });

  it('of an account that is not activated yet are no failures', async () => {
    const [address, ip] = ['pas-encore@domaine.fr', newIp()];
    await signUp(deps, aSignUp(address), { network: ip, key: null }, SYSTEM);
    for (let time = 0; time < 7; time++)
      expect(await enter(address, PASSWORD, ip)).toEqual({ ok: false, error: { code: 'not-activated' } });
  });

  it('wait in their network while others come in, and are told when too many wait', async () => {
    const small = { ...deps, hashing: createFairQueue({ atOnce: 1, perLane: 3, inAll: 100 }) };
    const address = await anAccount('file@domaine.fr');
    const browser = { network: newIp(), userAgent: 'test', formerToken: null };
    const storm = Array.from({ length: 10 }, () => signIn(small, { address, password: PASSWORD }, browser, SYSTEM));
    const other = signIn(small, { address, password: PASSWORD }, { ...browser, network: newIp() }, SYSTEM);
    expect(outcomes(await Promise.all(storm))).toEqual({ in: 4, busy: 6 });
    expect((await other).ok).toBe(true);
  });
});

describe('Wrong passwords', () => {
  it('sent thirty at once to two nodes tell something five times at most', async () => {
    const address = await anAccount('assaut@domaine.fr');
    const ip = newIp();
    const nodes = [deps, testDeps(db)] as const;
    const browser = { network: ip, userAgent: 'test', formerToken: null };
    const tries = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        signIn(nodes[index % 2] ?? deps, { address, password: `Essai/${index}` }, browser, SYSTEM),
      ),
    );
    expect(outcomes(tries)).toEqual({ 'credentials-wrong': 5, code: 25 });
    expect(outcomes([await enter(address, PASSWORD, ip), await enter(address)])).toEqual({ code: 1, in: 1 });
  });

  it('from many networks are counted for the account: twenty', async () => {
    const address = await anAccount('partout@domaine.fr');
    const tries = await Promise.all(Array.from({ length: 30 }, (_, index) => enter(address, `Essai/${index}`)));
    expect(outcomes(tries)).toEqual({ 'credentials-wrong': 20, code: 10 });
  });

  it('for many accounts are counted for the network: a hundred, whose others can still come in by mail', async () => {
    const [address, ip] = [await anAccount('voisine@domaine.fr'), newIp()];
    const tries = await Promise.all(
      Array.from({ length: 110 }, (_, index) => enter(`liste${index}@domaine.fr`, 'Essai/1', ip)),
    );
    expect(outcomes(tries)).toEqual({ 'credentials-wrong': 100, code: 10 });
    const ticket = ticketIn(await enter(address, PASSWORD, ip));
    const [code = ''] = await signInCodesTo(db, address);
    expect((await byCode(ticket, code, ip)).ok).toBe(true);
    const { rows } = await sql`select 1 from throttle where bucket like 'accounts signInHere% ' || ${ip}`.execute(db);
    expect(rows).toHaveLength(100);
  });

  it('are forgotten after the right one', async () => {
    const address = await anAccount('oubli@domaine.fr');
    const ip = newIp();
    for (let round = 0; round < 3; round++) {
      for (let time = 0; time < 4; time++) expect(await enter(address, 'Volvic/1466', ip)).toEqual(WRONG);
      expect((await enter(address, PASSWORD, ip)).ok).toBe(true);
    }
  });

  it('are forgotten an hour after the first, also where people fail all day', async () => {
    const address = await anAccount('journee@domaine.fr');
    const ip = newIp();
    await failWrong(address, 5, ip);
    await sql`update throttle set window_ends_at = window_ends_at - interval '59 minutes' where bucket like '%' || ${ip}`.execute(
      db,
    );
    expect(outcomes([await enter(address, 'Volvic/1466', ip)])).toEqual({ code: 1 });
    await sql`update throttle set window_ends_at = window_ends_at - interval '1 minute' where bucket like '%' || ${ip}`.execute(
      db,
    );
    expect(await enter(address, 'Volvic/1466', ip)).toEqual(WRONG);
  });

  it('leave twenty entries in the journal of an account, however many there are', async () => {
    const address = await anAccount('journal@domaine.fr');
    await failWrong(address, 40);
    const id = (await findByAddress(db, address))?.accountId;
    const { rows } =
      await sql`select 1 from journal where name = 'account.signInFailed' and stream = 'account:' || ${id}`.execute(db);
    expect(rows).toHaveLength(20);
  });
});

describe('A code by mail', () => {
  it('lets the owner in while somebody keeps failing on purpose, from any network', async () => {
    const address = await anAccount('victime@domaine.fr');
    await failWrong(address, 25);
    const ticket = ticketIn(await enter(address));
    const [code = '', ...others] = await signInCodesTo(db, address);
    expect(others).toEqual([]);
    await failWrong(address, 3);
    const entered = await byCode(ticket, code);
    expect(entered).toMatchObject({ ok: true, value: { role: null } });
    expect(await readSession(db, tokenIn(deps, entered))).not.toBeNull();
    expect((await enter(address)).ok && outcomes([await enter(address)])).toEqual({ in: 1 });
  });

  it('leaves for who knows the password only: whoever guesses mails nothing, and is answered alike', async () => {
    const address = await anAccount('devinee@domaine.fr');
    await failWrong(address, 20);
    const tickets = [
      await enter(address, 'Volvic/1466'),
      await enter(address),
      await enter(address, `${PASSWORD}${'a'.repeat(200)}`),
    ].map(ticketIn);
    expect(new Set(tickets.map((ticket) => ticket.length)).size).toBe(1);
    const codes = await signInCodesTo(db, address);
    expect(codes).toHaveLength(1);
    const [code = ''] = codes;
    for (const ticket of [tickets[0] ?? '', tickets[2] ?? ''])
      expect(await byCode(ticket, code)).toEqual({ ok: false, error: { code: 'sign-in-code-wrong' } });
    expect(await byCode(tickets[1] ?? '', otherThan(code))).toEqual({
      ok: false,
      error: { code: 'sign-in-code-wrong' },
    });
    expect((await byCode(tickets[1] ?? '', code)).ok).toBe(true);
  });

  it('serves once, also twice at once', async () => {
    const address = await anAccount('unique@domaine.fr');
    await failWrong(address, 20);
    const ticket = ticketIn(await enter(address));
    const [code = ''] = await signInCodesTo(db, address);
    const both = await Promise.all([byCode(ticket, code), byCode(ticket, code)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect((await byCode(ticket, code)).ok).toBe(false);
  });

  it('is tried fifteen times an hour, by however many tickets, and nobody is told', async () => {
    const address = await anAccount('codes@domaine.fr');
    await failWrong(address, 20);
    const tickets = [ticketIn(await enter(address)), ticketIn(await enter(address))];
    const [code = ''] = await signInCodesTo(db, address);
    for (let time = 0; time < 15; time++) await byCode(tickets[time % 2] ?? '', otherThan(code));
    expect(await byCode(tickets[0] ?? '', code)).toEqual({ ok: false, error: { code: 'sign-in-code-wrong' } });
  });

  it('leaves ten times an hour at most, and once for two clicks', async () => {
    const address = await anAccount('clics@domaine.fr');
    await failWrong(address, 20);
    await Promise.all([enter(address), enter(address)]);
    expect(await signInCodesTo(db, address)).toHaveLength(1);
    for (let time = 0; time < 12; time++) {
      await sql`update throttle set blocked_until = now() where bucket like 'accounts sameForm%'`.execute(db);
      await enter(address);
    }
    expect(await signInCodesTo(db, address)).toHaveLength(10);
  });

  it('ends after a quarter of an hour, and with the password', async () => {
    const address = await anAccount('quart@domaine.fr');
    await failWrong(address, 20);
    const ticket = ticketIn(await enter(address));
    const [code = ''] = await signInCodesTo(db, address);
    await sql`update auth_verification set expires_at = expires_at - interval '15 minutes'`.execute(db);
    expect((await byCode(ticket, code)).ok).toBe(false);
    const ended = await sealTicket(deps, 'mail', { accountId: null, password: '', until: 0 });
    for (const none of [ended, '', 'x', `${ticket}0`])
      expect(await byCode(none, code)).toEqual({ ok: false, error: { code: 'sign-in-code-ended' } });
  });

  it('is the way in of staff too', async () => {
    const [officer] = await ensureDemonstrationAccounts(deps, 'clermont-ferrand', ['G1']).then((all) =>
      all.filter(({ role }) => role === 'officer'),
    );
    if (officer === undefined) throw new Error('no officer');
    await failWrong(officer.address, 20);
    const ticket = ticketIn(await enter(officer.address, officer.password));
    const [code = ''] = await signInCodesTo(db, officer.address);
    expect(await byCode(ticket, code)).toMatchObject({ ok: true, value: { role: 'officer' } });
  });
});

describe('A session', () => {
  const aged = async (interval: string, column: 'updated_at' | 'expires_at', token: string): Promise<void> => {
    await sql`update auth_session set ${sql.ref(column)} = ${sql.ref(column)} - ${interval}::interval where token = ${token}`.execute(
      db,
    );
  };

  it('ends twelve hours after it began, whatever was done', async () => {
    const token = tokenOf(await enter(await anAccount('douze@domaine.fr')));
    await aged('11 hours 59 minutes', 'expires_at', token);
    expect(await readSession(db, token)).not.toBeNull();
    await aged('2 minutes', 'expires_at', token);
    expect(await readSession(db, token)).toBeNull();
  });

  it('of a candidate ends after two hours without a page, and each page counts, once a minute', async () => {
    const token = tokenOf(await enter(await anAccount('deux@domaine.fr')));
    await aged('1 hour 59 minutes', 'updated_at', token);
    const found = await readSession(db, token);
    expect(found?.stale).toBe(true);
    await touchSession(db, found?.session.sessionId ?? '');
    expect((await readSession(db, token))?.stale).toBe(false);
    await aged('2 hours', 'updated_at', token);
    expect(await readSession(db, token)).toBeNull();
  });

  it('is deleted by signing out: a copy of its cookie opens nothing', async () => {
    const token = tokenOf(await enter(await anAccount('sortie@domaine.fr')));
    const found = await readSession(db, token);
    await signOut(deps, found?.session ?? null, token, SYSTEM);
    expect(await readSession(db, token)).toBeNull();
  });

  it('is not opened by a token without our signature', async () => {
    const token = tokenOf(await enter(await anAccount('signature@domaine.fr')));
    for (const forged of [token, `${token}.`, `${token}.AAAA`, '.', '', `.${token}`])
      expect(readToken(forged, deps.secret), forged).toBeNull();
  });
});
