import { rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { addressOf } from '../src/platform/database/embedded/server.ts';
import { temporaryFolder } from '../src/testing/temporaryFolder.ts';
import { axeComplaints } from './support/axe.ts';
import { newPage } from './support/browser.ts';
import { makePdf } from './support/documents.ts';
import { signIn as signInAt } from './support/people.ts';
import { type Registre, startRegistre } from './support/registre.ts';
import { ownBrowser, ownSite } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/** A file that is received while others are read, before the eyes of its candidate: with JavaScript its page follows, without it a press does. */
const REGISTRE_CLOCK = '2023-11-15T10:00:00+01:00';
const folder = temporaryFolder('received');
const FILES_URL = pathToFileURL(path.join(folder, 'files')).href;
let reader: Registre | null = null;
afterAll(async () => {
  await reader?.kill();
  rmSync(folder, { recursive: true, force: true });
});
const registre = await ownSite({ REGISTRE_CLOCK, FILES_URL, REGISTRE_WORK: 'pages,jobs' });
const browser = await ownBrowser();
const camille = createVisitor(registre.url);
await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
const hub = await fillDraft(camille, 'bp-2024-clermont');
await camille.fill(`${hub}/recapitulatif`, {});
const list = new URL(`${hub}/justificatifs`, registre.url).href;
const page = await newPage(browser, { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
await signInAt(page, registre.url, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);

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

  // Several that become one are followed on their own page, where a file that is chosen meanwhile stays chosen.
  const joined = await page.context().newPage();
  const sheets = `${list}/ENSDIST/feuilles`;
  await joined.goto(sheets);
  await joined.locator('input[type="file"]').setInputFiles([file('un.pdf', good), file('deux.pdf', makePdf('deux'))]);
  await joined.locator('form[enctype] button[type="submit"]').click();
  await expect.poll(() => joined.locator('main').innerText()).toMatch(/2\spages reçues, en cours de lecture/);
  expect(await joined.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expect(await axeComplaints(joined)).toEqual([]);
  await joined.locator('input[type="file"]').setInputFiles(file('trois.pdf', good));

  let loaded = 0;
  for (const one of [page, joined])
    one.on('domcontentloaded', () => {
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
  // What proves which file was sent is as wide as the telephone.
  const details = await page.context().newPage();
  await details.goto(`${list}/DOMICIL`);
  await details.locator('li details').first().click();
  expect(await details.locator('li details').innerText()).toMatch(/[0-9a-f]{64}/);
  expect(await details.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  await details.close();
  await joined.bringToFront();
  await expect.poll(() => joined.locator('.sheets img').count(), { timeout: 60_000 }).toBe(2);
  const chosen = joined.locator('input[type="file"]');
  expect(await chosen.evaluate((one: HTMLInputElement) => one.files?.[0]?.name)).toBe('trois.pdf');
  expect([loaded, await joined.locator('main').innerText()]).toEqual([0, expect.not.stringContaining('en lecture')]);
}, 180_000);
