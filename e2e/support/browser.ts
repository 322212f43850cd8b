import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { DEMONSTRATION_PASSWORD } from './visitor.ts';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function openBrowser(more: readonly string[] = []): Promise<Browser> {
  const known = process.env.REGISTRE_BROWSER ?? '/usr/bin/chromium-headless-shell';
  if (!existsSync(known)) throw new Error('No browser: run `npm test`, which brings one.');
  return chromium.launch({ executablePath: known, args: [...ARGUMENTS, ...more] });
}

export async function newPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(180_000);
  return page;
}

/** Clicks, and waits until the page that it leads to is there whole: a click alone is over with the first byte of it, or before. */
export async function follow(page: Page, link: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), link.click()]);
}

/** Signs in by the page's own form; the page that follows is for the caller to await. */
export async function signInOn(page: Page, url: string, address: string): Promise<void> {
  await page.goto(new URL('/connexion', url).href);
  await page.getByLabel(/^Adresse mail/).fill(address);
  await page.getByLabel(/^Mot de passe/).fill(DEMONSTRATION_PASSWORD);
  await page.getByRole('button', { name: 'Se connecter' }).click();
}
