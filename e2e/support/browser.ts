import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';

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
  page.setDefaultTimeout(60_000);
  return page;
}

/** Clicks, and waits until the page that it leads to is there whole: a click alone is over with the first byte of it, or before. */
export async function follow(page: Page, link: Locator): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), link.click()]);
}
