import { sql } from 'kysely';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { transact } from '../../platform/database/transact.ts';
import { readStream, SYSTEM } from '../../platform/journal.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { fieldOn } from '../../testing/words.ts';
import { type AccountId, accountId, accountStream } from '../account.ts';
import { hashPassword } from '../credentials/passwords.ts';
import { accountMigrations } from '../migrations.ts';
import { expired, lockAccount } from '../store/accounts.ts';
import { mailsTo, PASSWORD, resetByTwo } from '../testing.ts';
import { type Answer, type Authenticator, newAuthenticator } from '../testingAuthenticator.ts';
import { codeOf, codesIn, keyIn } from '../testingFactor.ts';
import { type Browser, enter, openSite, type Page } from '../testingSite.ts';

const SET_UP = '/compte/double-authentification';
const KEYS = `${SET_UP}/cles`;
const CREATION = `${KEYS}/creer`;
const PROOF = '/connexion/double-authentification';
const ASK = `${PROOF}/defi`;
const publicUrl = new URL('https://registre.example');

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const site = await openSite(db, { publicUrl });
const production = await openSite(db, { publicUrl, secondFactorRequired: true });
const lyon = await openSite(db, { publicUrl, hostAt: () => 'lyon.example' });
const hash = await hashPassword(PASSWORD);
afterAll(async () => {
  for (const one of [site, production, lyon]) await one.server.close();
});

let people = 0;
const someone = async () => {
  const address = `agent${++people}@rectorat.example`;
  const form = { academy: 'clermont', role: 'head', name: 'Claude Roche', address, portfolios: [] } as const;
  const made = await transact(db, (tx) => site.accounts.createStaff(tx, SYSTEM, form, hash));
  return { address, id: made.ok ? made.value : accountId('') };
};
const signedIn = async (address: string, at = site): Promise<Browser> => {
  const browser = at.browser();
  await enter(browser, address);
  return browser;
};
const words = (page: Page): string =>
  page.body.replace(/&#39;/g, "'").replaceAll('\u00a0', ' ').replaceAll('&quot;', '"');
const optionsIn = (page: Page) =>
  JSON.parse(/data-options="([^"]+)"/.exec(page.body)?.[1]?.replaceAll('&quot;', '"') ?? '{}');
const newKey = (counts = true): Authenticator => newAuthenticator(publicUrl.origin, counts);

/** As the page of the creation does it; gives the answer to the post. */
const add = async (browser: Browser, key: Authenticator, name = 'Bureau', as: Partial<Answer> = {}): Promise<Page> => {
  await browser.get(KEYS);
  expect((await browser.post(KEYS, { nom: name, current: PASSWORD })).location).toBe(CREATION);
  const options = optionsIn(await browser.get(CREATION));
  return browser.post(CREATION, { reponse: key.create(options, as) });
};
/** Somebody with one passkey. */
const keyed = async (counts = true, at = site) => {
  const { address, id } = await someone();
  const browser = await signedIn(address, at);
  const key = newKey(counts);
  expect((await add(browser, key)).location).toBe(`${SET_UP}?message=cle-ajoutee#cles`);
  return { address, id, browser, key };
};
/** Gives the password, and what a passkey has to sign then. */
const ask = async (browser: Browser, address: string) => {
  expect((await enter(browser, address)).location).toBe(PROOF);
  await browser.get(PROOF);
  const asked = await browser.post(ASK, {});
  expect(asked.status).toBe(200);
  return JSON.parse(asked.body);
};
/** Statements of this database that wait for a lock. */
const waiting = async (): Promise<number> => {
  const { rows } = await sql<{ pid: number }>`select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
  return rows.length;
};
const templates = async (address: string) => (await mailsTo(db, address)).map(({ template }) => template);
const events = async (id: AccountId) => (await readStream(db, accountStream(id), 50)).map(({ name }) => name);

describe('A passkey', () => {
  it('is made with the password by the browser, and stands in the list by its name; its owner is told', async () => {
    const { address, id, browser } = await keyed();
    const list = words(await browser.get(SET_UP));
    expect(list).toContain('Bureau');
    expect(list).toContain('Jamais');
    expect(list).toContain("C'est votre seule preuve");
    expect(words(await browser.get('/compte'))).toContain('En place depuis le');
    const [mail] = await mailsTo(db, address);
    expect([mail?.template, mail?.values.passkey]).toEqual(['account.passkey-added', 'Bureau']);
    expect(await events(id)).toContain('account.passkeyAdded');
    const [stored] = await db.selectFrom('passkey').selectAll().where('account_id', '=', id).execute();
    expect(stored).toMatchObject({ host: 'registre.example', transports: ['usb'], backed_up: false, used_at: null });
  });

  it('is asked for with what it will be known by, for us alone, with its owner’s consent and without certificate', async () => {
    const { address } = await someone();
    const browser = await signedIn(address);
    await browser.get(KEYS);
    await browser.post(KEYS, { nom: 'Bureau', current: PASSWORD });
    const page = await browser.get(CREATION);
    expect(page.body).toContain('src="/static/passkey.js"');
    expect(optionsIn(page)).toMatchObject({
      rp: { id: 'registre.example' },
      user: { name: address, displayName: 'Claude Roche' },
      attestation: 'none',
      authenticatorSelection: { userVerification: 'required', residentKey: 'preferred' },
      excludeCredentials: [],
    });
    const key = newKey();
    await browser.post(CREATION, { reponse: key.create(optionsIn(page)) });
    await browser.post(KEYS, { nom: 'Autre', current: PASSWORD });
    expect(optionsIn(await browser.get(CREATION)).excludeCredentials).toMatchObject([
      { id: key.id, transports: ['usb'] },
    ]);
  });

  it('needs a name and the password, which are asked for before the browser is', async () => {
    const { address } = await someone();
    const browser = await signedIn(address);
    await browser.get(KEYS);
    const unnamed = await browser.post(KEYS, { nom: ' ', current: PASSWORD });
    expect([unnamed.status, unnamed.body.includes('id="champ-nom-erreur"')]).toEqual([422, true]);
    const long = await browser.post(KEYS, { nom: 'x'.repeat(61), current: PASSWORD });
    expect([long.status, long.body.includes('id="champ-nom-erreur"')]).toEqual([422, true]);
    const wrong = await browser.post(KEYS, { nom: 'Bureau', current: 'Volvic/1466' });
    expect([wrong.status, wrong.body.includes('id="champ-current-erreur"')]).toEqual([422, true]);
    expect(wrong.body).toContain('value="Bureau"');
    expect((await browser.get(CREATION)).location).toBe(KEYS);
  });

  it('made by another site, for another, without its owner’s consent, or certified, is refused', async () => {
    const { address } = await someone();
    const browser = await signedIn(address);
    const wrongs: readonly Partial<Answer>[] = [
      { origin: 'https://registre.example.evil.example' },
      { origin: 'http://registre.example' },
      { host: 'evil.example' },
      { type: 'webauthn.get' },
      { verified: false },
      { present: false },
      { format: 'packed', statement: new Map([['x5c', [new Uint8Array([1])]]]) },
      { format: 'android-safetynet' },
    ];
    for (const wrong of wrongs) {
      const refused = await add(browser, newKey(), 'Bureau', wrong);
      expect([refused.status, words(refused).includes("n'est pas celle d'une clé d'accès")]).toEqual([422, true]);
    }
    expect((await enter(site.browser(), address)).location).toBe('/gestion');
  });

  it('answers what was asked of this session, once, within five minutes', async () => {
    const { address, id } = await someone();
    const browser = await signedIn(address);
    const other = await signedIn(address);
    const begin = async () => {
      await browser.post(KEYS, { nom: 'Bureau', current: PASSWORD });
      return optionsIn(await browser.get(CREATION));
    };
    await browser.get(KEYS);
    await other.get(KEYS);
    const ended = async (on: Browser, answer: string) => {
      const refused = await on.post(CREATION, { reponse: answer });
      expect([refused.status, words(refused).includes('Cette demande a déjà servi')]).toEqual([410, true]);
    };
    await ended(browser, newKey().create({ challenge: 'x'.repeat(43) }));
    await ended(other, newKey().create(await begin()));
    const late = await begin();
    await db
      .updateTable('passkey_challenge')
      .set({ expires_at: Temporal.Now.instant().subtract({ seconds: 1 }) })
      .where('account_id', '=', id)
      .execute();
    await ended(browser, newKey().create(late));
    expect((await browser.get(CREATION)).location).toBe(KEYS);
    await db.transaction().execute(expired.erase);
    expect(await db.selectFrom('passkey_challenge').selectAll().where('account_id', '=', id).execute()).toEqual([]);
    const key = newKey();
    const answer = key.create(await begin());
    const both = await Promise.all([1, 2].map(() => browser.post(CREATION, { reponse: answer })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 410]);
  });

  it('is nothing that can’t be read, that is too long, or that holds itself a thousand times', async () => {
    const { address } = await someone();
    const browser = await signedIn(address);
    const key = newKey();
    const nested = (challenge: string): string => {
      const made = JSON.parse(key.create({ challenge }));
      made.response.attestationObject = Buffer.alloc(8_000, 0x81).toString('base64url');
      return JSON.stringify(made);
    };
    await browser.get(KEYS);
    for (const make of [
      () => '',
      () => '{',
      () => '[]',
      () => 'null',
      (challenge: string) => key.create({ challenge }).replace('"response"', '"answer"'),
      (challenge: string) => JSON.stringify({ ...JSON.parse(key.create({ challenge })), more: 'x'.repeat(17_000) }),
      nested,
    ]) {
      await browser.post(KEYS, { nom: 'Bureau', current: PASSWORD });
      const { challenge } = optionsIn(await browser.get(CREATION));
      expect((await browser.post(CREATION, { reponse: make(challenge) })).status).toBe(422);
    }
    expect((await browser.post(CREATION, { reponse: 'x'.repeat(300_000) })).status).toBe(413);
  });

  it('belongs to one person, and one person has ten at most', async () => {
    const { browser, key, id } = await keyed();
    const thief = await signedIn((await someone()).address);
    const taken = await add(thief, key);
    expect([taken.status, words(taken).includes('est déjà enregistrée')]).toEqual([409, true]);
    const again = await add(browser, key);
    expect(again.status).toBe(409);
    // The last place, asked for in two tabs.
    for (let one = 1; one < 9; one++) expect((await add(browser, newKey(), `Clé ${one}`)).status).toBe(303);
    await browser.post(KEYS, { nom: 'Dixième', current: PASSWORD });
    const tenth = optionsIn(await browser.get(CREATION));
    await browser.post(KEYS, { nom: 'Onzième', current: PASSWORD });
    const eleventh = optionsIn(await browser.get(CREATION));
    const both = await Promise.all(
      [tenth, eleventh].map((options) => browser.post(CREATION, { reponse: newKey().create(options) })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const full = await browser.post(KEYS, { nom: 'Encore', current: PASSWORD });
    expect([full.status, words(full).includes("dix clés d'accès")]).toEqual([409, true]);
    expect(words(await browser.get(SET_UP))).toContain('retirez-en une pour en ajouter une autre');
    expect(await db.selectFrom('passkey').selectAll().where('account_id', '=', id).execute()).toHaveLength(10);
  });

  it('that is the first proof ends the sessions that opened without; the second ends none', async () => {
    const { address } = await someone();
    const [browser, other] = [await signedIn(address), await signedIn(address)];
    await add(browser, newKey());
    expect((await other.get('/compte')).status).toBe(303);
    const key = newKey();
    await add(browser, key);
    const second = site.browser();
    await second.post(PROOF, { reponse: key.sign(await ask(second, address)) });
    await add(browser, newKey());
    expect((await second.get('/compte')).status).toBe(200);
  });

  it('is named again and removed by its owner alone, with the password, who is told', async () => {
    const { address, id, browser } = await keyed();
    const [{ id: passkey } = { id: '' }] = await db
      .selectFrom('passkey')
      .select('id')
      .where('account_id', '=', id)
      .execute();
    const thief = await signedIn((await someone()).address);
    for (const path of [`${KEYS}/${passkey}`, `${KEYS}/${passkey}/retirer`]) {
      expect((await thief.get(path)).status).toBe(404);
      await thief.get(KEYS);
      expect((await thief.post(path, { nom: 'Volée', current: PASSWORD })).status).toBe(404);
    }
    expect((await browser.get(`${KEYS}/rien`)).status).toBe(404);
    expect((await browser.get(`${KEYS}/${passkey}`)).body).toContain('value="Bureau"');
    expect((await browser.post(`${KEYS}/${passkey}`, { nom: '' })).status).toBe(422);
    expect((await browser.post(`${KEYS}/${passkey}`, { nom: 'Portable' })).location).toContain('cle-renommee');
    expect((await browser.post(`${KEYS}/${passkey}`, { nom: 'Portable' })).location).toContain('cle-renommee');
    expect(words(await browser.get(SET_UP))).toContain('Portable');
    expect((await browser.get(`${KEYS}/${passkey}/retirer`)).status).toBe(200);
    expect((await browser.post(`${KEYS}/${passkey}/retirer`, { current: '' })).status).toBe(422);
    const wrong = await browser.post(`${KEYS}/${passkey}/retirer`, { current: 'Volvic/1466' });
    expect([wrong.status, wrong.body.includes('id="champ-current-erreur"')]).toEqual([422, true]);
    const both = await Promise.all([1, 2].map(() => browser.post(`${KEYS}/${passkey}/retirer`, { current: PASSWORD })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await templates(address)).filter((one) => one === 'account.passkey-removed')).toHaveLength(1);
    expect((await events(id)).filter((one) => one.startsWith('account.passkey'))).toEqual([
      'account.passkeyRemoved',
      'account.passkeyRenamed',
      'account.passkeyAdded',
    ]);
    expect((await enter(site.browser(), address)).location).toBe('/gestion');
  });
});

describe('Signing in with a passkey', () => {
  it('is asked for after the password, and comes back to the page that was asked for', async () => {
    const { address, browser: first, key } = await keyed();
    const browser = site.browser();
    const asked = await enter(browser, address, { suite: '/gestion/journal' });
    expect(asked.location).toBe(`${PROOF}?suite=%2Fgestion%2Fjournal`);
    const page = await browser.get(asked.location);
    expect(page.body).toContain(`data-ask="${ASK}"`);
    expect(page.body).not.toContain('autocomplete="one-time-code"');
    expect(words(page)).toContain("JavaScript n'y est pas permis");
    const options = JSON.parse((await browser.post(ASK, {})).body);
    expect(options).toMatchObject({ rpId: 'registre.example', userVerification: 'required' });
    expect(options.allowCredentials).toMatchObject([{ id: key.id, transports: ['usb'] }]);
    const entered = await browser.post(PROOF, { reponse: key.sign(options), suite: '/gestion/journal' });
    expect([entered.status, entered.location]).toEqual([303, '/gestion/journal']);
    expect((await browser.get('/compte')).status).toBe(200);
    expect(words(await first.get(SET_UP))).not.toContain('Jamais');
  });

  it('takes an authenticator that doesn’t count, again and again', async () => {
    const { address, key } = await keyed(false);
    for (let times = 0; times < 3; times++) {
      const browser = site.browser();
      const signed = key.sign(await ask(browser, address));
      expect((await browser.post(PROOF, { reponse: signed })).location).toBe('/gestion');
    }
  });

  it('refuses what another site, another key or nobody signed, and what was signed without consent', async () => {
    const { address, key } = await keyed();
    const stranger = await keyed();
    const wrongs: readonly (readonly [Partial<Answer>, Authenticator])[] = [
      [{ origin: 'https://evil.example' }, key],
      [{ host: 'evil.example' }, key],
      [{ type: 'webauthn.create' }, key],
      [{ verified: false }, key],
      [{ present: false }, key],
      [{ id: key.id }, newKey()],
      [{}, stranger.key],
      [{}, newKey()],
    ];
    for (const [as, signer] of wrongs) {
      const browser = site.browser();
      const refused = await browser.post(PROOF, { reponse: signer.sign(await ask(browser, address), as) });
      expect(refused.status).toBe(422);
      expect(refused.body).toContain('id="erreurs"');
      expect((await browser.get('/compte')).status).toBe(303);
      await db.deleteFrom('throttle').execute();
    }
  });

  it('takes each signature once, of the browser that gave the password', async () => {
    const { address, key } = await keyed();
    const [browser, other] = [site.browser(), site.browser()];
    const options = await ask(browser, address);
    await ask(other, address);
    const signed = key.sign(options);
    const elsewhere = await other.post(PROOF, { reponse: signed });
    expect([elsewhere.status, words(elsewhere).includes('Cette demande a déjà servi')]).toEqual([410, true]);
    const both = await Promise.all([1, 2].map(() => browser.post(PROOF, { reponse: signed })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    const again = site.browser();
    await ask(again, address);
    expect((await again.post(PROOF, { reponse: signed })).status).toBe(410);
    const made = key.sign({ challenge: 'A'.repeat(43) });
    expect((await again.post(PROOF, { reponse: made })).status).toBe(410);
  });

  it('refuses a key whose counter goes back: its owner is told by the page, a mail and the journal', async () => {
    const { address, id, key } = await keyed();
    for (const counter of [41, 40, 7]) {
      key.counter = counter;
      const browser = site.browser();
      const entered = await browser.post(PROOF, { reponse: key.sign(await ask(browser, address)) });
      expect(entered.status).toBe(counter === 41 ? 303 : 422);
      if (counter !== 41) expect(words(entered)).toContain("quelqu'un en a peut-être une copie");
    }
    const [mail] = await mailsTo(db, address);
    expect([mail?.template, mail?.values.passkey]).toEqual(['account.passkey-copied', 'Bureau']);
    expect((await events(id)).filter((one) => one === 'account.passkeyCopied')).toHaveLength(2);
    key.counter = 42;
    const browser = site.browser();
    expect((await browser.post(PROOF, { reponse: key.sign(await ask(browser, address)) })).status).toBe(303);
  });

  it('makes who sends wrong ones wait, and who asks without end', async () => {
    const { address, key } = await keyed();
    const browser = site.browser();
    await ask(browser, address);
    const statuses: number[] = [];
    for (let guess = 0; guess < 7; guess++) statuses.push((await browser.post(PROOF, { reponse: '{}' })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
    await db.deleteFrom('throttle').execute();
    const asked: Page[] = [];
    for (let times = 0; times < 22; times++) asked.push(await browser.post(ASK, {}));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(20);
    const last = asked.at(-1);
    expect([last?.status, JSON.parse(last?.body ?? '{}').refusal]).toEqual([
      429,
      expect.stringContaining("Trop d'essais"),
    ]);
    expect(Number(last?.header('retry-after'))).toBeGreaterThan(0);
    await db.deleteFrom('throttle').execute();
    const fresh = site.browser();
    expect((await fresh.post(PROOF, { reponse: key.sign(await ask(fresh, address)) })).status).toBe(303);
  });

  it('ends with the password that was given, with the key, and with the access', async () => {
    const { address, id, key, browser: first } = await keyed();
    await add(first, newKey(), 'Autre');
    const [{ id: passkey } = { id: '' }] = await db
      .selectFrom('passkey')
      .select('id')
      .where('credential', '=', key.id)
      .execute();
    const browser = site.browser();
    const signed = key.sign(await ask(browser, address));
    await first.get(SET_UP);
    await first.post(`${KEYS}/${passkey}/retirer`, { current: PASSWORD });
    const removed = await browser.post(PROOF, { reponse: signed });
    expect([removed.status, words(removed).includes("ou ne l'est plus")]).toEqual([422, true]);
    const since = async () =>
      (await site.accounts.listStaff(db, 'clermont')).find((one) => one.accountId === id)?.secondFactorSince;
    expect(await since()).not.toBeNull();
    const reset = await resetByTwo(db, site.accounts, 'clermont', id);
    expect(reset.ok).toBe(true);
    expect(await since()).toBeNull();
    expect((await browser.get(PROOF)).location).toBe('/connexion');
    expect((await browser.post(PROOF, { reponse: signed })).status).toBe(410);
    expect((await browser.post(ASK, {})).status).toBe(422);
    expect((await first.get('/compte')).status).toBe(303);
    expect(await templates(address)).toContain('account.second-factor-removed');
    expect((await enter(site.browser(), address)).location).toBe('/gestion');
    const stranger = site.browser();
    await stranger.get('/connexion');
    const nobody = await stranger.post(ASK, {});
    expect([nobody.status, JSON.parse(nobody.body).refusal]).toEqual([410, expect.stringContaining('depuis le début')]);
    expect((await stranger.post(PROOF, { reponse: signed })).status).toBe(410);
  });

  it('waits for a colleague who is taking the keys away, and opens nothing then', async () => {
    const { address, id, key } = await keyed();
    const browser = site.browser();
    const signed = key.sign(await ask(browser, address));
    const entering: Promise<Page>[] = [];
    await db.transaction().execute(async (tx) => {
      await lockAccount(tx, id);
      entering.push(browser.post(PROOF, { reponse: signed }));
      await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 60_000, interval: 20 });
      await tx.deleteFrom('passkey').where('account_id', '=', id).execute();
    });
    expect((await entering[0])?.status).toBe(422);
    expect((await browser.get('/compte')).status).toBe(303);
  });

  it('stands beside the code of an application, each without the other', async () => {
    const { address, browser, key } = await keyed();
    const offered = await browser.get(`${SET_UP}/application`);
    expect(offered.body).not.toContain('Ou une clé');
    const secret = keyIn(offered.body);
    const offre = fieldOn(offered.body, 'offre');
    await browser.post(SET_UP, { offre, code: await codeOf(secret, -1), current: PASSWORD });
    expect(codesIn((await browser.get(`${SET_UP}/codes`)).body)).toHaveLength(10);
    expect((await browser.get(`${SET_UP}/application`)).location).toBe(SET_UP);
    const list = words(await browser.get(SET_UP));
    expect(list).toContain('Il vous en reste 10 codes.');
    expect(list).not.toContain("C'est votre seule preuve");
    const byCode = site.browser();
    await enter(byCode, address);
    const page = await byCode.get(PROOF);
    expect([page.body.includes('data-ask'), page.body.includes('one-time-code')]).toEqual([true, true]);
    expect((await byCode.post(PROOF, { code: 'abc' })).status).toBe(422);
    expect((await byCode.post(PROOF, { code: await codeOf(secret) })).location).toBe('/gestion');
    const byKey = site.browser();
    expect((await byKey.post(PROOF, { reponse: key.sign(await ask(byKey, address)) })).location).toBe('/gestion');
    await browser.get(`${SET_UP}/retirer`);
    expect((await browser.post(`${SET_UP}/retirer`, { current: PASSWORD })).location).toContain(SET_UP);
    expect((await enter(site.browser(), address)).location).toBe(PROOF);
  });
});

describe('In production', () => {
  it('a passkey is proof enough, and the last proof stays until there is another', async () => {
    const { address, id } = await someone();
    const browser = await signedIn(address, production);
    expect((await browser.get('/compte')).status).toBe(303);
    expect(words(await browser.get(SET_UP))).toContain("Ou une clé d'accès");
    const key = newKey();
    expect((await add(browser, key)).status).toBe(303);
    expect((await browser.get('/compte')).status).toBe(200);
    const [{ id: passkey } = { id: '' }] = await db
      .selectFrom('passkey')
      .select('id')
      .where('account_id', '=', id)
      .execute();
    await browser.get(`${KEYS}/${passkey}/retirer`);
    const refused = await browser.post(`${KEYS}/${passkey}/retirer`, { current: PASSWORD });
    expect([refused.status, words(refused).includes("C'est votre seule preuve")]).toEqual([409, true]);
    expect((await add(browser, newKey(), 'Autre')).status).toBe(303);
    expect((await browser.post(`${KEYS}/${passkey}/retirer`, { current: PASSWORD })).status).toBe(303);
    expect((await browser.get('/compte')).status).toBe(200);
  });
});

describe('By another name of the house', () => {
  it('passkeys are others: the page says where those that there are serve', async () => {
    const { address, key } = await keyed();
    const browser = lyon.browser();
    await enter(browser, address);
    const page = words(await browser.get(PROOF));
    expect(page).toContain('connectez-vous à registre.example');
    expect(page).not.toContain('data-ask');
    expect((await browser.post(ASK, {})).status).toBe(422);
    const here = site.browser();
    const options = await ask(here, address);
    const carried = lyon.browser();
    carried.cookies.set('registre_second_facteur', here.cookies.get('registre_second_facteur') ?? '');
    await carried.get(PROOF);
    await carried.get('/connexion');
    expect((await carried.post(PROOF, { reponse: key.sign(options) })).status).toBe(422);
  });

  it('a key made there is for it, with its own origin', async () => {
    const { address } = await someone();
    const browser = await signedIn(address, lyon);
    const key = newAuthenticator('https://lyon.example');
    expect((await add(browser, key)).status).toBe(303);
    expect((await add(browser, newKey())).status).toBe(422);
    const again = lyon.browser();
    expect((await again.post(PROOF, { reponse: key.sign(await ask(again, address)) })).status).toBe(303);
  });

  it('without https none is offered, and the page says why', async () => {
    const plain = await openSite(db);
    const { address } = await someone();
    const browser = await signedIn(address, plain);
    expect((await browser.get(SET_UP)).body).not.toContain(KEYS);
    const page = await browser.get(KEYS);
    expect([page.status, words(page).includes("qu'à une adresse en https")]).toEqual([409, true]);
    expect((await browser.post(KEYS, { nom: 'Bureau', current: PASSWORD })).status).toBe(409);
    expect((await browser.get(CREATION)).location).toBe(KEYS);
    expect((await browser.post(CREATION, { reponse: '{}' })).status).toBe(409);
    await keyed();
    await plain.server.close();
  });
});
