import { sql } from 'kysely';
import { afterAll, expect, it } from 'vitest';
import { everyone, page, route, withCookies } from '../../platform/http/visit.ts';
import { platformMigrations } from '../../platform/migrations.ts';
import { ownDatabase } from '../../testing/database.ts';
import { accountMigrations } from '../migrations.ts';
import { type Browser, makeAccount, openSite } from '../testingSite.ts';

const { db } = await ownDatabase([platformMigrations, accountMigrations]);
const site = await openSite(db, {}, ({ demonstration }) => [
  route({
    method: 'POST',
    path: '/t/as',
    who: everyone,
    note: 'Essai.',
    handle: async (visit) => {
      const { address = '' } = visit.body;
      const cookies =
        address === '' ? await demonstration.leave(visit) : await demonstration.enter(visit, String(address));
      return cookies === null ? page('nobody', 404) : withCookies(page('in'), cookies);
    },
  }),
]);
afterAll(() => site.server.close());
await site.accounts.ensureDemonstrationAccounts('clermont-ferrand', ['G2']);

async function become(browser: Browser, address: string): Promise<number> {
  await browser.get('/connexion');
  return (await browser.post('/t/as', { address })).status;
}
const ownHome = async (browser: Browser): Promise<string> => (await browser.get('/connexion')).location;

it('Anybody becomes one of the demonstration, and another after; who they were is signed out', async () => {
  const browser = site.browser();
  expect(await become(browser, 'camille@demo.registre.fr')).toBe(200);
  expect(await ownHome(browser)).toBe('/candidatures');
  const copy = browser.cookies.get('registre_session') ?? '';
  expect(await become(browser, 'head@demo.registre.fr')).toBe(200);
  expect(await ownHome(browser)).toBe('/gestion');
  const other = site.browser();
  other.cookies.set('registre_session', copy);
  expect((await other.get('/compte')).status).toBe(303);
});

it('Who is there already stays in the same session; a visitor is signed out', async () => {
  const browser = site.browser();
  await become(browser, 'jury@demo.registre.fr');
  const held = browser.cookies.get('registre_session');
  await browser.get('/compte');
  expect((await browser.post('/t/as', { address: 'jury@demo.registre.fr' })).setCookies.join()).not.toContain(
    'session',
  );
  expect(browser.cookies.get('registre_session')).toBe(held);
  await browser.post('/t/as', { address: '' });
  expect(browser.cookies.has('registre_session')).toBe(false);
  expect((await browser.get('/compte')).status).toBe(303);
});

it('Nobody becomes a person of elsewhere, somebody who never was, or whose access is closed', async () => {
  const browser = site.browser();
  await makeAccount(db, site, 'martin@domaine.fr');
  await sql`update staff set disabled_at = now() where role = 'admin'`.execute(db);
  for (const address of ['martin@domaine.fr', 'personne@demo.registre.fr', 'admin@demo.registre.fr'])
    expect([address, await become(browser, address)]).toEqual([address, 404]);
  expect(browser.cookies.has('registre_session')).toBe(false);
});
