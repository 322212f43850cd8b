import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createFairQueue } from '../../platform/fairQueue.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import type { SignedInPerson } from '../account.ts';
import { accountMigrations } from '../migrations.ts';
import { findByAddress } from '../store/accounts.ts';
import { findCandidates } from '../store/candidates.ts';
import { readSession } from '../store/sessions.ts';
import { aSignUp, CAMILLE, lastMailTo, mailsTo, PASSWORD, testDeps, tokenIn } from '../testing.ts';
import { bucket } from '../throttles.ts';
import { activateByLink } from './activate.ts';
import { addressToConfirm, confirmAddress, requestAddressChange } from './changeAddress.ts';
import { changeCivilStatus } from './changeCivilStatus.ts';
import { changePassword } from './changePassword.ts';
import { signIn } from './signIn.ts';
import { signUp } from './signUp.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const deps = testDeps(db);

let visitors = 0;
const newIp = (): string => `10.${++visitors}.0.1`;
const NEW = 'Sancy*1886m';
const enter = async (address: string, password = PASSWORD): Promise<string> => {
  const browser = { network: newIp(), userAgent: 'test', formerToken: null };
  const entered = await signIn(deps, { address, password }, browser, SYSTEM);
  return tokenIn(deps, entered);
};
const someone = async (address: string): Promise<{ token: string; session: SignedInPerson }> => {
  await signUp(deps, aSignUp(address), { network: newIp(), key: null }, SYSTEM);
  await activateByLink(deps, (await lastMailTo(db, address)).token, SYSTEM);
  const token = await enter(address);
  const found = await readSession(db, token);
  if (found === null) throw new Error('no session');
  return { token, session: found.session };
};
const statusOf = async (id: string) => (await findCandidates(db, [id]))[0];

describe('Changing the password', () => {
  it('ends the other sessions, the stolen one too, and opens a new one here', async () => {
    const { token, session } = await someone('change@domaine.fr');
    const stolen = await enter('change@domaine.fr');
    const changed = await changePassword(deps, session, token, { current: PASSWORD, next: NEW }, SYSTEM);
    expect(changed.ok).toBe(true);
    expect(await readSession(db, stolen)).toBeNull();
    expect(await readSession(db, token)).toBeNull();
    expect(await readSession(db, tokenIn(deps, changed))).not.toBeNull();
    expect(await enter('change@domaine.fr')).toBe('');
    expect(await enter('change@domaine.fr', NEW)).not.toBe('');
    expect((await lastMailTo(db, 'change@domaine.fr')).template).toBe('account.password-changed');
  });

  it('asked ten times at once succeeds once: for the others the password is no longer the one they gave', async () => {
    const { token, session } = await someone('dix@domaine.fr');
    // Two nodes, or many: nothing but the database puts them in a row.
    const crowd = { ...deps, hashing: createFairQueue({ atOnce: 10, perLane: 10, inAll: 10 }) };
    await sql`insert into throttle (bucket, failures, window_ends_at, blocked_until, allowed)
      values (${bucket('currentPassword', session.accountId)}, -10, now() + interval '1 hour', '-infinity', true)`.execute(
      db,
    );
    const next = (index: number) => `${NEW}${index}`;
    const changes = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        changePassword(crowd, session, token, { current: PASSWORD, next: next(index) }, SYSTEM),
      ),
    );
    const done = changes.flatMap(({ ok }, index) => (ok ? [index] : []));
    expect(done).toHaveLength(1);
    const refused = changes.flatMap((change) => (change.ok ? [] : [change.error.code]));
    expect(refused).toEqual(Array(9).fill('current-password-wrong'));
    expect(await enter('dix@domaine.fr', next(done[0] ?? 0))).not.toBe('');
    const mails = await mailsTo(db, 'dix@domaine.fr');
    expect(mails.filter(({ template }) => template === 'account.password-changed')).toHaveLength(1);
  });

  it('asks for the present one, tried five times', async () => {
    const { token, session } = await someone('essais@domaine.fr');
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        changePassword(deps, session, token, { current: `Essai/${index}`, next: NEW }, SYSTEM),
      ),
    );
    expect(tries.filter((result) => !result.ok && result.error.code === 'current-password-wrong')).toHaveLength(5);
    expect(await readSession(db, token)).not.toBeNull();
  });
});

describe('Changing the mail address', () => {
  it('waits for the link sent to the new one, and tells the old one', async () => {
    const { token, session } = await someone('ancienne@domaine.fr');
    const change = { address: 'nouvelle@domaine.fr', current: PASSWORD };
    expect(await requestAddressChange(deps, session, change, null, SYSTEM)).toEqual({ ok: true, value: null });
    expect(await enter('ancienne@domaine.fr')).not.toBe('');
    const mail = await lastMailTo(db, 'nouvelle@domaine.fr');
    expect([mail.template, mail.link.pathname]).toEqual(['account.address-change', '/compte/adresse/confirmer']);
    expect(await addressToConfirm(deps, mail.token)).toEqual({ ok: true, value: 'nouvelle@domaine.fr' });
    expect(await confirmAddress(deps, mail.token, SYSTEM)).toEqual({ ok: true, value: null });
    expect(await enter('ancienne@domaine.fr')).toBe('');
    expect(await enter('nouvelle@domaine.fr')).not.toBe('');
    expect((await readSession(db, token))?.session.address).toBe('nouvelle@domaine.fr');
    expect((await lastMailTo(db, 'ancienne@domaine.fr')).template).toBe('account.address-changed');
    expect(await confirmAddress(deps, mail.token, SYSTEM)).toMatchObject({ error: { code: 'link-ended' } });
  });

  it("doesn't tell that the new one is somebody's account: that somebody is told", async () => {
    await someone('autrui@domaine.fr');
    const { session } = await someone('curieuse@domaine.fr');
    const change = { address: 'autrui@domaine.fr', current: PASSWORD };
    expect(await requestAddressChange(deps, session, change, null, SYSTEM)).toEqual({ ok: true, value: null });
    const mail = await lastMailTo(db, 'autrui@domaine.fr');
    expect(mail.template).toBe('account.exists');
  });

  it('gives way to an account created there in between', async () => {
    const { session } = await someone('lente@domaine.fr');
    await requestAddressChange(deps, session, { address: 'convoitee@domaine.fr', current: PASSWORD }, null, SYSTEM);
    const { token } = await lastMailTo(db, 'convoitee@domaine.fr');
    await signUp(deps, aSignUp('convoitee@domaine.fr'), { network: newIp(), key: null }, SYSTEM);
    expect(await confirmAddress(deps, token, SYSTEM)).toMatchObject({ error: { code: 'link-ended' } });
    expect((await findByAddress(db, 'lente@domaine.fr'))?.accountId).toBe(session.accountId);
  });

  it('is void once the password was changed: a thief who asked for it gets nothing', async () => {
    const { token, session } = await someone('volee@domaine.fr');
    await requestAddressChange(deps, session, { address: 'voleur@domaine.fr', current: PASSWORD }, null, SYSTEM);
    const mail = await lastMailTo(db, 'voleur@domaine.fr');
    await changePassword(deps, session, token, { current: PASSWORD, next: NEW }, SYSTEM);
    expect(await addressToConfirm(deps, mail.token)).toMatchObject({ error: { code: 'link-ended' } });
    expect(await confirmAddress(deps, mail.token, SYSTEM)).toMatchObject({ error: { code: 'link-ended' } });
  });

  it('asks for the password, and for another address', async () => {
    const { session } = await someone('ferme@domaine.fr');
    const request = (address: string, current: string) =>
      requestAddressChange(deps, session, { address, current }, null, SYSTEM);
    expect(await request('ferme@domaine.fr', PASSWORD)).toMatchObject({ error: { code: 'same-address' } });
    expect(await request('libre@domaine.fr', 'Volvic/1466')).toMatchObject({
      error: { code: 'current-password-wrong' },
    });
    expect(await mailsTo(db, 'libre@domaine.fr')).toEqual([]);
  });
});

describe('Changing civil status', () => {
  const LEA = { ...CAMILLE, birthName: 'Nuñez', usageName: 'Roux' };

  it('is the candidate’s while no enrolment exists; the journal says which fields, not the names', async () => {
    const { session } = await someone('etat@domaine.fr');
    expect((await changeCivilStatus(deps, session.accountId, LEA, 1, SYSTEM)).ok).toBe(true);
    expect(await statusOf(session.accountId)).toMatchObject({ birthName: 'Nuñez', usageName: 'Roux', rowVersion: 2 });
    const { rows } = await sql<{ data: string }>`
      select data from journal where name = 'account.civilStatusChanged'`.execute(db);
    expect(rows).toEqual([{ data: '{"changed":["birthName","usageName"]}' }]);
  });

  it('is refused to the second of two tabs', async () => {
    const { session } = await someone('onglets@domaine.fr');
    const both = await Promise.all(
      [LEA, { ...CAMILLE, firstNames: 'Léa' }].map((status) =>
        changeCivilStatus(deps, session.accountId, status, 1, SYSTEM),
      ),
    );
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(both).toContainEqual({ ok: false, error: { code: 'changed-meanwhile' } });
  });

  it('is refused once an enrolment carries it', async () => {
    const locked = { ...deps, civilStatusLocked: async () => true };
    const { session } = await someone('inscrite@domaine.fr');
    expect(await changeCivilStatus(locked, session.accountId, LEA, 1, SYSTEM)).toEqual({
      ok: false,
      error: { code: 'civil-status-locked' },
    });
    expect((await statusOf(session.accountId))?.birthName).toBe('Martin');
  });
});
