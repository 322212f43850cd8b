import type { Browser, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { takePhoto } from '../src/testing/documents/jpegFile.ts';
import { follow, newPage, openBrowser } from './support/browser.ts';
import { button, signIn as signInAt } from './support/people.ts';
import type { Registre } from './support/registre.ts';
import { startSite } from './support/site.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/** A computer and a telephone: the square code is read from the screen, and the line of the telephone is cut while it sends. */
let registre: Registre;
let browser: Browser;
let hub: string;
beforeAll(async () => {
  registre = await startSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
  browser = await openBrowser();
  const camille = createVisitor(registre.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  hub = await fillDraft(camille, 'bp-2024-clermont');
  expect((await camille.fill(`${hub}/recapitulatif`, {})).status).toBe(303);
});
afterAll(async () => {
  await browser?.close();
  await registre?.stop();
});

async function readFromScreen(page: Page): Promise<string> {
  const picture = await page.locator('.square-code').screenshot();
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ data, width: info.width, height: info.height }, { format: 'RGB' });
}
const says = (page: Page, words: string) =>
  expect.poll(() => page.getByRole('main').innerText(), { timeout: 60_000 }).toContain(words);

it('a photo taken by a telephone over a line that is cut appears by itself on the computer', async () => {
  const computer = await newPage(browser, { viewport: { width: 1280, height: 800 } });
  await signInAt(computer, registre.url, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  await computer.goto(new URL(`${hub}/justificatifs/DOMICIL`, registre.url).href);
  await follow(computer, computer.getByRole('link', { name: 'Continuer sur mon téléphone' }));
  await follow(computer, button(computer, 'Afficher un code'));
  const address = await readFromScreen(computer);

  const telephone = await newPage(browser, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await telephone.goto(new URL(new URL(address).pathname, registre.url).href);
  await says(computer, "Un téléphone l'a ouvert");
  let cuts = 0;
  await telephone.route('**/envois/*', async (route) => {
    cuts += 1;
    return cuts > 2 ? route.continue() : route.abort('connectionreset');
  });
  const buffer = await takePhoto({ width: 1800, height: 1350 });
  await telephone.getByLabel('Photo ou fichier').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer });
  await button(telephone, 'Déposer').click();
  await says(telephone, 'Reçu D-');
  expect(cuts).toBeGreaterThan(2);
  await says(computer, 'Reçu de votre téléphone et déposé.');
  const thumbnail = computer.locator('.thumbnail img');
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
}, 300_000);
