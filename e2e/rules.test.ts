import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { follow, newPage } from './support/browser.ts';
import { button } from './support/people.ts';
import { setStage } from './support/stage.ts';
import { DEMONSTRATION_PASSWORD } from './support/visitor.ts';

const stage = await setStage({ REGISTRE_CLOCK: '2026-09-01T10:00:00+02:00' });

const at = (path: string): string => new URL(path, stage.url).href;

/** A member of staff at work, without JavaScript. */
async function enter(address: string): Promise<Page> {
  const page = await newPage(stage.browser, { javaScriptEnabled: false, viewport: { width: 1280, height: 900 } });
  await page.goto(at('/connexion'));
  await page.getByLabel(/^Adresse mail/).fill(address);
  await page.getByLabel(/^Mot de passe/).fill(DEMONSTRATION_PASSWORD);
  await follow(page, button(page, 'Se connecter'));
  await page.waitForURL(/gestion$/);
  return page;
}

const main = async (page: Page): Promise<string> => (await page.locator('main').innerText()).replaceAll('\u00a0', ' ');

it('the head makes session 2027 from 2024, somebody else publishes it, and it is open on its day', async () => {
  const begun = performance.now();
  const head = await enter('head@demo.registre.fr');
  await head.getByRole('banner').getByText('Règles et personnes').click();
  await follow(head, head.getByRole('banner').getByRole('link', { name: 'Règles' }));
  await head.getByLabel('Titre du brouillon').fill('Session 2027');
  await follow(head, button(head, 'Commencer un brouillon'));
  const draft = head.url().replace(/\?.*$/, '');
  await follow(head, head.getByRole('link', { name: 'Sessions' }));
  await follow(head, head.getByRole('link', { name: /Préparer une session/ }));
  await head.getByLabel('Session à copier').selectOption('bp-2024-clermont');
  await head.getByLabel('Année du nouvel examen').fill('2027');
  await follow(head, button(head, 'Voir les nouvelles dates'));
  expect(await main(head)).toMatch(/jeudi 15 octobre 2026/);
  await follow(head, button(head, 'Créer'));
  expect(await main(head)).toContain('À vérifier pour cette session');

  await head.goto(`${draft}/apercu`);
  await follow(head, button(head, /À l'ouverture \(BP, session 2027\)$/));
  expect(await main(head)).toMatch(/Session 2027\s?: les\s+inscriptions sont ouvertes/i);
  await follow(head, head.getByRole('link', { name: "Quitter l'aperçu" }));

  await head.goto(draft);
  expect(await main(head)).toContain('Aucune faute');
  await head.getByLabel(/À quoi sert ce changement/).fill("L'arrêté de septembre ouvre la session 2027.");
  await follow(head, button(head, 'Soumettre'));
  const seconds = Math.round((performance.now() - begun) / 1000);

  const admin = await enter('admin@demo.registre.fr');
  await admin.goto(`${draft}/relire`);
  expect(await main(admin)).toContain('bp-2027');
  await follow(admin, button(admin, 'Publier ces règles'));
  expect(await main(admin)).toContain('Ces règles sont en vigueur.');

  const visitor = await newPage(stage.browser, { javaScriptEnabled: false });
  await visitor.goto(at('/calendrier'));
  expect(await main(visitor)).toMatch(/session 2027[\s\S]*jeudi 15 octobre 2026/);
  expect(seconds).toBeLessThan(300);
}, 600_000);
