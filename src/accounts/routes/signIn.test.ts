import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { accountMigrations } from '../migrations.ts';
import { lastMailTo, PASSWORD, signInCodesTo } from '../testing.ts';
import { type Browser, enter, filledForm, makeAccount, openSite, type Site } from '../testingSite.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const site = await openSite(db);
afterAll(async () => {
  await site.server.close();
});

let people = 0;
const NEW = 'Sancy*1886m';
const someone = (on: Site = site, active = true): Promise<string> =>
  makeAccount(db, on, `personne${++people}@domaine.fr`, active);

describe('The link of the mail', () => {
  it('opens a page with a button on any device, and the button leads to the sign-in with good news', async () => {
    const address = await someone(site, false);
    const { link, token } = await lastMailTo(db, address);
    const phone = site.browser();
    for (let look = 0; look < 2; look++) {
      const page = await phone.get(link.pathname + link.search);
      expect(page.status).toBe(200);
      expect(page.body).toContain('Camille Martin');
    }
    const done = await phone.post('/compte/activer', { lien: token });
    expect([done.status, done.location]).toEqual([303, '/connexion?message=compte-active']);
    expect((await phone.get(done.location)).body).toContain('Votre compte est activé.');
    const again = await phone.get(link.pathname + link.search);
    expect([again.status, again.body.includes("n'est plus valable")]).toEqual([410, true]);
    expect((await phone.post('/compte/activer', { lien: token })).status).toBe(410);
  });

  it('is not needed by who types the code', async () => {
    const address = await someone(site, false);
    const { code } = await lastMailTo(db, address);
    const browser = site.browser();
    await browser.get('/compte/activer');
    const spaced = { acte: 'code', address: address.toUpperCase(), code: `${code.slice(0, 3)} ${code.slice(3)}` };
    expect((await browser.post('/compte/activer', spaced)).location).toBe('/connexion?message=compte-active');
    const short = await browser.post('/compte/activer', { acte: 'code', address, code: '12' });
    expect([short.status, short.body.includes('six chiffres')]).toEqual([422, true]);
  });
});

describe('The browser that typed the password', () => {
  const signUpIn = async (browser: Browser, address: string, more: Record<string, string> = {}): Promise<void> => {
    await browser.get('/compte/creer');
    expect((await browser.post('/compte/creer', { ...filledForm(address), ...more })).status).toBe(303);
  };
  const isIn = async (browser: Browser): Promise<boolean> => (await browser.get('/compte')).status === 200;

  it('is in once the mail’s link or code is followed there, and learns that the account is active', async () => {
    const address = `personne${++people}@domaine.fr`;
    const browser = site.browser();
    await signUpIn(browser, address);
    expect(await isIn(browser)).toBe(false);
    const done = await browser.post('/compte/activer', { lien: (await lastMailTo(db, address)).token });
    expect([done.status, done.location]).toEqual([303, '/candidatures?message=compte-active']);
    expect(await isIn(browser)).toBe(true);
    const other = `personne${++people}@domaine.fr`;
    const second = site.browser();
    await signUpIn(second, other);
    const { code } = await lastMailTo(db, other);
    const typed = await second.post('/compte/activer', { acte: 'code', address: other, code });
    expect(typed.location).toBe('/candidatures?message=compte-active');
    expect(await isIn(second)).toBe(true);
  });

  it('is not in by the mail of another form, nor by another account’s', async () => {
    const address = `personne${++people}@domaine.fr`;
    const [first, later, stranger] = [site.browser(), site.browser(), site.browser()];
    await signUpIn(first, address);
    const { token } = await lastMailTo(db, address);
    await signUpIn(later, address, { password: NEW, passwordAgain: NEW });
    await signUpIn(stranger, `personne${++people}@domaine.fr`);
    // The owner chose the first form: neither the later one's password nor a stranger's browser opens it.
    for (const browser of [later, stranger]) {
      const tried = await browser.post('/compte/activer', { lien: browser === later ? token : 'ZmFrZQ' });
      expect(tried.location ?? '').not.toContain('/candidatures');
      expect(await isIn(browser)).toBe(false);
    }
    expect((await enter(later, address)).location).toBe('/candidatures');
  });
});

describe('« Se connecter »', () => {
  it('opens /candidatures, with capitals and spaces in the address forgiven', async () => {
    const address = await someone();
    const browser = site.browser();
    const page = await enter(browser, ` ${address.toUpperCase()} `);
    expect([page.status, page.location]).toEqual([303, '/candidatures']);
    expect((await browser.get('/compte')).body).toContain('Martin');
    expect((await browser.get('/connexion')).location).toBe('/candidatures');
    expect((await browser.get('/compte/creer')).location).toBe('/candidatures');
  });

  it('gives a cookie that scripts, other sites and plain http never see', async () => {
    const address = await someone();
    const page = await enter(site.browser(), address);
    const [line] = page.setCookies.filter((one) => one.startsWith('registre_session='));
    expect(line).toMatch(/; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/);
    const https = await openSite(db, { publicUrl: new URL('https://registre.example') });
    const secure = await enter(https.browser(), address);
    const [host] = secure.setCookies.filter((one) => one.startsWith('__Host-registre_session='));
    expect(host).toMatch(/; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(secure.setCookies.join()).not.toMatch(/Domain=/i);
    await https.server.close();
  });

  it('comes back to the page that was asked for, never to another site', async () => {
    const address = await someone();
    const to = async (suite: string) => (await enter(site.browser(), address, { suite })).location;
    expect(await to('/candidatures/1/acquis?etape=4')).toBe('/candidatures/1/acquis?etape=4');
    for (const evil of ['//evil.example', '/\\evil.example', 'https://evil.example', '/\t/evil.example'])
      expect(await to(evil), evil).toBe('/candidatures');
    // Behind the office's door there is nothing for a candidate: not even to be told so.
    for (const theirs of ['/gestion', '/gestion/corbeille?etat=remises', '/gestion?message=x'])
      expect(await to(theirs), theirs).toBe('/candidatures');
    expect(await to('/specialites')).toBe('/specialites');
    const shown = await site.browser().get('/connexion?suite=%2F%2Fevil.example');
    expect(shown.body).not.toContain('evil');
  });

  it('tells only who knows the password that the account waits for its activation', async () => {
    const address = await someone(site, false);
    const browser = site.browser();
    const told = await enter(browser, address);
    expect([told.status, told.body.includes('href="/compte/activer"')]).toEqual([403, true]);
    expect((await browser.get('/compte/activer')).body).toContain(`value="${address}"`);
    const wrong = await enter(site.browser(), address, { password: 'Volvic/1466' });
    expect([wrong.status, wrong.body.includes('href="/compte/activer"')]).toEqual([422, false]);
  });

  it('asks who failed before for a code by mail, and comes back to the page that was asked for', async () => {
    const address = await someone();
    const browser = site.browser();
    for (let time = 0; time < 5; time++)
      expect((await enter(browser, address, { password: 'Volvic/1466' })).status).toBe(422);
    const wrong = await enter(browser, address, { password: 'Volvic/1466', suite: '/compte' });
    const page = await enter(browser, address, { suite: '/compte' });
    expect([page.status, page.location]).toEqual([303, '/connexion/code?suite=%2Fcompte']);
    expect([wrong.status, wrong.location]).toEqual([page.status, page.location]);
    const shape = (line: string) => line.replace(/=[0-9a-f]+;/, '=…;');
    expect(wrong.setCookies.map(shape)).toEqual(page.setCookies.map(shape));
    expect(page.setCookies.join()).toMatch(
      /^registre_connexion=[0-9a-f]+; Path=\/connexion\/code; HttpOnly; SameSite=Lax; Max-Age=900$/,
    );
    const asked = await browser.get(page.location);
    expect([
      asked.status,
      asked.body.includes('Confirmez que c&#39;est vous') || asked.body.includes("Confirmez que c'est vous"),
    ]).toEqual([200, true]);
    const [code = ''] = await signInCodesTo(db, address);
    const send = (typed: string) => browser.post('/connexion/code', { code: typed, suite: '/compte' });
    const short = await send('12');
    expect([short.status, short.body.includes('six chiffres')]).toEqual([422, true]);
    const other = await send(code === '000000' ? '000001' : '000000');
    expect([other.status, other.body.includes("n'est pas le bon")]).toEqual([422, true]);
    expect(await send(`${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ status: 303, location: '/compte' });
    expect((await browser.get('/compte')).status).toBe(200);
    expect(browser.cookies.has('registre_connexion')).toBe(false);
  });

  it('shows the page of the code only to who waits for one', async () => {
    const browser = site.browser();
    expect((await browser.get('/connexion/code')).location).toBe('/connexion');
    await browser.get('/connexion');
    const ended = await browser.post('/connexion/code', { code: '123456' });
    expect([ended.status, ended.body.includes('Reprendre la connexion')]).toEqual([410, true]);
  });

  it('needs the form of this site', async () => {
    const address = await someone();
    const browser = site.browser();
    expect((await browser.post('/connexion', { address, password: PASSWORD })).status).toBe(403);
    expect(browser.cookies.has('registre_session')).toBe(false);
  });
});

describe('A session', () => {
  it('is never one that somebody else chose', async () => {
    const address = await someone();
    const browser = site.browser();
    browser.cookies.set('registre_session', 'chosen.by-an-attacker');
    await enter(browser, address);
    expect(browser.cookies.get('registre_session')).not.toContain('chosen');
    const attacker = site.browser();
    await enter(attacker, await someone());
    const planted = attacker.cookies.get('registre_session') ?? '';
    const victim = site.browser();
    victim.cookies.set('registre_session', planted);
    await victim.get('/deconnexion');
    await victim.post('/connexion', { address, password: PASSWORD });
    expect(victim.cookies.get('registre_session')).not.toBe(planted);
    expect((await attacker.get('/compte')).status).toBe(303);
  });

  it('asks to sign in again once ended, and comes back', async () => {
    const browser = site.browser();
    await enter(browser, await someone());
    await sql`update auth_session set updated_at = now() - interval '3 hours'`.execute(db);
    const page = await browser.get('/compte/etat-civil?x=1');
    expect([page.status, page.location]).toEqual([303, '/connexion?suite=%2Fcompte%2Fetat-civil%3Fx%3D1']);
  });

  it('ends by « Se déconnecter », a page with a button', async () => {
    const browser = site.browser();
    await enter(browser, await someone());
    const copy = browser.cookies.get('registre_session') ?? '';
    expect((await browser.get('/deconnexion')).body).toContain('<form');
    expect((await browser.get('/compte')).status).toBe(200);
    const out = await browser.post('/deconnexion', {});
    expect(out.location).toBe('/connexion?message=deconnexion');
    expect(browser.cookies.has('registre_session')).toBe(false);
    const thief = site.browser();
    thief.cookies.set('registre_session', copy);
    expect((await thief.get('/compte')).status).toBe(303);
    expect((await browser.post('/deconnexion', {})).status).toBe(303);
  });
});

describe('« Mot de passe oublié »', () => {
  it('leads from the mail to a new password, refused if weak or the name, and signs the thief out', async () => {
    const address = await someone();
    const thief = site.browser();
    await enter(thief, address);
    const browser = site.browser();
    await browser.get('/mot-de-passe-oublie');
    expect((await browser.post('/mot-de-passe-oublie', { address })).location).toBe('/mot-de-passe-oublie?envoye=1');
    const { link, token } = await lastMailTo(db, address);
    expect((await browser.get(link.pathname + link.search)).body).toContain('Compte\u00a0: Camille Martin.');
    const choose = (password: string, passwordAgain = password) =>
      browser.post('/mot-de-passe-oublie', { lien: token, password, passwordAgain });
    expect((await choose('Martin*1998')).body).toContain('contenir votre nom');
    expect((await choose(NEW, 'Sancy*1887m')).status).toBe(422);
    expect((await choose(NEW)).location).toBe('/connexion?message=mot-de-passe-choisi');
    expect((await choose(NEW)).status).toBe(410);
    expect((await thief.get('/compte')).status).toBe(303);
    expect((await enter(site.browser(), address)).status).toBe(422);
    expect((await enter(site.browser(), address, { password: NEW })).location).toBe('/candidatures');
  });
});
