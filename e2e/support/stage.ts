import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openBrowser } from './browser.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { type Site, startSite } from './site.ts';

/** What the tests of a file play on; each part is there once they begin. */
export type Stage = { readonly url: string; readonly browser: Browser; readonly mailbox: Mailbox };

/** A site that writes its mails to a mailbox, and a browser: opened before the tests of the file that asks, closed after them. */
export function setStage(environment: Readonly<Record<string, string>> = {}): Stage {
  let [mailbox, site, browser]: [Mailbox?, Site?, Browser?] = [];
  beforeAll(async () => {
    mailbox = await openMailbox();
    site = await startSite({ SMTP_URL: mailbox.url, ...environment });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
    await mailbox?.close();
  });
  const set = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The stage is set when the tests begin');
    return part;
  };
  return {
    get url() {
      return set(site).url;
    },
    get browser() {
      return set(browser);
    },
    get mailbox() {
      return set(mailbox);
    },
  };
}
