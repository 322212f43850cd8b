import { afterAll, describe, expect, it } from 'vitest';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { accountMigrations } from '../migrations.ts';
import { lastMailTo, mailsTo, PASSWORD } from '../testing.ts';
import { enter, filledForm, makeAccount, openSite, type Site } from '../testingSite.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const site = await openSite(db);
afterAll(async () => {
  await site.server.close();
});

let people = 0;
const NEW = 'Sancy*1886m';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0';
const someone = (on: Site = site, active = true): Promise<string> =>
  makeAccount(db, on, `personne${++people}@domaine.fr`, active);

describe('« Mon compte »', () => {
  it('changes the password, which ends the other sessions and keeps this one', async () => {
    const address = await someone();
    const [thief, browser] = [site.browser(), site.browser()];
    await enter(thief, address);
    await enter(browser, address);
    await browser.get('/compte/mot-de-passe');
    const change = (current: string) =>
      browser.post('/compte/mot-de-passe', { current, password: NEW, passwordAgain: NEW });
    const wrong = await change('Volvic/1466');
    expect([wrong.status, wrong.body.includes('id="champ-current-erreur"')]).toEqual([422, true]);
    expect((await change(PASSWORD)).location).toBe('/compte?message=mot-de-passe-change');
    expect((await browser.get('/compte')).status).toBe(200);
    expect((await thief.get('/compte')).status).toBe(303);
  });

  it('shows where the account is open, and ends it in one browser or in all others', async () => {
    const address = await someone();
    const [here, lost, old, stranger] = [site.browser(), site.browser(), site.browser(), site.browser()];
    for (const browser of [here, lost, old]) await enter(browser, address);
    await enter(stranger, await someone());
    await db.updateTable('auth_session').set({ user_agent: FIREFOX }).execute();
    const page = await here.get('/compte');
    expect(page.body.match(/Firefox, Windows/g)).toHaveLength(3);
    expect(page.body.match(/ce navigateur/g)).toHaveLength(1);
    const [first = '', second = ''] = [...page.body.matchAll(/name="session" value="([0-9a-f-]{36})"/g)].map(
      ([, id = '']) => id,
    );
    // Another's session isn't theirs to end, nor what is no session.
    for (const session of [first, 'x', '']) {
      await stranger.get('/compte');
      expect((await stranger.post('/compte/sessions', { session })).location).toBe('/compte?message=session-fermee');
    }
    for (const browser of [lost, old]) expect((await browser.get('/compte')).status).toBe(200);
    await here.get('/compte');
    expect((await here.post('/compte/sessions', { session: second })).status).toBe(303);
    const open = await Promise.all([lost, old].map(async (browser) => (await browser.get('/compte')).status));
    expect(open.toSorted()).toEqual([200, 303]);
    expect((await here.post('/compte/sessions', { session: 'autres' })).status).toBe(303);
    for (const browser of [lost, old]) expect((await browser.get('/compte')).status).toBe(303);
    expect((await here.get('/compte')).body).not.toContain('name="session"');
    expect((await stranger.get('/compte')).status).toBe(200);
  });

  it('changes the address once the new one has answered, signed in or not', async () => {
    const address = await someone();
    const browser = site.browser();
    await enter(browser, address);
    await browser.get('/compte/adresse');
    const next = `nouvelle.${address}`;
    const asked = await browser.post('/compte/adresse', { address: next, addressAgain: next, current: PASSWORD });
    expect(asked.location).toBe('/compte?message=adresse-demandee');
    const { link, token } = await lastMailTo(db, next);
    const phone = site.browser();
    expect((await phone.get(link.pathname + link.search)).body).toContain(next);
    expect((await phone.post('/compte/adresse/confirmer', { lien: token })).location).toBe(
      '/connexion?message=adresse-changee',
    );
    expect((await browser.get('/compte')).body).toContain(next);
    expect((await phone.get(link.pathname + link.search)).status).toBe(410);
  });

  it('changes civil status while no enrolment exists, then says why not and whom to ask', async () => {
    const address = await someone();
    const browser = site.browser();
    await enter(browser, address);
    const form = await browser.get('/compte/etat-civil');
    expect(form.body).toContain('value="Camille Jeanne"');
    const {
      birthNameAgain: _1,
      birthDateAgain: _2,
      addressAgain: _3,
      address: _4,
      password: _5,
      passwordAgain: _6,
      ...status
    } = filledForm(address, { birthName: 'Nuñez' });
    const save = (version: string) => browser.post('/compte/etat-civil', { ...status, version });
    expect((await save('1')).location).toBe('/compte?message=etat-civil-enregistre');
    expect((await browser.get('/compte')).body).toContain('Nuñez');
    expect((await save('1')).status).toBe(303);
    status.birthName = 'Roux';
    const stale = await save('1');
    expect([stale.status, stale.body.includes('entre-temps')]).toEqual([409, true]);
    const locked = await openSite(db, { civilStatusLocked: async () => true });
    const other = locked.browser();
    await enter(other, address);
    const page = await other.get('/compte/etat-civil');
    expect(page.body).toContain('gestionnaire de votre inscription');
    expect(page.body).toContain('href="/contact"');
    expect(page.body).not.toContain('name="birthName"');
    expect((await other.post('/compte/etat-civil', { ...status, version: '2' })).status).toBe(409);
    await locked.server.close();
  });

  it('mails nothing for a form with a fault', async () => {
    const address = await someone();
    const browser = site.browser();
    await enter(browser, address);
    await browser.get('/compte/adresse');
    const fault = { address: 'une@domaine.fr', addressAgain: 'deux@domaine.fr', current: PASSWORD };
    expect((await browser.post('/compte/adresse', fault)).status).toBe(422);
    expect(await mailsTo(db, 'une@domaine.fr')).toEqual([]);
  });
});
