import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { newPage, signInOn } from './support/browser.ts';
import { ownBrowser, ownSite } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/** What stands beside a confirmation that was signed, on each page that shows it: who signed it, its seal, what a machine saw of it. */
const registre = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
const browser = await ownBrowser();
const camille = createVisitor(registre.url);
await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);

async function enter(name: string): Promise<Page> {
  const page = await newPage(browser, { javaScriptEnabled: false });
  await signInOn(page, registre.url, `${name}@demo.registre.fr`);
  return page;
}
async function registered(session: string): Promise<string> {
  const hub = await fillDraft(camille, session);
  expect((await camille.fill(`${hub}/recapitulatif`, {})).status).toBe(303);
  return hub;
}
const fileOf = (hub: string): string => hub.replace('/candidatures', '/gestion/dossiers');
/** What a part of a page says, once it is as it must be: papers are printed, and files read, by jobs. */
async function says(page: Page, path: string, part: string, words: RegExp): Promise<void> {
  const said = async (): Promise<string> => {
    await page.goto(new URL(path, registre.url).href);
    return (await page.locator(part).allInnerTexts()).join('\n');
  };
  await expect.poll(said).toMatch(words);
}

it('signed on line: the office reads who, when and how; the paper is sealed in every list, and says so to whoever verifies it', async () => {
  const hub = await registered('bp-2024-clermont');
  const own = await enter('camille');
  await own.goto(new URL(`${hub}/signature`, registre.url).href);
  await own.locator('[name="accord"]').check();
  await own.getByLabel(/mot de passe/i).fill(DEMONSTRATION_PASSWORD);
  await own.getByRole('button', { name: /^Signer/ }).click();
  await own.getByRole('link', { name: 'Déposer mes justificatifs' }).waitFor();
  const sealed = /Confirmation signée en ligne[\s\S]*Scellé\s: tout changement du fichier se voit/;
  await says(own, `${hub}/documents`, 'main li', sealed);

  const officer = await enter('officer.g2');
  await says(officer, fileOf(hub), 'main tr', sealed);
  await says(officer, fileOf(hub), 'main', /Signée en ligne par Camille Démonstration le 15\snovembre\s2023/);
  await says(officer, fileOf(hub), 'main', /Niveau de preuve\s: signature électronique simple/);

  await own.goto(new URL(`${hub}/documents`, registre.url).href);
  await own.getByRole('link', { name: 'Confirmation signée en ligne' }).first().click();
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(await own.locator('main').innerText())?.[0] ?? '';
  const anybody = await newPage(browser, { javaScriptEnabled: false });
  await anybody.goto(new URL('/verifier', registre.url).href);
  await anybody.getByLabel(/^Code de vérification/).fill(code);
  await anybody.getByRole('button', { name: 'Vérifier' }).click();
  const answer = await anybody.locator('main').innerText();
  expect(answer).toMatch(/Le fichier PDF porte un cachet au nom de/);
  expect(answer).toContain('Ce site a fabriqué lui-même le certificat');
}, 600_000);

it('printed and given back unsigned: candidate and officer read what was seen of its codes and its box, and nothing is refused', async () => {
  const hub = await registered('bp-demo');
  const own = await enter('camille');
  await own.goto(new URL(`${hub}/confirmation`, registre.url).href);
  const href = (await own.getByRole('link', { name: 'Visualiser/Imprimer' }).first().getAttribute('href')) ?? '';
  const given = await camille.deposit(`${hub}/justificatifs/CINSIG01`, await camille.download(href), 'scan.pdf');
  expect(given.status).toBe(303);
  await says(own, given.location, 'main', /Nous n'avons pas vu d'encre sous «\sSignature du candidat\s»/);

  const officer = await enter('officer.g2');
  await officer.goto(new URL(fileOf(hub), registre.url).href);
  const piece = await officer.locator('main a[href^="/gestion/pieces/"]', { hasText: 'CINSIG01' }).getAttribute('href');
  const seen = /Code carré\s: pages\s1 et 2 de la version\s1 lues\. Peut-être vide\s: «\sSignature du candidat\s»/;
  await says(officer, piece ?? '', 'main', seen);
}, 600_000);
