import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeComplaints } from './support/axe.ts';
import { newPage, signInOn } from './support/browser.ts';
import { setStage } from './support/stage.ts';

/** What stands above a page on a phone, without JavaScript: no more than a third, and every link one press away. */
const stage = await setStage();

const MOST_ABOVE = 200;
const above = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('main')?.getBoundingClientRect().top ?? 0);

it.each([
  ['the head of the office', 'head@demo.registre.fr', '/gestion/journal', 'Journal', 'Personnel'],
  ['an officer', 'officer.g2@demo.registre.fr', '/gestion/corbeille', 'Corbeille', 'Messages'],
  ['a candidate', 'camille@demo.registre.fr', '/candidatures', 'Mes inscriptions', 'Mon compte'],
] as const)('leaves the page to %s, says where they are and leads elsewhere', async (_, address, at, here, other) => {
  const page = await newPage(stage.browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });
  await signInOn(page, stage.url, address);
  await page.waitForURL(/\/(gestion|candidatures)$/);
  await page.goto(new URL(at, stage.url).href);
  expect(await above(page)).toBeLessThanOrEqual(MOST_ABOVE);
  const links = page.getByRole('banner').getByRole('link', { name: other });
  expect(await links.count()).toBe(0);
  const menu = page.getByRole('button', { name: 'Menu', exact: true });
  expect(await menu.innerText()).toContain(here);
  // A desk's window at twice its size has no room for a row of links either.
  await page.setViewportSize({ width: 640, height: 400 });
  expect([await menu.count(), await links.count()]).toEqual([1, 0]);
  await page.setViewportSize({ width: 320, height: 640 });
  await menu.focus();
  await page.keyboard.press('Enter');
  await links.waitFor();
  expect(await page.getByRole('banner').locator('[aria-current="page"]').innerText()).toContain(here);
  await page.getByRole('button', { name: 'Fermer le menu' }).click();
  await links.waitFor({ state: 'hidden' });
  await menu.click();
  await links.click();
  await page.waitForURL(/personnel|messages|compte/);
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(new URL(at, stage.url).href);
  expect(await links.count()).toBe(1);
  expect(await menu.count()).toBe(0);
  // The page of an account stands in the menu of its owner, with one help.
  await page.goto(new URL('/compte', stage.url).href);
  expect(await page.getByRole('banner').getByText('Aide', { exact: true }).count()).toBe(1);
  await page.context().close();
});

it('has nothing against it in axe’s eyes when it is open', async () => {
  const page = await newPage(stage.browser, { viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
  await page.goto(new URL('/calendrier', stage.url).href);
  await page.getByRole('button', { name: /^Menu/ }).click();
  expect(await axeComplaints(page)).toEqual([]);
  await page.context().close();
});
