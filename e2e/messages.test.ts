import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { follow, newPage } from './support/browser.ts';
import { ownBrowser, ownMailbox, ownSite } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/** A candidate asks from a piece, an officer answers with a ready answer, the candidate is told by mail and reads; without a script. */
const CAMILLE = 'camille@demo.registre.fr';
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ');

const mailbox = await ownMailbox();
const registre = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00', SMTP_URL: mailbox.url });
const browser = await ownBrowser();
const camille = createVisitor(registre.url);
await signIn(camille, CAMILLE, DEMONSTRATION_PASSWORD);
const hub = await fillDraft(camille, 'bp-2024-clermont');
expect((await camille.fill(`${hub}/recapitulatif`, {})).status).toBe(303);
await mailbox.take(/enregistrée/, CAMILLE);

async function enter(address: string): Promise<Page> {
  const page = await newPage(browser, { javaScriptEnabled: false });
  await page.goto(new URL('/connexion', registre.url).href);
  await page.getByLabel(/^Adresse mail/).fill(address);
  await page.getByLabel(/^Mot de passe/).fill(DEMONSTRATION_PASSWORD);
  await follow(page, page.getByRole('button', { name: 'Se connecter' }));
  return page;
}
const words = async (page: Page): Promise<string> => plain(await page.locator('main').innerText());

it('a question about a piece is answered, told by a mail that says nothing of it, and read', async () => {
  const candidate = await enter(CAMILLE);
  await candidate.goto(new URL(`${hub}/justificatifs`, registre.url).href);
  const row = candidate.locator('#piece-DOMICIL');
  await row.locator('summary').click();
  await follow(candidate, row.getByRole('link', { name: /Poser une question/ }));
  expect(await candidate.getByLabel('Pièce dont il est question').inputValue()).toBe('DOMICIL');
  await candidate.getByLabel('Votre message').fill('La facture est au nom de ma mère.\n\nSuffit-elle ?');
  await follow(candidate, candidate.getByRole('button', { name: 'Envoyer' }));
  expect(await words(candidate)).toContain('1 message attend une réponse du service');

  const officer = await enter('officer.g2@demo.registre.fr');
  await follow(officer, officer.getByRole('banner').getByRole('link', { name: /^Messages/ }));
  expect(await words(officer)).not.toContain('facture');
  await follow(officer, officer.getByRole('link', { name: /Camille/ }));
  expect(await words(officer)).toContain('La facture est au nom de ma mère.');
  await officer.getByLabel('Modèle de réponse').selectOption({ label: 'Pièce bien reçue' });
  await follow(officer, officer.getByRole('button', { name: 'Insérer le modèle' }));
  const text = officer.getByLabel('Message au candidat');
  expect(plain(await text.inputValue())).toContain('Justificatif de domicile (DOMICIL)');
  await text.fill('Oui, avec une attestation de votre mère.');
  await follow(officer, officer.getByRole('button', { name: 'Envoyer au candidat' }));
  expect(await words(officer)).toContain('Pas encore lu par le candidat');

  const mail = await mailbox.take(/vous a écrit/, CAMILLE);
  expect(plain(`${mail.subject} ${mail.text}`)).not.toMatch(/facture|attestation|mère|domicile/i);
  const link = /https?:\/\/\S+\/candidatures\/[\w-]+\/messages/.exec(mail.text ?? '')?.[0] ?? 'no link';
  await candidate.goto(new URL(new URL(link).pathname, registre.url).href);
  expect(await words(candidate)).toContain('Oui, avec une attestation de votre mère.');
  expect(await words(candidate)).toContain('Répondu');
  await officer.reload();
  expect(await words(officer)).toMatch(/Lu par le candidat le 15 novembre 2023/);
  await officer.goto(new URL(hub.replace('/candidatures', '/gestion/dossiers'), registre.url).href);
  expect(await words(officer)).toMatch(
    /Message écrit au candidat[\s\S]*Message du candidat \(Justificatif de domicile\)/,
  );
  expect(mailbox.all().filter(({ subject }) => /vous a écrit/.test(subject ?? ''))).toHaveLength(1);
}, 600_000);

it('a message to the list of a search is seen before, and reaches each by a mail of their own', async () => {
  const head = await enter('head@demo.registre.fr');
  await head.goto(new URL('/gestion/dossiers?etat=a-signer', registre.url).href);
  await follow(head, head.getByRole('link', { name: 'Écrire à ces candidats' }));
  await head.getByLabel('Message aux candidats').fill('Bonjour {civilité} {nom},\n\nle bureau ferme vendredi.');
  await follow(head, head.getByRole('button', { name: "Voir avant d'envoyer" }));
  expect(await words(head)).toContain('1 candidat recevra ce message');
  expect(await words(head)).toContain('Bonjour Mme Démonstration,');
  await follow(head, head.getByRole('button', { name: /Envoyer à/ }));
  expect(await words(head)).toMatch(/Envoi en cours|1 candidat a reçu/);
  const mail = await mailbox.take(/vous a écrit/, CAMILLE);
  expect(mail.text).not.toContain('vendredi');
  await head.reload();
  expect(await words(head)).toContain('1 candidat a reçu ce message');
  const candidate = await enter(CAMILLE);
  await candidate.goto(new URL(hub, registre.url).href);
  expect(await words(candidate)).toContain('1 message du service à lire');
}, 600_000);
