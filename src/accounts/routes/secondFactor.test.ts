import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { transact } from '../../platform/database/transact.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { latestMails } from '../../platform/mail/outbox.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { fieldOn } from '../../testing/words.ts';
import { type AccountId, accountId } from '../account.ts';
import { hashPassword } from '../credentials/passwords.ts';
import { accountMigrations } from '../migrations.ts';
import { PASSWORD, resetByTwo, signInCodesTo } from '../testing.ts';
import { codeOf, codesIn, keyIn } from '../testingFactor.ts';
import { type Browser, enter, openSite, type Page } from '../testingSite.ts';

const SET_UP = '/compte/double-authentification';
const PROOF = '/connexion/double-authentification';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const site = await openSite(db);
const production = await openSite(db, { secondFactorRequired: true });
const hash = await hashPassword(PASSWORD);
afterAll(async () => {
  await site.server.close();
  await production.server.close();
});

let people = 0;
type Someone = { readonly address: string; readonly id: AccountId };
const someone = async (): Promise<Someone> => {
  const address = `agent${++people}@rectorat.example`;
  const form = { academy: 'clermont', role: 'head', name: 'Claude Roche', address, portfolios: [] } as const;
  const made = await transact(db, (tx) => site.accounts.createStaff(tx, SYSTEM, form, hash));
  return { address, id: made.ok ? made.value : accountId('') };
};

type Set = { readonly key: string; readonly codes: readonly string[]; readonly page: Page };
/** Sets a second factor, by the code of the step before, so that the one of now still serves. */
const setUp = async (browser: Browser): Promise<Set> => {
  const offered = await browser.get(SET_UP);
  const key = keyIn(offered.body);
  const send = async () =>
    browser.post(SET_UP, { offre: fieldOn(offered.body, 'offre'), code: await codeOf(key, -1), current: PASSWORD });
  const first = await send();
  // Where thirty seconds end between the code and its answer, it is one too old.
  expect((first.status === 303 ? first : await send()).location).toBe(`${SET_UP}/codes`);
  const page = await browser.get(`${SET_UP}/codes`);
  return { key, codes: codesIn(page.body), page };
};
const readMails = async (address: string): Promise<readonly string[]> =>
  (await latestMails(db, 50, address)).map(({ template }) => template);
const words = (page: Page): string => page.body.replace(/&#39;/g, "'").replaceAll('\u00a0', ' ');

describe('A second factor', () => {
  it('is set by a square code that a telephone reads, one code of it and the password; ten recovery codes are shown once', async () => {
    const { address } = await someone();
    const browser = site.browser();
    await enter(browser, address);
    const offered = await browser.get(SET_UP);
    const svg = /<svg xmlns.*?<\/svg>/.exec(offered.body)?.[0] ?? '';
    const image = sharp(Buffer.from(svg), { density: 600 }).flatten({ background: '#fff' }).ensureAlpha().raw();
    const { data, info } = await image.toBuffer({ resolveWithObject: true });
    const link = new URL(decodeQR({ width: info.width, height: info.height, data }));
    expect(offered.body).toContain(`href="${link.href.replaceAll('&', '&amp;')}"`);
    expect([link.protocol, link.searchParams.get('secret')]).toEqual([
      'otpauth:',
      keyIn(offered.body).replaceAll(' ', ''),
    ]);
    expect(decodeURIComponent(link.pathname)).toContain(address);
    const { codes, page } = await setUp(browser);
    expect(new Set(codes).size).toBe(10);
    expect(page.header('cache-control')).toBe('no-store');
    expect(codesIn((await browser.get(`${SET_UP}/codes`)).body)).toEqual([]);
    expect(words(await browser.get('/compte'))).toContain('En place depuis le');
    expect(await readMails(address)).toContain('account.second-factor-set');
  });

  it('stands neither as secret nor as recovery codes in a copy of the database', async () => {
    const { address, id } = await someone();
    const browser = site.browser();
    await enter(browser, address);
    const { key, codes } = await setUp(browser);
    const stored = await db.selectFrom('second_factor').selectAll().where('account_id', '=', id).execute();
    const marks = await db.selectFrom('recovery_code').selectAll().where('account_id', '=', id).execute();
    const copy = JSON.stringify([stored, marks]);
    expect(marks).toHaveLength(10);
    const secrets = [key.replaceAll(' ', ''), ...codes, ...codes.map((code) => code.replace('-', ''))];
    for (const secret of secrets) expect(copy).not.toContain(secret);
  });

  it('keeps the secret that the telephone has read while a code or the password is wrong, and says which', async () => {
    const { address } = await someone();
    const browser = site.browser();
    await enter(browser, address);
    const offered = await browser.get(SET_UP);
    const [key, offre] = [keyIn(offered.body), fieldOn(offered.body, 'offre')];
    const send = (code: string, current = PASSWORD) => browser.post(SET_UP, { offre, code, current });
    const wrong = await send('12 34');
    expect([wrong.status, wrong.body.includes('id="champ-code-erreur"'), keyIn(wrong.body)]).toEqual([422, true, key]);
    const late = await send(await codeOf(key, -5));
    expect([late.status, keyIn(late.body)]).toEqual([422, key]);
    expect(words(late)).toContain("l'horloge de votre appareil retarde");
    expect(words(await send(await codeOf(key, 5)))).toContain("L'horloge de votre appareil avance");
    const password = await send(await codeOf(key), 'Volvic/1466');
    expect([password.status, password.body.includes('id="champ-current-erreur"')]).toEqual([422, true]);
    const thief = site.browser();
    await enter(thief, (await someone()).address);
    await thief.get(SET_UP);
    const theirs = await thief.post(SET_UP, { offre, code: await codeOf(key), current: PASSWORD });
    expect([theirs.status, keyIn(theirs.body) === key]).toEqual([410, false]);
    expect((await send(await codeOf(key))).location).toBe(`${SET_UP}/codes`);
    expect((await send(await codeOf(key))).location).toBe(SET_UP);
  });

  it('ends the sessions that opened without it', async () => {
    const { address } = await someone();
    const [browser, thief] = [site.browser(), site.browser()];
    await enter(thief, address);
    await enter(browser, address);
    await setUp(browser);
    expect((await browser.get('/compte')).status).toBe(200);
    expect((await thief.get('/compte')).status).toBe(303);
  });
});

describe('Signing in with a second factor', () => {
  it('asks for the code after the password, once each, and comes back to the page that was asked for', async () => {
    const { address } = await someone();
    const browser = site.browser();
    await enter(browser, address);
    const { key } = await setUp(browser);
    const other = site.browser();
    const asked = await enter(other, address, { suite: '/gestion/journal' });
    expect(asked.location).toBe(`${PROOF}?suite=%2Fgestion%2Fjournal`);
    expect((await other.get('/compte')).status).toBe(303);
    const form = await other.get(asked.location);
    expect(form.body).toContain('autocomplete="one-time-code"');
    const code = await codeOf(key);
    const entered = await other.post(PROOF, {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
      suite: '/gestion/journal',
    });
    expect([entered.status, entered.location]).toEqual([303, '/gestion/journal']);
    expect((await other.get('/compte')).status).toBe(200);
    const replayed = site.browser();
    await enter(replayed, address);
    await replayed.get(PROOF);
    const again = await replayed.post(PROOF, { code });
    expect([again.status, words(again).includes('Ce code a déjà servi')]).toEqual([422, true]);
    expect((await replayed.get('/compte')).status).toBe(303);
  });

  it('takes a recovery code once, in place of the telephone, also when two browsers send it at once', async () => {
    const { address } = await someone();
    const browser = site.browser();
    await enter(browser, address);
    const { codes } = await setUp(browser);
    const two = [site.browser(), site.browser()];
    for (const one of two) {
      await enter(one, address);
      await one.get(PROOF);
    }
    const answers = await Promise.all(two.map((one) => one.post(PROOF, { code: codes[0] ?? '' })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422]);
    const refused = answers.find(({ status }) => status === 422);
    expect(refused === undefined ? '' : words(refused)).toContain('Ce code de secours a déjà servi');
    expect(words(await browser.get(SET_UP))).toContain('Il vous en reste 9 codes.');
  });

  it('makes who guesses codes wait, until a new password ends what they know', async () => {
    const { address, id } = await someone();
    const browser = site.browser();
    await enter(browser, address);
    const { codes } = await setUp(browser);
    const guesser = site.browser();
    await enter(guesser, address);
    await guesser.get(PROOF);
    const statuses: number[] = [];
    for (let guess = 0; guess < 6; guess++)
      statuses.push((await guesser.post(PROOF, { code: String(guess).padStart(10, '0') })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
    const wait = await guesser.post(PROOF, { code: codes[0] ?? '' });
    expect([wait.status, words(wait).includes("quelqu'un connaît votre mot de passe")]).toEqual([429, true]);
    expect(Number(wait.header('retry-after'))).toBeGreaterThan(0);
    await db
      .updateTable('auth_account')
      .set({ password: await hashPassword('Sancy*1886m') })
      .where('user_id', '=', id)
      .execute();
    const ended = await guesser.post(PROOF, { code: codes[0] ?? '' });
    expect([ended.status, ended.body.includes('href="/connexion"')]).toEqual([410, true]);
  });

  it('is asked for after the code of a mail too, whose ticket is none for it', async () => {
    const { address } = await someone();
    const browser = site.browser();
    await enter(browser, address);
    const { key } = await setUp(browser);
    const other = site.browser();
    for (let guess = 0; guess < 6; guess++) await enter(other, address, { password: 'Volvic/1466' });
    expect((await enter(other, address)).location).toBe('/connexion/code');
    const ticket = other.cookies.get('registre_connexion') ?? '';
    other.cookies.set('registre_second_facteur', ticket);
    expect((await other.get(PROOF)).location).toBe('/connexion');
    expect((await other.post(PROOF, { code: await codeOf(key) })).status).toBe(410);
    await other.get('/connexion/code');
    const [code = ''] = await signInCodesTo(db, address);
    expect((await other.post('/connexion/code', { code })).location).toBe(PROOF);
    await other.get(PROOF);
    expect((await other.post(PROOF, { code: await codeOf(key) })).location).toBe('/gestion');
  });

  it('is asked of nobody who has none, and opens to no ticket that is not ours', async () => {
    const { address } = await someone();
    const browser = site.browser();
    expect((await enter(browser, address)).location).toBe('/gestion');
    const stranger = site.browser();
    stranger.cookies.set('registre_second_facteur', 'x');
    expect((await stranger.get(PROOF)).location).toBe('/connexion');
    await stranger.get('/connexion');
    expect((await stranger.post(PROOF, { code: '123456' })).status).toBe(410);
    expect((await stranger.post(PROOF, { code: 'abc' })).status).toBe(410);
  });
});

describe('In production', () => {
  it('a member of staff without second factor reaches nothing but the page that sets it up', async () => {
    const { address } = await someone();
    const browser = production.browser();
    expect((await enter(browser, address)).location).toBe('/gestion');
    for (const path of ['/compte', '/compte/mot-de-passe', '/compte/adresse', `${SET_UP}/codes`, `${SET_UP}/retirer`]) {
      const { status, location } = await browser.get(path);
      expect([path, status, location]).toEqual([path, 303, expect.stringContaining('/connexion')]);
      if (path !== '/compte') expect((await browser.post(path, { current: PASSWORD })).status).toBe(303);
    }
    expect((await browser.get('/connexion?suite=/gestion')).location).toBe(SET_UP);
    expect(words(await browser.get(SET_UP))).toContain('Elle est obligatoire pour le personnel');
    await setUp(browser);
    expect((await browser.get('/compte')).status).toBe(200);
    await browser.get(`${SET_UP}/retirer`);
    expect((await browser.post(`${SET_UP}/retirer`, { current: PASSWORD })).location).toContain(SET_UP);
    expect((await browser.get('/compte')).status).toBe(303);
  });
});

describe('Recovery codes and another telephone', () => {
  it('are asked for with the password: ten others, the ones of before serve no more', async () => {
    const { address } = await someone();
    const browser = site.browser();
    await enter(browser, address);
    const { codes } = await setUp(browser);
    await browser.get(`${SET_UP}/codes`);
    expect((await browser.post(`${SET_UP}/codes`, { current: 'Volvic/1466' })).status).toBe(422);
    expect((await browser.post(`${SET_UP}/codes`, { current: '' })).status).toBe(422);
    expect((await browser.post(`${SET_UP}/codes`, { current: PASSWORD })).location).toBe(`${SET_UP}/codes`);
    const renewed = codesIn((await browser.get(`${SET_UP}/codes`)).body);
    const other = site.browser();
    await enter(other, address);
    await other.get(PROOF);
    expect((await other.post(PROOF, { code: codes[0] ?? '' })).status).toBe(422);
    expect((await other.post(PROOF, { code: renewed[0] ?? '' })).status).toBe(303);
  });

  it('need the password, and tell the owner; without a second factor there is nothing to ask', async () => {
    const { address } = await someone();
    const browser = site.browser();
    await enter(browser, address);
    for (const path of [`${SET_UP}/codes`, `${SET_UP}/retirer`]) {
      expect((await browser.get(path)).location).toBe(SET_UP);
      expect((await browser.post(path, { current: PASSWORD })).location).toBe(SET_UP);
    }
    await setUp(browser);
    await browser.get(`${SET_UP}/retirer`);
    expect((await browser.post(`${SET_UP}/retirer`, { current: 'Volvic/1466' })).status).toBe(422);
    expect((await browser.post(`${SET_UP}/retirer`, { current: PASSWORD })).status).toBe(303);
    expect(await readMails(address)).toContain('account.second-factor-removed');
    expect((await enter(site.browser(), address)).location).toBe('/gestion');
  });

  it('a colleague resets what was lost, in the academy alone; every session ends and the owner is told', async () => {
    const { address, id } = await someone();
    const browser = site.browser();
    await enter(browser, address);
    await setUp(browser);
    const reset = (academy: string) => resetByTwo(db, site.accounts, academy, id);
    expect(await reset('ailleurs')).toMatchObject({ error: { code: 'staff-unknown' } });
    expect(
      (await site.accounts.listStaff(db, 'clermont')).find((one) => one.accountId === id)?.secondFactorSince,
    ).not.toBeNull();
    expect((await reset('clermont')).ok).toBe(true);
    expect(await reset('clermont')).toMatchObject({ error: { code: 'second-factor-absent' } });
    expect((await browser.get('/compte')).status).toBe(303);
    expect(await readMails(address)).toContain('account.second-factor-removed');
    expect((await enter(site.browser(), address)).location).toBe('/gestion');
  });
});
