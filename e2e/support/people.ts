import { base32 } from '@better-auth/utils/base32';
import { createOTP } from '@better-auth/utils/otp';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { follow } from './browser.ts';
import { linkIn, type Mailbox } from './mailbox.ts';

const PASSWORD = 'Volcan.15!';

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
export const choose = (page: Page, question: string | RegExp, answer: string | RegExp): Promise<void> =>
  page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer }).check();

/** From the first page to the signed-in candidate, through the mail. */
export async function signUp(page: Page, url: string, mailbox: Mailbox, address: string): Promise<void> {
  await page.goto(url);
  await follow(page, page.getByRole('link', { name: "S'inscrire" }).first());
  await fillAccount(page, address);
  await activate(page, mailbox);
}

/** The account form, as the notice shows it. */
export async function fillAccount(page: Page, address: string): Promise<void> {
  await page.getByLabel('Civilité').selectOption({ label: 'Mme' });
  await page.getByLabel(/^Nom de famille/).fill("D'Ûrville-Nuñez");
  await page.getByLabel(/^Confirmation du nom de naissance/).fill("D'Ûrville-Nuñez");
  await page.getByLabel(/^Prénoms/).fill('Zoé, Anaïs');
  await page.getByLabel(/^Date de naissance/).fill('30/05/1995');
  await page.getByLabel(/^Confirmation date de naissance/).fill('30/05/1995');
  await page.getByLabel(/^Pays de naissance/).selectOption({ label: 'France' });
  await page.getByLabel(/^Adresse mail/).fill(address);
  await page.getByLabel(/^Confirmation de l'adresse mail/).fill(address);
  await page.getByLabel(/^Mot de passe/).fill(PASSWORD);
  await page.getByLabel(/^Confirmation du mot de passe/).fill(PASSWORD);
  await button(page, 'Créer le compte').click();
}

export async function activate(page: Page, mailbox: Mailbox): Promise<void> {
  await page.waitForURL(/activer/);
  const mail = await mailbox.take(/Activez votre compte/);
  expect(mail.text).toMatch(/\b\d{6}\b/);
  await page.goto(linkIn(mail));
  await follow(page, button(page, /Activer/));
  // The browser that typed the password a moment ago is in.
  expect(new URL(page.url()).pathname).toBe('/candidatures');
}

/** On the page that sets up a second factor: gives the recovery codes, and leaves the page that shows them. */
export async function setSecondFactor(page: Page, password: string): Promise<readonly string[]> {
  const key = await page.locator('main span.code').innerText();
  await page.getByLabel(/^Code donné/).fill(await createOTP(base32.decode(key.replace(/\s/g, ''))).totp());
  await page.getByLabel(/^Mot de passe/).fill(password);
  await follow(page, button(page, 'Mettre en place'));
  const codes = await page.locator('main .codes li').allInnerTexts();
  expect(codes).toHaveLength(10);
  await follow(page, page.getByRole('link', { name: /^Je les ai notés/ }));
  return codes;
}

export async function signIn(page: Page, url: string, address: string, password: string): Promise<void> {
  await page.goto(new URL('/connexion', url).href);
  await page.getByLabel(/^Adresse mail/).fill(address);
  await page.getByLabel(/^Mot de passe/).fill(password);
  await follow(page, button(page, 'Se connecter'));
}
