import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { follow, newPage } from './support/browser.ts';
import { activate, button, choose, fillAccount } from './support/people.ts';
import { setStage } from './support/stage.ts';

const stage = await setStage({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });

const goOn = (page: Page) => follow(page, button(page, 'Continuer'));

it('two minutes at the simulator fill the steps of a new account, without JavaScript', async () => {
  const page = await newPage(stage.browser, { javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
  await page.goto(new URL('/', stage.url).href);
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
  await activate(page, stage.mailbox);
  await page.goto(new URL('/candidatures/nouvelle', stage.url).href);
  await button(page, /Démarrer mon inscription.*session 2024/)
    .first()
    .click();
  expect((await page.locator('main').innerText()).replaceAll('\u00a0', ' ')).toMatch(
    /simulation : Cantal \(15\) ;.*simulation : 25.ans ou plus ;/,
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

it.each([true, false])(
  '« Ma moyenne » is worked out at each key, or by a button (script: %s)',
  async (javaScriptEnabled) => {
    const page = await newPage(stage.browser, { javaScriptEnabled, viewport: { width: 320, height: 640 } });
    await page.goto(new URL('/simulateur/moyenne?specialite=45033608', stage.url).href);
    const said = () =>
      expect.poll(async () => (await page.locator('.standing output').innerText()).replaceAll('\u00a0', ' '));
    const marks = page.getByLabel(/^Note sur 20/);
    await said().toBe('8 unités à passer : il faut 10 de moyenne.');
    await marks.nth(0).fill('14');
    await marks.nth(1).pressSequentially('8,5');
    if (!javaScriptEnabled) await follow(page, button(page, 'Calculer'));
    await said().toMatch(/^6 unités à passer : il faut 9,\d de moyenne\.$/);
    const before = await page.locator('.standing output').innerText();
    if (javaScriptEnabled) await follow(page, button(page, 'Calculer'));
    await said().toBe(before.replaceAll('\u00a0', ' '));
    await page.context().close();
  },
);
