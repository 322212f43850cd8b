import type { Browser } from 'playwright-core';
import { afterAll } from 'vitest';
import { connectDatabase } from '../../src/platform/database/database.ts';
import { openBrowser } from './browser.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { type Site, startSite } from './site.ts';

/** What the tests of a file play on, for its head: each part closes itself after the last test. */

export async function ownSite(environment: Readonly<Record<string, string>> = {}): Promise<Site> {
  const site = await startSite(environment);
  afterAll(site.stop);
  return site;
}

export async function ownBrowser(): Promise<Browser> {
  const browser = await openBrowser();
  afterAll(() => browser.close());
  return browser;
}

export async function ownMailbox(): Promise<Mailbox> {
  const mailbox = await openMailbox();
  afterAll(mailbox.close);
  return mailbox;
}

/** The site's database. */
export function ownPool({ connection }: Pick<Site, 'connection'>): ReturnType<typeof connectDatabase> {
  const pool = connectDatabase(connection, () => undefined);
  afterAll(pool.close);
  return pool;
}

export type Stage = { readonly url: string; readonly browser: Browser; readonly mailbox: Mailbox };

/** A site that writes its mails to a mailbox, and a browser. */
export async function setStage(environment: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const mailbox = await ownMailbox();
  const { url } = await ownSite({ SMTP_URL: mailbox.url, ...environment });
  return { url, mailbox, browser: await ownBrowser() };
}
