import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { axeComplaints } from './support/axe.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { makePdf } from './support/documents.ts';
import { signIn as signInAt } from './support/people.ts';
import { addressOf, type Registre, startRegistre } from './support/registre.ts';
import { type Site, startSite } from './support/site.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/** A file that is received while others are read, before the eyes of its candidate: with JavaScript its page follows, without it a press does. */
const REGISTRE_CLOCK = '2023-11-15T10:00:00+01:00';
const folder = temporaryFolder('received');
const FILES_URL = pathToFileURL(path.join(folder, 'files')).href;
let registre: Site;
let reader: Registre | null = null;
let browser: Browser;
let page: Page;
let list: string;
beforeAll(async () => {
  registre = await startSite({ REGISTRE_CLOCK, FILES_URL, REGISTRE_WORK: 'pages,jobs' });
  browser = await openBrowser();
  const camille = createVisitor(registre.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const hub = await fillDraft(camille, 'bp-2024-clermont');
  await camille.fill(`${hub}/recapitulatif`, {});
  list = new URL(`${hub}/justificatifs`, registre.url).href;
  page = await newPage(browser, { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
  await signInAt(page, registre.url, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
});
afterAll(async () => {
  await reader?.kill();
  await browser?.close();
  await registre?.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('says its second, is linked by nothing, and shows itself once it is read, where what one is at stays', async () => {
  await page.goto(list);
  const [good, broken] = [makePdf('domicile'), Buffer.concat([makePdf('x').subarray(0, 60), Buffer.alloc(500, 'x')])];
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/pdf', buffer });
  await page.locator('#fichier-DOMICIL').setInputFiles(file('domicile.pdf', good));
  const row = page.locator('#piece-DOMICIL');
  await expect.poll(() => row.innerText()).toMatch(/Fichier reçu le 15\snovembre\s2023\sà\s\d+\sh\s\d+\smin\s\d+\ss/);
  await page.locator('#fichier-DCSTID01').setInputFiles(file('carte.pdf', broken));
  await expect.poll(() => page.locator('main').innerText()).toMatch(/2\sfichiers reçus, en cours de lecture/);
  expect(await row.innerText()).toContain('En lecture');
  const hub = await page.context().newPage();
  await hub.goto(list.replace(/\/justificatifs$/, ''));
  expect(await hub.locator('main').innerText()).toMatch(/2\sfichiers reçus, en cours de lecture/);
  await hub.close();
  expect(await row.locator('img').count()).toBe(0);
  expect(await axeComplaints(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);

  let loaded = 0;
  page.on('domcontentloaded', () => {
    loaded += 1;
  });
  const detail = page.locator('#piece-ENSDIST summary');
  await detail.focus();
  const database = addressOf(registre.connection);
  reader = await startRegistre(
    { DATABASE_URL: database, FILES_URL, REGISTRE_CLOCK, REGISTRE_WORK: 'documents' },
    folder,
  );
  await expect.poll(() => row.locator('img').count(), { timeout: 60_000 }).toBe(1);
  await expect
    .poll(() => page.locator('#piece-DCSTID01').innerText(), { timeout: 60_000 })
    .toMatch(/Votre fichier «\scarte\.pdf\s» \(reçu D-.*\) n'a pas pu être lu/);
  expect(await page.locator('main').innerText()).not.toContain('en cours de lecture');
  expect([loaded, await detail.evaluate((one) => one === document.activeElement)]).toEqual([0, true]);
  expect(await axeComplaints(page)).toEqual([]);
}, 180_000);
