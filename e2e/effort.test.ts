import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { inWords, type Walker, walk } from './support/effort.ts';
import { linkIn, type Mailbox, openMailbox } from './support/mailbox.ts';
import { button } from './support/people.ts';
import type { Registre } from './support/registre.ts';
import { startSite } from './support/site.ts';

let mailbox: Mailbox;
let registre: Registre;
let browser: Browser;
beforeAll(async () => {
  mailbox = await openMailbox();
  registre = await startSite({ SMTP_URL: mailbox.url, REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await registre?.stop();
  await mailbox?.close();
});

const PHONE = { width: 320, height: 640 };
const MAIL = 'lea.auzolle@exemple.fr';
const PASSWORD = 'Volcan.15!';
const NAME = 'Auzolle';
const BORN = '30/05/2003';

/** A former candidate of Coiffure who keeps two marks, carries one and is exempted of one: nine papers to photograph. */
async function account(page: Page, by: Walker): Promise<void> {
  const field = (label: string | RegExp) => page.getByLabel(label);
  await by.open(registre.url);
  await by.follow(page.getByRole('link', { name: "S'inscrire" }).first());
  await by.answer(() => field('Civilité').selectOption({ label: 'Mme' }));
  await by.type(field(/^Nom de famille/), NAME);
  await by.type(field(/^Confirmation du nom de naissance/), NAME);
  await by.type(field(/^Prénoms/), 'Léa');
  await by.type(field(/^Date de naissance/), BORN);
  await by.type(field(/^Confirmation date de naissance/), BORN);
  await by.answer(() => field(/^Pays de naissance/).selectOption({ label: 'France' }));
  await by.type(field(/^Adresse mail/), MAIL);
  await by.type(field(/^Confirmation de l'adresse mail/), MAIL);
  await by.type(field(/^Mot de passe/), PASSWORD);
  await by.type(field(/^Confirmation du mot de passe/), PASSWORD);
  await by.follow(button(page, 'Créer le compte'));
  await by.open(linkIn(await mailbox.take(/Activez votre compte/)));
  await by.follow(button(page, /Activer/));
  if (page.url().includes('connexion')) {
    await by.type(field(/^Adresse mail/), MAIL);
    await by.type(field(/^Mot de passe/), PASSWORD);
    await by.follow(button(page, 'Se connecter'));
  }
}

async function enrol(page: Page, by: Walker): Promise<void> {
  const field = (label: string | RegExp) => page.getByLabel(label);
  const choose = (question: string | RegExp, answer: string | RegExp) =>
    by.answer(() => page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer }).check());
  const next = () => by.follow(button(page, 'Suivant'));

  await by.follow(page.getByRole('link', { name: /Commencer une inscription/ }).first());
  await by.follow(button(page, /Démarrer mon inscription.*session 2024/).first());
  await by.type(field('Code postal'), '15000');
  await by.type(field('Commune'), 'Aurillac');
  await by.type(page.getByLabel('Adresse', { exact: true }), '12, rue des Carmes');
  await by.type(page.getByLabel('Téléphone', { exact: true }), '0612345678');
  await choose(/nationalité française/, 'Oui');
  await by.answer(() => field(/catégorie socio-professionnelle/).selectOption({ label: 'Employés' }));
  await next();

  await choose('Type de candidature', /session précédente/);
  await by.type(page.getByLabel('Session', { exact: true }), '2022');
  await choose(/Forme de passage à cette session/, 'Progressive');
  await by.type(field('Établissement'), 'CFA Aurillac');
  await choose(/passé toutes les épreuves/, 'Oui');
  await choose(/deux années de formation en centre/, 'Oui');
  await choose(/Quel diplôme/, /niveau 3/);
  await by.type(field(/Intitulé exact/), 'CAP Coiffure');
  await by.type(field('Employeur').first(), 'Salon Puy Mary');
  await by.type(field('Métier exercé').first(), 'Coiffeuse');
  await by.type(field('Date de début').first(), '01/09/2019');
  await choose(/Handicap/, 'Non');
  await next();

  await by.type(field(/Chercher par métier/), 'coiffeuse');
  await by.follow(button(page, 'Chercher'));
  await by.follow(page.getByRole('link', { name: /Choisir Coiffure/ }));
  await by.answer(() => field(/forme de passage est définitive/).check());
  await next();

  await by.follow(page.getByRole('link', { name: 'Oui, je les recopie' }));
  await by.type(field('Date du relevé'), '05/07/2022');
  await by.type(field(/^U10.*note sur 20/), '12,5');
  await by.type(field(/^U20.*note sur 20/), '11');
  await by.type(field(/^U41.*note sur 20/), '8,5');
  await by.press(page.getByText('Demander une dispense', { exact: true }));
  await by.answer(() => page.locator('[name="ground-U60"]').selectOption('baccalaureate'));
  await next();

  for (const unit of [/U30A/, /U42/, /U51/]) await by.answer(() => page.getByRole('checkbox', { name: unit }).check());
  await choose(/Épreuve E3/, /^U30B/);
  await next();
  await by.follow(button(page, 'Enregistrer'));
}

/** What a phone takes of a sheet on a table: twelve million points, sideways. */
async function photographs(folder: string, count: number): Promise<readonly string[]> {
  const files: string[] = [];
  for (let index = 0; index < count; index++) {
    const text = `<svg width="3024" height="4032"><rect width="3024" height="4032" fill="#8a8379"/><rect x="250" y="300" width="2500" height="3400" fill="#f4f1ea"/><g font-size="90" fill="#222">${Array.from({ length: 26 }, (_, line) => `<text x="400" y="${520 + line * 115}">Pièce ${index + 1} : ligne ${line}, attestation de formation</text>`).join('')}</g></svg>`;
    const file = path.join(folder, `IMG_${2000 + index}.jpg`);
    writeFileSync(
      file,
      await sharp(Buffer.from(text)).rotate(-90).withMetadata({ orientation: 6 }).jpeg({ quality: 88 }).toBuffer(),
    );
    files.push(file);
  }
  return files;
}

it('from the front page to « Vous n’avez rien à faire », on a phone', async () => {
  const page = await newPage(browser, { viewport: PHONE, isMobile: true, hasTouch: true });
  const by = walk(page);
  await account(page, by);
  await enrol(page, by);
  const [photo = ''] = await photographs(mkdtempSync(path.join(tmpdir(), 'photos-')), 1);
  await page.screenshot({ path: '/tmp/w/hub.png', fullPage: true });
  await by.follow(
    page
      .getByRole('main')
      .getByRole('link', { name: /justificatif|pièces/i })
      .first(),
  );
  await page.screenshot({ path: '/tmp/w/pieces.png', fullPage: true });
  const codes = await page.locator('.rows .code').allInnerTexts();
  console.log(codes);
  console.log(inWords(await by.effort()));
  expect(photo).not.toBe('');
}, 600_000);
