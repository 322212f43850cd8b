import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { follow, newPage, openBrowser } from './support/browser.ts';
import { type Mailbox, openMailbox } from './support/mailbox.ts';
import { activate, button, choose, fillAccount } from './support/people.ts';
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

const goOn = (page: Page) => follow(page, button(page, 'Continuer'));

it('two minutes at the simulator fill the steps of a new account, without JavaScript', async () => {
  const page = await newPage(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
  await page.goto(new URL('/', registre.url).href);
  await follow(page, page.getByRole('link', { name: /Vérifier ma situation/ }));
  await follow(page, page.getByRole('link', { name: 'Commencer' }));
  await page.getByLabel(/Quelle spécialité/).selectOption({ label: 'Maçon' });
  await goOn(page);
  await choose(page, /situation/, /à distance/);
  await goOn(page);
  await choose(page, /déjà présenté/, 'Non');
  await goOn(page);
  await page.getByLabel(/heures de formation/).fill('420');
  await goOn(page);
  await choose(page, /diplôme/, /CAP/);
  await goOn(page);
  await choose(page, /contrat/, 'Oui');
  await goOn(page);
  await page.getByLabel(/^Du/).first().fill('01/09/2021');
  await goOn(page);
  await choose(page, /Où habitez-vous/, /Cantal/);
  await goOn(page);
  await choose(page, /Quel âge/, /25 ans/);
  await goOn(page);
  await choose(page, /quelle forme/, /Globale/);
  await goOn(page);

  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Votre résultat');
  const result = await page.locator('main').innerText();
  expect(result).toContain('26\u00a0mois');
  expect(result).toContain('R408A3');
  expect(result).toMatch(/jeudi 7\smars\s2024 inclus/);
  await follow(page, button(page, 'Garder ces réponses'));

  await fillAccount(page, 'simulee@domaine.fr');
  await activate(page, mailbox);
  await page.goto(new URL('/candidatures/nouvelle', registre.url).href);
  await button(page, /Démarrer mon inscription.*session 2024/)
    .first()
    .click();
  expect((await page.locator('main').innerText()).replaceAll('\u00a0', ' ')).toMatch(
    /simulation : Cantal \(15\) ;.*simulation : 25 ans ou plus ;/,
  );
  await page.getByLabel('Code postal').fill('15000');
  await page.getByLabel('Commune').fill('Aurillac');
  await page.getByLabel('Adresse', { exact: true }).fill('3, rue des Forgerons');
  await page.getByLabel('Téléphone', { exact: true }).fill('06 12 34 56 78');
  await choose(page, /nationalité française/, 'Oui');
  await page.getByLabel(/catégorie socio-professionnelle/).selectOption({ label: 'Ouvriers' });
  await follow(page, button(page, 'Suivant'));
  expect(await page.locator('main').innerText()).toContain('Repris de votre simulation');
  expect(await page.getByRole('radio', { name: /enseignement à distance/ }).isChecked()).toBe(true);
  expect(await page.locator('[name="trainingHours"]').inputValue()).toBe('420');
  expect(await page.locator('[name="from1"]').inputValue()).toBe('01/09/2021');
}, 600_000);
