import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeComplaints } from './support/axe.ts';
import { newPage, signInOn } from './support/browser.ts';
import { layoutComplaints } from './support/layout.ts';
import { ownBrowser, ownSite } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, signIn } from './support/visitor.ts';

/** A head of office moves tests on the drawing, by the keyboard, by the pointer, and without either. */
const AT = '/gestion/examen';
const SESSION = 'session=bp-2024-clermont';

const { url } = await ownSite({ REGISTRE_CLOCK: '2024-03-15T10:00:00+01:00' });
const browser = await ownBrowser();

const head = createVisitor(url);
await signIn(head, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
for (const [what, table] of [
  [
    'centres',
    [
      'Centre;Nom du centre;Adresse;Code postal;Commune;Salle;Places',
      'LYC-1;Lycée des Puys;1 rue du Lac;63000;Riom;Salle 1;20',
      'LYC-1;;;;;Salle 2;20',
    ],
  ],
  [
    'calendrier',
    [
      'Spécialité;Unité;Date;Heure;Durée;Centre;Salle',
      '45033608;U20;03/06/2024;9 h;2 h;LYC-1;Salle 1',
      '45033608;U10;03/06/2024;14 h;2 h 30;LYC-1;Salle 1',
    ],
  ],
] as const)
  await head.deposit(`${AT}/importer/${what}?${SESSION}`, Buffer.from(table.join('\r\n')), `${what}.csv`);

async function onDrawing(options: Parameters<typeof newPage>[1] = {}): Promise<Page> {
  const page = await newPage(browser, options);
  await signInOn(page, url, 'head@demo.registre.fr');
  await page.waitForURL(/\/gestion/);
  await page.goto(new URL(`${AT}/calendrier/dessin?${SESSION}`, url).href);
  return page;
}

it('is moved by the arrow keys, undone, and dragged by the pointer: what it changes is read before anything is written', async () => {
  const page = await onDrawing({ viewport: { width: 1280, height: 800 } });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect([...(await axeComplaints(page)), ...(await layoutComplaints(page))]).toEqual([]);
  await page.setViewportSize({ width: 1280, height: 800 });
  const block = page.getByRole('link', { name: /U20.*9.h.00/ }).last();
  await block.focus();
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
  await expect.poll(() => page.getByText(/U20.*9.h.20, Salle 2\. Entrée/).count()).toBe(1);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.getByText('laissée à sa place').count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Ce que ce déplacement change' }).waitFor();
  expect(await page.locator('main').textContent()).toMatch(/LYC-1, Salle 1.*LYC-1, Salle 2/s);
  await page.getByRole('button', { name: 'Déplacer cette épreuve' }).click();
  await page.getByText('est déplacée').waitFor();
  await page.getByRole('link', { name: 'Annuler ce déplacement' }).click();
  await page.getByRole('button', { name: 'Déplacer cette épreuve' }).click();
  await page.getByText(/est déplacée.*Salle 1/).waitFor();

  const other = page.getByRole('link', { name: /U10.*14.h.00/ }).last();
  const hour = await page.locator('[data-hour]').first().boundingBox();
  const [from, to] = [await other.boundingBox(), await page.locator('tr[data-name="Salle 2"]').boundingBox()];
  if (hour === null || from === null || to === null) throw new Error('Nothing is drawn');
  await page.mouse.move(from.x + 20, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(from.x + 20 + hour.width, to.y + 10, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('heading', { level: 1, name: 'Ce que ce déplacement change' }).waitFor();
  expect(await page.locator('main').textContent()).toMatch(/15.h.00 à 17.h.30.*Salle 2/s);
});

it('without a script, on a phone, each test leads to a form that asks the same', async () => {
  const page = await onDrawing({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await page
    .getByRole('link', { name: /U20.*9.h.00/ })
    .last()
    .click();
  await page.getByLabel('Heure de début').fill('10 h');
  await page.getByRole('button', { name: 'Voir ce que cela change' }).click();
  await page.getByRole('button', { name: 'Déplacer cette épreuve' }).click();
  await page.getByText(/est déplacée.*10.h.00/).waitFor();
});
