import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { fieldOn } from '../src/testing/words.ts';
import { follow, newPage } from './support/browser.ts';
import { makePdf } from './support/documents.ts';
import { button, signIn as signInAt } from './support/people.ts';
import { ownBrowser, ownMailbox, ownSite } from './support/stage.ts';
import { COIFFURE, createVisitor, DEMONSTRATION_PASSWORD, signIn, untilRead } from './support/visitor.ts';

/** Nobody is harmed by the clock or by the machine: what is refused late, registered under reserve or undone, as both sides meet it. */
const mailbox = await ownMailbox();
const registre = await ownSite({
  SMTP_URL: mailbox.url,
  REGISTRE_CLOCK: '2023-11-30T10:00:00+01:00',
  DECISION_MAIL_SECONDS: '1',
});
const browser = await ownBrowser();
const camille = createVisitor(registre.url);
await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
const officer = await enter('officer.g2@demo.registre.fr');

async function enter(address: string): Promise<Page> {
  const page = await newPage(browser, { javaScriptEnabled: false, viewport: { width: 1280, height: 800 } });
  await signInAt(page, registre.url, address, DEMONSTRATION_PASSWORD);
  return page;
}
const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' ');
const main = async (page: Page): Promise<string> => plain(await page.getByRole('main').innerText());
const go = (page: Page, path: string) => page.goto(new URL(path, registre.url).href);
const told = async (subject: RegExp): Promise<string> => plain((await mailbox.take(subject)).text ?? '');

async function moveClock(jour: string, heure: string): Promise<void> {
  const visitor = createVisitor(registre.url);
  const { html } = await visitor.get('/demo');
  const jeton = fieldOn(html, 'jeton');
  expect((await visitor.post('/demo/horloge', { jeton, jour, heure })).status).toBe(303);
}

async function answer(steps: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<string> {
  const begun = await camille.fill('/candidatures/nouvelle', { session: 'bp-2024-clermont' });
  const draft = begun.location.replace('/identification', '');
  for (const [step, answers] of Object.entries(steps)) {
    // A step that shows a condition not met is sent again as it is.
    for (let times = 0; times < 2; times++) {
      const { status, location } = await camille.fill(`${draft}/${step}`, answers);
      expect([step, status]).toEqual([step, 303]);
      if (!location.endsWith(`/${step}`)) break;
    }
  }
  return draft;
}

/** The officer's decision on a piece, by its page. */
async function decide(id: string, code: string, decision: RegExp, comment = ''): Promise<void> {
  await go(officer, `/gestion/dossiers/${id}`);
  await follow(officer, officer.locator('a[href^="/gestion/pieces/"]', { hasText: code }).first());
  if (comment !== '') await officer.getByLabel(/Commentaire/).fill(comment);
  const box = officer.getByLabel(/Annuler la validation/);
  if (decision.source.includes('Non') && (await box.count()) > 0) await box.check();
  await follow(officer, button(officer, decision));
}

it('a reserve is read, registered, lifted; a validation is undone only on purpose; a late refusal leaves time; each is told', async () => {
  const short = { ...COIFFURE, informations: { ...COIFFURE.informations, from1: '01/09/2022' } };
  const hub = await answer(short);
  const id = hub.split('/').at(-1) ?? '';
  const page = await enter('camille@demo.registre.fr');

  // The verdict is said where it is made, with its ways out, and blocks nothing.
  await go(page, `${hub}/qualification`);
  expect(await main(page)).toMatch(/15 mois déclarés, 5 années demandées.*sous réserve.*calculé par un programme/);
  await go(page, `${hub}/recapitulatif`);
  await follow(page, button(page, 'Enregistrer sous réserve'));
  expect(await main(page)).toContain('Lisez pourquoi, puis cochez la case');
  await page.getByLabel(/J'ai lu pourquoi/).check();
  await follow(page, button(page, 'Enregistrer sous réserve'));
  expect(page.url()).toContain('message=enregistre');
  expect(await main(page)).toContain('Inscription sous réserve');
  expect(await told(/est enregistrée/)).toMatch(/sous réserve.*15 mois déclarés/);

  // All pieces given and accepted: still not validated, nor told so.
  await go(page, `${hub}/justificatifs`);
  const codes = await page.locator('.piece').evaluateAll((rows) => rows.map(({ id }) => id.replace('piece-', '')));
  for (const code of codes) {
    expect((await camille.deposit(`${hub}/justificatifs/${code}`, makePdf(code), `${code}.pdf`)).status).toBe(303);
  }
  await page.reload();
  while ((await page.locator('button.primary').count()) > 0) await follow(page, page.locator('button.primary').first());
  await untilRead(camille, hub);
  for (const code of codes.filter((one) => one !== 'DOMICIL')) await decide(id, code, /^Conforme/);
  expect(await told(/conforme/)).not.toContain('validée');

  // The office decides on DOMICIL three weeks after the closing: the candidate has fifteen days all the same.
  await moveClock('23/12/2023', '10:00');
  await decide(id, 'DOMICIL', /^Non conforme/, 'Le justificatif doit avoir moins de trois mois.');
  const refusal = await told(/à refaire/);
  expect(refusal).toContain('moins de trois mois');
  expect(refusal).toContain('7 janvier 2024');
  await go(page, hub);
  expect(await main(page)).toContain('7 janvier');
  await go(page, `${hub}/justificatifs/DOMICIL`);
  expect(await main(page)).toContain('7 janvier 2024');
  expect(await page.getByLabel('Fichier à déposer').count()).toBe(1);
  const renewed = await camille.deposit(`${hub}/justificatifs/DOMICIL`, makePdf('Facture'), 'facture.pdf');
  expect(renewed.status).toBe(303);
  await go(page, `${hub}/justificatifs`);
  await follow(page, page.locator('button.primary').first());
  await untilRead(camille, hub);
  await decide(id, 'DOMICIL', /^Conforme/);
  expect(await told(/conforme/)).not.toContain('est validée');

  // A person lifts the reserve: the inscription is validated, and one mail says both.
  const head = await enter('head@demo.registre.fr');
  await go(head, `/gestion/dossiers/${id}/reserve`);
  await head.getByLabel(/Note au candidat/).fill('Vos contrats antérieurs montrent cinq années.');
  await follow(head, button(head, 'Lever la réserve'));
  expect(head.url()).toContain('message=reserve-levee');
  expect(await told(/réserve|validée/)).toContain('cinq années');

  // What was told definitive isn't taken back by looking at a piece again: the candidate is heard, then a signed decision undoes it.
  await go(page, hub);
  expect(await main(page)).toContain('Votre inscription est définitive');
  await decide(id, 'DOMICIL', /^Non conforme/, "La facture n'est pas à votre nom.");
  expect(await main(officer)).toContain('invitez-le à répondre, à la page « Décisions envisagées »');
  const procedures = `/gestion/dossiers/${id}/procedures`;
  await go(officer, procedures);
  await officer.getByLabel('Pièce qui ne va pas').selectOption({ label: 'Justificatif de domicile (DOMICIL)' });
  await officer.getByLabel('La validation était illégale').check();
  await officer.getByLabel('Ce que vous lui écrivez').fill("La facture n'est pas à votre nom.");
  await follow(officer, button(officer, 'Inviter le candidat à répondre'));
  expect(await told(/vous demande votre réponse/)).toContain('votre inscription reste validée');
  await go(page, hub);
  expect(await main(page)).toMatch(/Votre inscription est définitive.*Répondre au rectorat/s);
  await moveClock('25/01/2024', '10:00');
  await go(head, procedures);
  await head
    .getByLabel('Motifs pour annuler sa validation')
    .fill("La facture n'est pas à votre nom, et vous n'avez pas répondu.");
  await follow(head, button(head, 'Annuler la validation'));
  const undone = await told(/La validation .* est annulée/);
  for (const said of ["n'est pas à votre nom", 'Décision prise par', 'L242-1', 'tribunal administratif'])
    expect(undone).toContain(said);
  await go(page, hub);
  expect(await main(page)).not.toContain('Votre inscription est définitive');
}, 600_000);
