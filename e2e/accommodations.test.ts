import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { newPage, signInOn } from './support/browser.ts';
import { makePdf } from './support/documents.ts';
import { ownBrowser, ownSite } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn } from './support/visitor.ts';

/** From the request to the notification, by two people in two browsers without scripts. */

const registre = await ownSite({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });
const browser = await ownBrowser();
const camille = createVisitor(registre.url);
await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
const enrolment = await fillDraft(camille, 'bp-2024-clermont');
expect((await camille.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);

async function signedIn(name: string): Promise<Page> {
  const page = await newPage(browser, { javaScriptEnabled: false });
  await signInOn(page, registre.url, `${name}@demo.registre.fr`);
  return page;
}

it('a request is sent with a document, completed, advised, decided and notified', async () => {
  const own = await signedIn('camille');
  await own.goto(new URL(enrolment, registre.url).href);
  await own.getByRole('link', { name: "Demande d'aménagements d'épreuves" }).click();
  await own.getByLabel('Les documents médicaux utiles au médecin').check();
  await own
    .getByLabel('Votre fichier')
    .setInputFiles({ name: 'bilan.pdf', mimeType: 'application/pdf', buffer: makePdf('bilan') });
  await own.getByRole('button', { name: 'Ajouter' }).click();
  await own.getByText('Votre document est déposé.').waitFor();
  await own.getByLabel('Temps majoré').check();
  await own.getByLabel(/^Précisez votre demande/).fill('Je lis lentement.');
  await own.getByRole('button', { name: 'Envoyer ma demande' }).click();
  await own.getByText('Votre demande est envoyée. Le service la lit.').waitFor();

  const service = await signedIn('accommodation');
  await service
    .getByRole('link', { name: /^Aménagements/ })
    .first()
    .click();
  await service.getByRole('link', { name: /Camille/ }).click();
  await service.getByText('Demander un complément').click();
  await service.getByLabel('Ce qui manque').fill('Le formulaire signé.');
  await service.getByRole('button', { name: 'Demander', exact: true }).click();
  await service.getByText('Le complément est demandé').waitFor();

  await own.reload();
  await own.getByText('Le formulaire signé.').waitFor();
  await own.getByLabel(/^Votre réponse/).fill('Il arrive par la poste.');
  await own.getByRole('button', { name: "J'ai répondu" }).click();
  await own.getByText('Votre réponse est envoyée.').waitFor();

  await service.reload();
  await service.getByText('Avis du médecin', { exact: true }).click();
  await service.getByLabel("Date de l'avis").fill('14/11/2023');
  await service.locator('input[name="avis-extra-time"][value="favorable"]').check();
  await service.getByRole('button', { name: "Noter l'avis" }).click();
  await service.getByText("L'avis est noté.").waitFor();
  await service.locator('input[name="mesure-extra-time"][value="accordee"]').check();
  await service
    .getByLabel(/^Temps en plus/)
    .first()
    .fill('33');
  await service.getByLabel("J'ai lu cette demande").check();
  await service.getByRole('button', { name: 'Décider et notifier' }).click();
  await service.getByText('La décision est notifiée au candidat.').waitFor();

  await own.reload();
  await own.getByRole('link', { name: "Ouvrir la notification d'aménagements" }).click();
  expect(await own.locator('main').innerText()).toMatch(/Notification d'aménagements[\s\S]*un tiers de temps en plus/);
  const officer = await signedIn('officer.g2');
  const answer = await officer.goto(
    new URL(enrolment.replace('/candidatures', '/gestion/dossiers'), registre.url).href,
  );
  expect(answer?.status()).toBe(200);
  expect(await officer.locator('main').innerText()).not.toMatch(
    /aménagement|temps majoré|33\s%|un tiers de temps|bilan/i,
  );
}, 600_000);
