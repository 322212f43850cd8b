import { sql } from 'kysely';
import type { Locator } from 'playwright-core';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { takeAskew, takePhoto } from '../src/testing/documents/jpegFile.ts';
import { axeComplaints } from './support/axe.ts';
import { newPage } from './support/browser.ts';
import { makePdf } from './support/documents.ts';
import { signIn as signInAt } from './support/people.ts';
import { ownBrowser, ownPool, ownSite } from './support/stage.ts';
import { COIFFURE, createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/** *Mes justificatifs* with JavaScript: a file leaves as soon as it is chosen, and no other document is loaded. */
const registre = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
const browser = await ownBrowser();
const camille = createVisitor(registre.url);
await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
// Under 25, whose nationality is asked for: the identity card proves both.
const pool = ownPool(registre);
await sql`update candidate set birth_date = '1999-05-30'`.execute(pool.db);
const informations = { ...COIFFURE.informations, from1: '01/09/2015' };
const hub = await fillDraft(camille, 'bp-2024-clermont', { ...COIFFURE, informations });
expect((await camille.fill(`${hub}/recapitulatif`, {})).status).toBe(303);
const list = new URL(`${hub}/justificatifs`, registre.url).href;
const page = await newPage(browser, { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
await signInAt(page, registre.url, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);

let loaded = 0;
beforeEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.goto(list);
  loaded = 0;
  page.removeAllListeners('domcontentloaded');
  page.on('domcontentloaded', () => {
    loaded += 1;
  });
});

const pdf = (text: string) => ({ name: `${text}.pdf`, mimeType: 'application/pdf', buffer: makePdf(text) });
const row = (code: string): Locator => page.locator(`#piece-${code}`);
const chooser = (code: string): Locator => page.locator(`#fichier-${code}`);
const says = (where: Locator, words: string | RegExp) => expect.poll(() => where.innerText()).toMatch(words);
const kept = async (code: string, name: string): Promise<Buffer> => {
  const href = await row(code).locator('a').getByText(name, { exact: true }).first().getAttribute('href');
  return (await page.request.get(new URL(href ?? '', registre.url).href)).body();
};
const progress = async (): Promise<string> => page.locator('main').innerText();

describe('A file chosen in its row', () => {
  it('is deposited at once; the row says the receipt and takes the focus, the counters follow, nothing is loaded', async () => {
    expect(await progress()).toMatch(/0\spièce déposée sur 6/);
    await chooser('DOMICIL').setInputFiles(pdf('domicile'));
    await says(row('DOMICIL'), /Fichier déposé\. Reçu D-/);
    expect(await row('DOMICIL').evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await progress()).toMatch(/1\spièce déposée sur 6/);
    // In its place while the page is open: the next piece is the one below.
    expect(await page.locator('#reste-a-faire #piece-DOMICIL + #piece-ENSDIST').count()).toBe(1);
    expect(await page.locator('#deposees').count()).toBe(0);
    expect(await page.locator('body > [role="status"]').innerText()).toMatch(/Fichier déposé\. Reçu D-/);
    expect([loaded, page.url()]).toEqual([0, list]);
    expect(await axeComplaints(page)).toEqual([]);
    await page.reload();
    expect(await page.locator('#deposees #piece-DOMICIL').count()).toBe(1);
  });

  it('that is refused is answered there, at its field, and may be chosen again', async () => {
    await chooser('ATTEMPLOI').setInputFiles({ ...pdf('lettre'), buffer: Buffer.from('Bonjour') });
    await says(row('ATTEMPLOI'), 'JPEG, PNG, WebP ou HEIC');
    expect(await chooser('ATTEMPLOI').getAttribute('aria-invalid')).toBe('true');
    expect(await chooser('ATTEMPLOI').getAttribute('aria-describedby')).toContain('fichier-ATTEMPLOI-erreur');
    // Empty: no part of it can go, the form goes whole.
    await chooser('ATTEMPLOI').setInputFiles({ ...pdf('vide'), buffer: Buffer.alloc(0) });
    await says(row('ATTEMPLOI'), 'Le fichier est vide');
    expect(await chooser('ATTEMPLOI').evaluate((one) => one === document.activeElement)).toBe(true);
    await chooser('ATTEMPLOI').setInputFiles(pdf('emploi'));
    await says(row('ATTEMPLOI'), /Reçu D-/);
    expect([loaded, page.url()]).toEqual([0, list]);
  });

  it('stays on its way in its row while another one arrives; given up, it may be sent again', async () => {
    let held = 0;
    let holds = true;
    await page.route(/CINSIG01\/envois\/[^/]+$/, async (route) => {
      if (!holds) return route.continue();
      held += 1;
    });
    await chooser('CINSIG01').setInputFiles(pdf('signée'));
    await expect.poll(() => held).toBe(1);
    await chooser('ENSDIST').setInputFiles(pdf('attestation'));
    // Who has gone on to another row, without a name of its own, stays there.
    const elsewhere = row('DOMICIL').locator('summary').first();
    await elsewhere.focus();
    await says(row('ENSDIST'), /Reçu D-/);
    expect(await elsewhere.evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await row('CINSIG01').getByRole('progressbar').count()).toBe(1);
    expect(await page.locator('main').innerText()).not.toContain('interrompu');
    await row('CINSIG01').getByRole('button', { name: "Annuler l'envoi" }).click();
    await says(row('CINSIG01'), "Rien n'a été déposé");
    holds = false;
    await row('CINSIG01')
      .getByRole('button', { name: /^Ajouter/ })
      .click();
    await says(row('CINSIG01'), /Reçu D-/);
    expect(loaded).toBe(0);
  });

  it('is not lost when another one arrives while it is chosen; what was ticked stays', async () => {
    let arrive: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    await page.route(/justificatifs(\?.*)?$/, async (route) => {
      await held;
      return route.continue();
    });
    await row('ATTEMPLOI').locator('summary').click();
    await row('DCSTID01').getByRole('checkbox').check();
    await chooser('ENSDIST').setInputFiles(pdf('attestation 2'));
    const opening = page.waitForEvent('filechooser');
    await chooser('ATTEMPLOI').click();
    const opened = await opening;
    const following = page.waitForResponse(/justificatifs(\?.*)?$/);
    arrive();
    await (await following).finished();
    await page.waitForTimeout(300);
    await opened.setFiles(pdf('emploi choisi lentement'));
    await says(row('ATTEMPLOI'), /Fichier déposé\./);
    await says(row('ENSDIST'), /Déposée/);
    expect(await row('DCSTID01').getByRole('checkbox').isChecked()).toBe(true);
    expect(loaded).toBe(0);
  });

  it('goes on where the line was cut', async () => {
    let cuts = 0;
    await page.route('**/envois/*', async (route) => {
      cuts += 1;
      return cuts > 2 ? route.continue() : route.abort('connectionreset');
    });
    const buffer = await takePhoto({ width: 1800, height: 1350 });
    await row('ATTEMPLOI').locator('summary').click();
    await chooser('ATTEMPLOI').setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer });
    await says(row('ATTEMPLOI'), /Fichier déposé\./);
    expect([cuts > 2, loaded]).toEqual([true, 0]);
  });

  it('whose page lies askew is shown straightened, and goes as its owner chooses', async () => {
    await row('DOMICIL').locator('summary').first().click();
    await chooser('DOMICIL').setInputFiles({ name: 'facture.jpg', mimeType: 'image/jpeg', buffer: await takeAskew() });
    await row('DOMICIL').getByRole('img', { name: 'Aperçu de la photo redressée' }).waitFor();
    expect(await row('DOMICIL').innerText()).toContain('telle quelle');
    expect(await axeComplaints(page)).toEqual([]);
    await row('DOMICIL').getByRole('button', { name: 'Garder la photo redressée' }).click();
    await says(row('DOMICIL'), /Fichier déposé\./);
    const { width = 0, height = 0 } = await sharp(await kept('DOMICIL', 'facture.jpg')).metadata();
    // 1,100 × 1,500 on the table, and no table around it.
    expect([Math.abs(width - 1100) < 40, Math.abs(height - 1500) < 40]).toEqual([true, true]);
    expect(loaded).toBe(0);
  });

  it('with another is looked at page by page, kept in one act; what waits is lost neither so nor by loading the page again', async () => {
    const askew = async (name: string) => ({ name, mimeType: 'image/jpeg', buffer: await takeAskew() });
    const small = { name: 'petite.jpg', mimeType: 'image/jpeg', buffer: await takePhoto() };
    await row('ENSDIST').locator('summary').first().click();
    await chooser('ENSDIST').setInputFiles(small);
    await says(row('ENSDIST'), 'La photo est petite');
    await row('ATTEMPLOI').locator('summary').first().click();
    await chooser('ATTEMPLOI').setInputFiles([await askew('recto.jpg'), small]);
    await says(row('ATTEMPLOI'), /Page\s1\s: recto\.jpg[\s\S]*de travers[\s\S]*Page\s2\s: petite\.jpg[\s\S]*petite/);
    // Chosen later, it comes behind: a telephone takes one photo at a time.
    await chooser('ATTEMPLOI').setInputFiles(await askew('verso.jpg'));
    await says(row('ATTEMPLOI'), /Page\s3\s: verso\.jpg/);
    await row('ATTEMPLOI')
      .getByRole('button', { name: /^Retirer la page\s2/ })
      .click();
    await says(row('ATTEMPLOI'), /Page\s2\s: verso\.jpg/);
    expect(await axeComplaints(page)).toEqual([]);
    await page.reload();
    await says(row('ENSDIST'), /est encore là[\s\S]*La photo est petite/);
    await says(row('ATTEMPLOI'), /est encore là[\s\S]*Page\s2\s: verso\.jpg/);
    await row('ATTEMPLOI')
      .getByRole('button', { name: /^Garder les 2\sphotos redressées/ })
      .click();
    await page.waitForURL(/ATTEMPLOI\/feuilles$/);
    await page.goto(list);
    await says(row('ATTEMPLOI'), /2\spages prêtes, à déposer/);
    await says(row('ENSDIST'), /est encore là/);
    await row('ENSDIST')
      .getByRole('button', { name: /^Ajouter/ })
      .click();
    await says(row('ENSDIST'), /Fichier déposé\./);
    await page.reload();
    expect(await chooser('ENSDIST').evaluate((one: HTMLInputElement) => one.files?.length)).toBe(0);
  });

  it('counts for the other piece that is ticked', async () => {
    await row('DCSTID01').getByRole('checkbox').check();
    await chooser('DCSTID01').setInputFiles(pdf('carte'));
    await says(row('DCSTID01'), /vaut aussi|donné aussi/);
    await says(row('1NATID01'), /carte\.pdf/);
    // Its other side is asked for where it was given, and joins it there.
    await says(row('DCSTID01'), /Il manque peut-être un côté/);
    expect(await axeComplaints(page)).toEqual([]);
    await chooser('DCSTID01').setInputFiles(pdf('verso'));
    await says(row('DCSTID01'), /2\sfichiers/);
    expect(await row('DCSTID01').innerText()).not.toContain('Il manque peut-être un côté');
    expect(loaded).toBe(0);
  });

  it('with another one is prepared: they wait to be put in order, and the row says so', async () => {
    await row('DOMICIL').locator('summary').click();
    await chooser('DOMICIL').setInputFiles([pdf('une'), pdf('deux')]);
    await page.waitForURL(/DOMICIL\/feuilles$/);
    await page.goto(list);
    await says(row('DOMICIL'), /2\spages prêtes, à déposer/);
  });
});
