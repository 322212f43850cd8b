import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { takePhoto } from '../src/testing/documents/jpegFile.ts';
import { openLine } from '../src/testing/line.ts';
import { follow, newPage } from './support/browser.ts';
import { button, signIn as signInAt } from './support/people.ts';
import { ownBrowser, ownSite } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/** A computer and a telephone: the square code is read from the screen, and the line of the telephone is cut while it sends. */
const registre = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
const browser = await ownBrowser();
const camille = createVisitor(registre.url);
await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
const hub = await fillDraft(camille, 'bp-2024-clermont');
expect((await camille.fill(`${hub}/recapitulatif`, {})).status).toBe(303);

async function readFromScreen(page: Page): Promise<string> {
  const picture = await page.locator('.square-code').screenshot();
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ data, width: info.width, height: info.height }, { format: 'RGB' });
}
const says = (page: Page, words: string) =>
  expect.poll(() => page.getByRole('main').innerText(), { timeout: 60_000 }).toContain(words);

it('a photo of 12 megapixels, taken sideways and sent by a telephone over a slow line that is cut twice, appears by itself on the computer, upright and once', async () => {
  const computer = await newPage(browser, { viewport: { width: 1280, height: 800 } });
  await signInAt(computer, registre.url, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  await computer.goto(new URL(`${hub}/justificatifs/DOMICIL`, registre.url).href);
  await follow(computer, computer.getByRole('link', { name: 'Continuer sur mon téléphone' }));
  await follow(computer, button(computer, 'Afficher un code'));
  const address = await readFromScreen(computer);

  const line = await openLine({ host: '127.0.0.1', port: Number(new URL(registre.url).port) });
  const telephone = await newPage(browser, { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await telephone.goto(`http://127.0.0.1:${line.port}${new URL(address).pathname}`);
  await says(computer, "Un téléphone l'a ouvert");
  const throttle = await telephone.context().newCDPSession(telephone);
  await throttle.send('Network.enable');
  const slow = { offline: false, latency: 50, downloadThroughput: 250_000, uploadThroughput: 250_000 };
  await throttle.send('Network.emulateNetworkConditions', slow);
  // The first part and the third are on their way when the line goes: a part takes half a second.
  let parts = 0;
  let cuts = 0;
  telephone.on('request', async (one) => {
    if (one.method() !== 'POST' || !/\/envois\/[^/]+$/.test(one.url())) return;
    parts += 1;
    if (parts !== 1 && parts !== 3) return;
    // Until it is noticed: a browser asks again by itself where only the socket went.
    const noticed = telephone.waitForEvent('requestfailed');
    await line.cut();
    await noticed;
    cuts += 1;
    await line.restore();
  });
  const buffer = await takePhoto({ width: 4032, height: 3024, orientation: 6 });
  await telephone.getByLabel('Photo ou fichier').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer });
  await button(telephone, 'Déposer').click();
  await says(telephone, 'Reçu D-');
  expect(cuts).toBe(2);
  await says(computer, 'Reçu de votre téléphone et déposé.');
  const thumbnail = computer.locator('.thumbnail img');
  await expect.poll(() => thumbnail.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  const at = `${hub}/justificatifs/DOMICIL`;
  const files = new Set((await camille.get(at)).html.match(/DOMICIL\/fichiers\/[0-9a-f-]{36}/g));
  expect(files.size).toBe(1);
  const upright = sharp(await camille.download(`${hub}/justificatifs/${[...files][0]}`));
  const { width, height, orientation } = await upright.metadata();
  expect([width < height, orientation]).toEqual([true, undefined]);
  // What was upper left for the camera is upper right for who took it.
  const { data } = await upright
    .resize(2, 2, { fit: 'fill', kernel: 'nearest' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([...data].map((light) => light < 100)).toEqual([false, true, false, false]);
  await telephone.context().close();
  await line.cut();
}, 300_000);
