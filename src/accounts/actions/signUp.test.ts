import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it, vi } from 'vitest';
import { SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { accountMigrations } from '../migrations.ts';
import { findByAddress } from '../store/accounts.ts';
import { findCandidates } from '../store/candidates.ts';
import { aSignUp, CAMILLE, lastMailTo, mailsTo, PASSWORD, testDeps, tokenIn } from '../testing.ts';
import { takeTurns } from '../throttles.ts';
import { activateByCode, activateByLink, activationOwner } from './activate.ts';
import { correctAddress } from './correctAddress.ts';
import type { Browser } from './openSession.ts';
import { resendActivation } from './resendActivation.ts';
import { signIn } from './signIn.ts';
import { type Submission, signUp } from './signUp.ts';

// A whole class really hashes its passwords here.
vi.setConfig({ testTimeout: 180_000 });

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const deps = testDeps(db);

let visitors = 0;
const submission = (key: string | null = null): Submission => ({ network: `10.1.0.${++visitors}`, key });
const browser = (): Browser => ({ network: `10.2.0.${++visitors}`, userAgent: 'test', formerToken: null });
const LEA = { ...CAMILLE, birthName: 'Nuñez', firstNames: 'Léa' };
const candidateAt = async (address: string) => {
  const known = await findByAddress(db, address);
  return known === null ? undefined : (await findCandidates(db, [known.accountId]))[0];
};
const count = async (table: string): Promise<number> =>
  (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)).rows[0]?.n ?? -1;

describe('An address typed with a slip', () => {
  const correct = (ticket: string, address: string) => correctAddress(deps, ticket, address, submission(), SYSTEM);
  const sent = async (address: string, changes = {}): Promise<string> => {
    const made = await signUp(deps, aSignUp(address, changes), submission(), SYSTEM);
    return made.ok ? made.value : 'refused';
  };

  it('is corrected in the browser that sent the form: one account, all as typed; what went to the first opens nothing', async () => {
    const ticket = await sent('lapsus@gmail.con');
    const first = await lastMailTo(db, 'lapsus@gmail.con');
    expect(await correct(ticket, 'lapsus@gmail.com')).toMatchObject({ ok: true });
    expect(await candidateAt('lapsus@gmail.con')).toBeUndefined();
    expect(await candidateAt('lapsus@gmail.com')).toMatchObject({ birthName: 'Martin', activated: false });
    for (const opens of [activationOwner(deps, first.token), activateByLink(deps, first.token, SYSTEM)])
      expect(await opens).toEqual({ ok: false, error: { code: 'link-ended' } });
    const code = await activateByCode(deps, { address: 'lapsus@gmail.com', code: first.code }, '10.9.0.1', SYSTEM);
    expect(code).toEqual({ ok: false, error: { code: 'code-wrong' } });
    expect((await activateByLink(deps, (await lastMailTo(db, 'lapsus@gmail.com')).token, SYSTEM)).ok).toBe(true);
    const entered = await signIn(deps, { address: 'lapsus@gmail.com', password: PASSWORD }, browser(), SYSTEM);
    expect(entered).toMatchObject({ ok: true });
    // Once proved, it is changed by its owner alone.
    await correct(ticket, 'voleur@domaine.fr');
    expect((await candidateAt('lapsus@gmail.com'))?.activated).toBe(true);
  });

  it('corrected to somebody’s address, their account stays as it is and nothing is said of it', async () => {
    const theirs = 'deja-la@domaine.fr';
    await sent(theirs, { status: LEA });
    await activateByLink(deps, (await lastMailTo(db, theirs)).token, SYSTEM);
    const [known, unknown] = [await sent('lapsus-2@gmail.con'), await sent('lapsus-3@gmail.con')];
    const answers = [await correct(known, theirs), await correct(unknown, 'lapsus-3@gmail.com')];
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.length : 'refused'))).size).toBe(1);
    expect((await candidateAt(theirs))?.birthName).toBe('Nuñez');
    expect((await lastMailTo(db, theirs)).template).toBe('account.exists');
    // And from somebody's address to one's own: whoever typed it first learns nothing either, and has an account.
    const slipped = await sent(theirs, { status: LEA });
    expect(await correct(slipped, 'lea@domaine.fr')).toMatchObject({ ok: true });
    expect(await candidateAt('lea@domaine.fr')).toMatchObject({ birthName: 'Nuñez', activated: false });
  });

  it('a form that waited beside another’s first one leaves it, and its mail opens nothing', async () => {
    const theirs = 'premiere-venue@domaine.fr';
    await sent(theirs);
    const ticket = await sent(theirs, { status: LEA, password: 'Autre.Mot-2718' });
    const second = await lastMailTo(db, theirs);
    expect(await correct(ticket, 'second@domaine.fr')).toMatchObject({ ok: true });
    expect(await activateByLink(deps, second.token, SYSTEM)).toMatchObject({ ok: false });
    expect((await candidateAt(theirs))?.birthName).toBe('Martin');
    expect((await candidateAt('second@domaine.fr'))?.birthName).toBe('Nuñez');
  });

  it('twice, back again and by a ticket that isn’t ours', async () => {
    const ticket = await sent('un@gmail.con');
    const again = await correct(ticket, 'un@gmail.com');
    expect(await correct(ticket, 'un@gmail.com')).toMatchObject({ ok: true });
    // An impatient finger is told the same, and mailed once.
    expect(await mailsTo(db, 'un@gmail.com')).toHaveLength(1);
    expect(await correct(again.ok ? again.value : '', 'un@gmail.con')).toMatchObject({ ok: true });
    expect(await candidateAt('un@gmail.con')).toMatchObject({ activated: false });
    expect(await correct('faux', 'un@domaine.fr')).toEqual({ ok: false, error: { code: 'form-ended' } });
    expect(await candidateAt('un@domaine.fr')).toBeUndefined();
  });

  it('waits its turn as a form does where it would create an account, and only there', async () => {
    const theirs = 'en-usage@domaine.fr';
    await sent(theirs, { status: LEA });
    await activateByLink(deps, (await lastMailTo(db, theirs)).token, SYSTEM);
    const [slipped, own] = [await sent(theirs, { status: LEA }), await sent('a-moi@gmail.con')];
    const network = '10.8.0.1';
    const turns = Array.from({ length: 100 }, () => ['signUpFromNetwork', network] as const);
    expect(await takeTurns(db, turns)).toMatchObject({ ok: true });
    const from = (ticket: string, address: string) =>
      correctAddress(deps, ticket, address, { network, key: null }, SYSTEM);
    expect(await from(slipped, 'neuf@domaine.fr')).toMatchObject({ ok: false, error: { code: 'too-many-tries' } });
    expect(await candidateAt('neuf@domaine.fr')).toBeUndefined();
    expect(await from(own, 'a-moi@gmail.com')).toMatchObject({ ok: true });
  });
});

describe('« La création de votre compte candidat »', () => {
  it('leads from the form to the mail, the activation and the sign-in', async () => {
    const address = 'camille@domaine.fr';
    expect((await signUp(deps, aSignUp(address), submission(), SYSTEM)).ok).toBe(true);
    const early = await signIn(deps, { address, password: PASSWORD }, browser(), SYSTEM);
    expect(early).toEqual({ ok: false, error: { code: 'not-activated' } });
    const mail = await lastMailTo(db, address);
    expect(mail.template).toBe('account.activation');
    expect(mail.values).toMatchObject({ civility: 'Mme', name: 'Martin' });
    expect(mail.code).toMatch(/^\d{6}$/);
    expect(mail.link.pathname).toBe('/compte/activer');
    expect(await activationOwner(deps, mail.token)).toEqual({ ok: true, value: 'Camille Martin' });
    expect((await activateByLink(deps, mail.token, SYSTEM)).ok).toBe(true);
    const entered = await signIn(deps, { address, password: PASSWORD }, browser(), SYSTEM);
    expect(entered).toMatchObject({ ok: true, value: { role: null } });
  });

  it('publishes what happened, with nothing secret in the journal', async () => {
    const entries = await sql<{
      name: string;
      data: string;
      stream: string;
    }>`select name, data, stream from journal`.execute(db);
    expect(entries.rows.map((entry) => entry.name)).toEqual(
      expect.arrayContaining(['account.created', 'account.activated', 'account.signedIn']),
    );
    const all = JSON.stringify(entries.rows);
    for (const secret of ['camille@', 'Martin', PASSWORD, 'argon2']) expect(all).not.toContain(secret);
  });

  it('gives one account, one mail and ten same answers when the form is sent ten times at once', async () => {
    const address = 'dix@domaine.fr';
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => signUp(deps, aSignUp(address), submission(), SYSTEM)),
    );
    // Ten tickets, sealed, as long as one another.
    expect(new Set(answers.map((answer) => (answer.ok ? answer.value.length : 'refused'))).size).toBe(1);
    expect(answers[0]?.ok).toBe(true);
    expect(await mailsTo(db, address)).toHaveLength(1);
    const { rows } = await sql`select 1 from auth_user where email = ${address}`.execute(db);
    expect(rows).toHaveLength(1);
  });

  it('does the work of one form once, however often it comes; a corrected address, name or password is another form', async () => {
    const [key, wrong] = [randomUUID(), 'faute@domaine.fr'];
    const send = (form = aSignUp(wrong)) => signUp(deps, form, submission(key), SYSTEM);
    for (let twice = 0; twice < 2; twice += 1) await send();
    expect(await mailsTo(db, wrong)).toHaveLength(1);
    await send(aSignUp(wrong, { status: LEA }));
    expect(await activationOwner(deps, (await lastMailTo(db, wrong)).token)).toMatchObject({ value: 'Léa Nuñez' });
    await send(aSignUp(wrong, { status: LEA, password: 'Clermont+63' }));
    expect(await activateByLink(deps, (await lastMailTo(db, wrong)).token, SYSTEM)).toMatchObject({ ok: true });
    expect((await signIn(deps, { address: wrong, password: 'Clermont+63' }, browser(), SYSTEM)).ok).toBe(true);
    // In use: its owner is told once of one form.
    const before = await mailsTo(db, wrong);
    for (let twice = 0; twice < 2; twice += 1) await send();
    expect(await mailsTo(db, wrong)).toHaveLength(before.length + 1);
    await send(aSignUp('juste@domaine.fr'));
    expect(await mailsTo(db, 'juste@domaine.fr')).toHaveLength(1);
  });

  it('writes the account, the person, the event and the mail together, or nothing', async () => {
    const broken = testDeps(db);
    broken.events.subscribe('account.created', 'settle', async () => {
      throw new Error('a handler fails');
    });
    const before = await Promise.all(['auth_user', 'auth_account', 'candidate', 'journal', 'mail'].map(count));
    await expect(signUp(broken, aSignUp('rien@domaine.fr'), submission(), SYSTEM)).rejects.toThrow('a handler fails');
    expect(await Promise.all(['auth_user', 'auth_account', 'candidate', 'journal', 'mail'].map(count))).toEqual(before);
  });
});

describe('A form sent again for an account that was never activated', () => {
  it('replaces nothing by itself: the mail that is followed says which form counts', async () => {
    const address = 'deux@domaine.fr';
    await signUp(deps, aSignUp(address), submission(), SYSTEM);
    const first = await lastMailTo(db, address);
    await signUp(deps, aSignUp(address, { status: LEA, password: 'Clermont+63' }), submission(), SYSTEM);
    const second = await lastMailTo(db, address);
    expect((await candidateAt(address))?.birthName).toBe('Martin');
    expect(await activationOwner(deps, first.token)).toEqual({ ok: true, value: 'Camille Martin' });
    expect(await activationOwner(deps, second.token)).toEqual({ ok: true, value: 'Léa Nuñez' });
    expect(second.values.name).toBe('Nuñez');
    expect((await activateByLink(deps, second.token, SYSTEM)).ok).toBe(true);
    expect((await candidateAt(address))?.birthName).toBe('Nuñez');
    expect((await signIn(deps, { address, password: PASSWORD }, browser(), SYSTEM)).ok).toBe(false);
    expect((await signIn(deps, { address, password: 'Clermont+63' }, browser(), SYSTEM)).ok).toBe(true);
    expect(await activateByLink(deps, first.token, SYSTEM)).toEqual({ ok: false, error: { code: 'link-ended' } });
    expect(await count('sign_up')).toBe(0);
  });

  it('leaves the first form as it was when the first mail is followed', async () => {
    const address = 'premier@domaine.fr';
    await signUp(deps, aSignUp(address), submission(), SYSTEM);
    const first = await lastMailTo(db, address);
    await signUp(deps, aSignUp(address, { status: LEA, password: 'Clermont+63' }), submission(), SYSTEM);
    expect((await activateByLink(deps, first.token, SYSTEM)).ok).toBe(true);
    expect((await candidateAt(address))?.birthName).toBe('Martin');
    expect((await signIn(deps, { address, password: PASSWORD }, browser(), SYSTEM)).ok).toBe(true);
  });

  it('mails again what was asked again, three times an hour', async () => {
    const address = 'encore@domaine.fr';
    await signUp(deps, aSignUp(address), submission(), SYSTEM);
    await sql`update throttle set blocked_until = now() where bucket like 'accounts sameForm%'`.execute(db);
    for (let time = 0; time < 2; time++)
      await signUp(deps, aSignUp(address, { password: `Autre+pas${time}` }), submission(), SYSTEM);
    for (let time = 0; time < 5; time++)
      expect((await resendActivation(deps, address, submission(), SYSTEM)).ok).toBe(true);
    const mails = await mailsTo(db, address);
    expect(mails).toHaveLength(4);
    expect((await activateByCode(deps, { address, code: mails[0]?.code ?? '' }, '10.3.0.1', SYSTEM)).ok).toBe(true);
    expect((await signIn(deps, { address, password: 'Autre+pas1' }, browser(), SYSTEM)).ok).toBe(true);
  });
});

describe('A known address', () => {
  it('gives the same answer, and its owner a mail without a name typed by a stranger', async () => {
    const address = 'connue@domaine.fr';
    const length = ({ ok, ...made }: Awaited<ReturnType<typeof signUp>>) => ok && 'value' in made && made.value.length;
    const first = await signUp(deps, aSignUp(address), submission(), SYSTEM);
    await activateByLink(deps, (await lastMailTo(db, address)).token, SYSTEM);
    const again = await signUp(deps, aSignUp(address, { status: LEA }), submission(), SYSTEM);
    expect(length(again)).toBe(length(first));
    const mail = await lastMailTo(db, address);
    expect(mail.template).toBe('account.exists');
    expect(JSON.stringify(mail.values)).not.toContain('Nuñez');
    for (let time = 0; time < 5; time++) await signUp(deps, aSignUp(address, { status: LEA }), submission(), SYSTEM);
    expect(await mailsTo(db, address)).toHaveLength(4);
  });

  it('answers at the same beat as an unknown one, whatever there was to do', async () => {
    const even = { ...deps, evenMilliseconds: 500 };
    const address = 'horloge@domaine.fr';
    await signUp(deps, aSignUp(address), submission(), SYSTEM);
    await activateByLink(deps, (await lastMailTo(db, address)).token, SYSTEM);
    for (const form of [address, 'inconnue@domaine.fr']) {
      const from = performance.now();
      await signUp(even, aSignUp(form), submission(), SYSTEM);
      expect(performance.now() - from).toBeGreaterThanOrEqual(490);
    }
  });
});

describe('Sign-ups from one network', () => {
  const school = { network: '192.0.2.7', key: null };
  const outstanding = async (): Promise<number> =>
    (
      await sql<{
        n: number;
      }>`select failures as n from throttle where bucket = 'accounts signUpFromNetwork 192.0.2.7'`.execute(db)
    ).rows[0]?.n ?? 0;

  it('are a whole class, who activates by code and comes in, within the hour', async () => {
    const people = Array.from({ length: 70 }, (_, index) => `classe${index}@domaine.fr`);
    const made = await Promise.all(people.map((address) => signUp(deps, aSignUp(address), school, SYSTEM)));
    expect(made.filter(({ ok }) => !ok)).toEqual([]);
    expect(await outstanding()).toBe(70);
    const active = await Promise.all(
      people.map(async (address) =>
        activateByCode(deps, { address, code: (await lastMailTo(db, address)).code }, school.network, SYSTEM),
      ),
    );
    expect(active.filter(({ ok }) => !ok)).toEqual([]);
    expect(await outstanding()).toBe(0);
    const there = { network: school.network, userAgent: 'test', formerToken: null };
    const entered = await Promise.all(
      people.map((address) => signIn(deps, { address, password: PASSWORD }, there, SYSTEM)),
    );
    expect(entered.filter((one) => tokenIn(deps, one) !== '')).toHaveLength(70);
  });

  it('that nobody activates are counted: a hundred, then a wait; one that is activated makes room for another', async () => {
    const first = 'premiere@domaine.fr';
    await signUp(deps, aSignUp(first), school, SYSTEM);
    await sql`update throttle set failures = 98 where bucket = 'accounts signUpFromNetwork 192.0.2.7'`.execute(db);
    const crowd = (from: number) =>
      Promise.all(
        Array.from({ length: 5 }, (_, index) =>
          signUp(deps, aSignUp(`foule${from + index}@domaine.fr`), school, SYSTEM),
        ),
      );
    const answers = await crowd(0);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(2);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'too-many-tries' } });
    // From another network: the link is opened on a phone.
    await activateByLink(deps, (await lastMailTo(db, first)).token, SYSTEM);
    expect((await crowd(10)).filter(({ ok }) => ok)).toHaveLength(1);
  });
});
