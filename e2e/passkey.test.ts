import pg from 'pg';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { axeComplaints } from './support/axe.ts';
import { follow, newPage, openBrowser, signInOn } from './support/browser.ts';
import { layoutComplaints } from './support/layout.ts';
import { button, setSecondFactor } from './support/people.ts';
import { freePort } from './support/registre.ts';
import { type Site, startSite } from './support/site.ts';
import { DEMONSTRATION_PASSWORD } from './support/visitor.ts';

/** A head of office signs in with a passkey, by an authenticator that the browser plays itself; browsers have passkeys on « localhost ». */
const HEAD = 'head@demo.registre.fr';
const KEYS = '/compte/double-authentification';

let registre: Site;
let url: string;
let browser: Browser;
beforeAll(async () => {
  const port = await freePort();
  url = `http://localhost:${port}`;
  [registre, browser] = await Promise.all([startSite({ PORT: String(port), PUBLIC_URL: url }), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await registre?.stop();
});

type Key = { readonly network: CDPSession; readonly authenticatorId: string };

/** Of this page; `verifies`: a finger is on it. */
async function plugIn(page: Page): Promise<Key> {
  const network = await page.context().newCDPSession(page);
  await network.send('WebAuthn.enable');
  const { authenticatorId } = await network.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { network, authenticatorId };
}

const verifies = ({ network, authenticatorId }: Key, isUserVerified: boolean): Promise<unknown> =>
  network.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
const main = async (page: Page): Promise<string> =>
  (await page.locator('main').innerText()).replace(/[\u00a0\u202f]/g, ' ');
const signOut = async (page: Page): Promise<void> => {
  await page.goto(`${url}/deconnexion`);
  await follow(page, page.locator('main').getByRole('button', { name: 'Se déconnecter' }));
};
const complaints = async (page: Page): Promise<readonly string[]> => {
  const size = page.viewportSize();
  const found = [...(await layoutComplaints(page)), ...(await axeComplaints(page))];
  await page.emulateMedia({ colorScheme: 'light' });
  if (size !== null) await page.setViewportSize(size);
  return found;
};
/** Presses a button from the keyboard alone. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  const wanted = button(page, name);
  await wanted.waitFor();
  for (let steps = 0; steps < 60; steps++) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  throw new Error(`No key reaches ${name}`);
}
async function begin(page: Page, name: string): Promise<void> {
  await page.goto(`${url}${KEYS}/cles`);
  await page.getByLabel(/^Nom de la clé/).fill(name);
  await page.getByLabel(/^Mot de passe/).fill(DEMONSTRATION_PASSWORD);
  await follow(page, button(page, 'Continuer'));
}

it('a passkey is added, signs in by the keyboard alone, and is removed', async () => {
  const page = await newPage(browser, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  const faults: string[] = [];
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  const key = await plugIn(page);
  await signInOn(page, url, HEAD);
  await page.waitForURL(/gestion$/);
  await page.goto(`${url}${KEYS}`);
  await follow(page, page.getByRole('link', { name: "Ajouter une clé d'accès" }));
  expect(await complaints(page)).toEqual([]);
  await begin(page, 'Portable du bureau');
  await button(page, "Créer la clé d'accès").waitFor();
  expect(await complaints(page)).toEqual([]);
  expect(await main(page)).not.toContain('JavaScript');

  // Left open: no key is made that would open nothing.
  const now = Date.now();
  await page.clock.setFixedTime(now + 5 * 60_000);
  await button(page, "Créer la clé d'accès").click();
  await page.getByRole('status').getByText('attend depuis trop longtemps').waitFor();
  await page.clock.setFixedTime(now);

  await verifies(key, false);
  await button(page, "Créer la clé d'accès").click();
  await page.getByRole('status').getByText("Rien n'a été fait").waitFor();
  await verifies(key, true);
  await press(page, "Créer la clé d'accès");
  await page.waitForURL(/message=cle-ajoutee/);
  expect(await main(page)).toMatch(/Portable du bureau[\s\S]*Jamais/);
  expect(await complaints(page)).toEqual([]);

  await begin(page, 'La même');
  await button(page, "Créer la clé d'accès").click();
  await page.getByRole('status').getByText("a déjà une clé d'accès pour ce compte").waitFor();

  await signOut(page);
  await signInOn(page, url, HEAD);
  await button(page, "Utiliser une clé d'accès").waitFor();
  expect(await main(page)).not.toContain('JavaScript');
  expect(await complaints(page)).toEqual([]);
  await verifies(key, false);
  await press(page, "Utiliser une clé d'accès");
  await page.getByRole('status').getByText("Rien n'a été fait").waitFor();
  await verifies(key, true);
  await press(page, "Utiliser une clé d'accès");
  await page.waitForURL(/gestion$/);

  await page.goto(`${url}${KEYS}`);
  await follow(page, page.getByRole('link', { name: /^Renommer/ }));
  expect(await complaints(page)).toEqual([]);
  await page.getByLabel(/^Nom de la clé/).fill('Portable');
  await follow(page, button(page, 'Enregistrer'));
  await follow(page, page.getByRole('link', { name: /^Retirer/ }));
  expect(await complaints(page)).toEqual([]);
  await page.getByLabel(/^Mot de passe/).fill(DEMONSTRATION_PASSWORD);
  await follow(page, button(page, "Retirer la clé d'accès"));
  await signOut(page);
  await signInOn(page, url, HEAD);
  await page.waitForURL(/gestion$/);
  expect(faults).toEqual([]);
  await page.context().close();
}, 600_000);

it('without JavaScript the code of the application serves, and the page says what to do where there is none', async () => {
  const page = await newPage(browser);
  await plugIn(page);
  await signInOn(page, url, 'jury@demo.registre.fr');
  await page.waitForURL(/gestion$/);
  await begin(page, 'Portable');
  await follow(page, button(page, "Créer la clé d'accès"));
  await page.waitForURL(/message=cle-ajoutee/);
  const plain = await newPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  await signInOn(plain, url, 'jury@demo.registre.fr');
  await plain.waitForURL(/double-authentification/);
  expect(await button(plain, "Utiliser une clé d'accès").isVisible()).toBe(false);
  expect(await main(plain)).toContain("JavaScript n'y est pas permis");

  await page.goto(`${url}${KEYS}/application`);
  const [code = ''] = await setSecondFactor(page, DEMONSTRATION_PASSWORD);
  await signInOn(plain, url, 'jury@demo.registre.fr');
  await plain.getByLabel(/^Code/).fill(code);
  expect(await main(plain)).not.toContain('JavaScript');
  await follow(plain, button(plain, 'Se connecter'));
  await plain.waitForURL(/gestion$/);
  await Promise.all([page, plain].map((one) => one.context().close()));
}, 600_000);

it('two clicks, two tabs, a key removed and a session ended in the midst leave words and no second key', async () => {
  const ADMIN = 'admin@demo.registre.fr';
  const page = await newPage(browser);
  await plugIn(page);
  await signInOn(page, url, ADMIN);
  await page.waitForURL(/gestion$/);
  await begin(page, 'Premier onglet');
  await button(page, "Créer la clé d'accès").dblclick();
  await page.waitForURL(/message=cle-ajoutee/);
  const rows = () => page.locator('#cles tbody tr');
  expect(await rows().count()).toBe(1);

  // The page of before, shown again: what it asked for has served.
  await page.goBack();
  await page.waitForURL(/cles/);
  await page.goto(`${url}${KEYS}/cles/creer`);
  await page.waitForURL(/cles$/);

  // Another tab, whose session ends while the browser waits.
  const tab = await page.context().newPage();
  await plugIn(tab);
  await begin(tab, 'Second onglet');
  await signOut(page);
  await button(tab, "Créer la clé d'accès").click();
  await tab.locator('main').getByText('vous avez été déconnecté').waitFor();

  // Signing in, the key removed by another browser between the password and the finger.
  await signInOn(page, url, ADMIN);
  await button(page, "Utiliser une clé d'accès").waitFor();
  await sqlOf('delete from passkey');
  await button(page, "Utiliser une clé d'accès").click();
  await page.getByRole('status').getByText('Cette clé').waitFor();
  await page.context().close();
}, 600_000);

async function sqlOf(statement: string): Promise<void> {
  const client = new pg.Client(registre.connection);
  await client.connect();
  await client.query(statement);
  await client.end();
}
