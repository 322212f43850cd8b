import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeComplaints } from './support/axe.ts';
import { follow, newPage } from './support/browser.ts';
import { button } from './support/people.ts';
import { setStage } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD } from './support/visitor.ts';

/** Somebody locks Camille out on purpose, from many networks; she comes in by her mail, on a phone, without JavaScript. */
const stage = await setStage();

const CAMILLE = 'camille@demo.registre.fr';

async function give(page: Page, password: string): Promise<void> {
  await page.goto(new URL('/connexion?suite=%2Fcompte', stage.url).href);
  await page.getByLabel(/^Adresse mail/).fill(CAMILLE);
  await page.getByLabel(/^Mot de passe/).fill(password);
  await follow(page, button(page, 'Se connecter'));
}

it('the owner comes in by mail while somebody goes on failing on purpose', async () => {
  const attack = async (network: number): Promise<void> => {
    const attacker = createVisitor(stage.url, `198.51.100.${network}`);
    for (let time = 0; time < 5; time++)
      await attacker.fill('/connexion', { address: CAMILLE, password: `Faux/${time}` });
  };
  for (let network = 1; network <= 5; network++) await attack(network);

  const page = await newPage(stage.browser, { javaScriptEnabled: false, viewport: { width: 320, height: 700 } });
  await give(page, 'Volcan.Puy-1466');
  await page.waitForURL(/\/connexion\/code/);
  const wrong = await page.locator('main').innerText();
  await give(page, DEMONSTRATION_PASSWORD);
  await page.waitForURL(/\/connexion\/code/);
  expect(await page.locator('main').innerText()).toBe(wrong);
  const mail = await stage.mailbox.take(/^Votre code de connexion/);
  expect(stage.mailbox.all()).toHaveLength(1);
  expect(mail.text).toContain("Ce n'était pas vous");
  const code = /\d{6}/.exec(mail.subject ?? '')?.[0] ?? '';
  await attack(6);

  await page.getByLabel(/^Code reçu par mail/).fill(code === '000000' ? '000001' : '000000');
  await follow(page, button(page, 'Se connecter'));
  expect(await page.locator('main').innerText()).toContain("Ce code n'est pas le bon.");
  await page.getByLabel(/^Code reçu par mail/).fill(code);
  await follow(page, button(page, 'Se connecter'));
  await page.waitForURL(/\/compte$/);
  await page.context().close();
}, 600_000);

it('the page of the code holds on 320 px and has nothing against it in axe’s eyes', async () => {
  const page = await newPage(stage.browser, { viewport: { width: 320, height: 700 }, reducedMotion: 'reduce' });
  for (let time = 0; time < 6; time++) await give(page, `Faux/${time}`);
  await page.waitForURL(/\/connexion\/code/);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBeLessThanOrEqual(0);
  expect(await axeComplaints(page)).toEqual([]);
  await page.context().close();
}, 600_000);
