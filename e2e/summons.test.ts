import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import type { Download, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { newPage, signInOn } from './support/browser.ts';
import { setStage } from './support/stage.ts';
import { createVisitor, DEMONSTRATION_PASSWORD, fillDraft, signIn, type Visitor } from './support/visitor.ts';

/** From the head who publishes to the candidate who has the hour, the place and the calendar on their telephone. */
const SESSION = 'session=bp-2024-clermont';
const AT = '/gestion/examen';

const stage = await setStage({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });

async function signedIn(name: string, phone = false): Promise<Page> {
  const page = await newPage(stage.browser);
  if (phone) await page.setViewportSize({ width: 320, height: 640 });
  await signInOn(page, stage.url, `${name}@demo.registre.fr`);
  await page.waitForURL(/\/(gestion|candidatures)/);
  return page;
}

/** A centre, a room, and one unit in the calendar. */
async function prepare(head: Visitor): Promise<void> {
  const rooms = [
    'Centre;Nom du centre;Adresse;Code postal;Commune;Salle;Places',
    'LYC-1;Lycée des Puys;1 rue du Lac;63000;Riom;Salle 1;20',
  ];
  for (const [what, table] of [
    ['centres', rooms],
    ['calendrier', ['Spécialité;Unité;Date;Heure;Durée', '45033608;U20;03/06/2024;9 h;2 h']],
  ] as const) {
    const sent = await head.deposit(
      `${AT}/importer/${what}?${SESSION}`,
      Buffer.from(table.join('\r\n')),
      `${what}.csv`,
    );
    expect(sent.location, what).toContain('importe=');
  }
}

/** What a job does shows at the next look. */
const again = (page: Page): Promise<unknown> => page.reload();
const saved = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

it('the head publishes, the candidate reads it on the hub, takes the PDF and the calendar, and says that they cannot come', async () => {
  const camille = createVisitor(stage.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const enrolment = await fillDraft(camille, 'bp-2024-clermont');
  expect((await camille.fill(`${enrolment}/recapitulatif`, {})).status).toBe(303);
  const visitor = createVisitor(stage.url);
  await signIn(visitor, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
  await prepare(visitor);

  const head = await signedIn('head');
  await head.goto(new URL(`${AT}/plan?${SESSION}`, stage.url).href);
  await head.getByRole('button', { name: 'Répartir les candidats' }).first().click();
  await expect
    .poll(() => again(head).then(() => head.getByRole('link', { name: 'Préparer la publication' }).count()), {
      timeout: 60_000,
    })
    .toBeGreaterThan(0);
  await head.getByRole('link', { name: 'Préparer la publication' }).first().click();
  const read = head.getByRole('checkbox');
  if ((await read.count()) > 0) await read.first().check();
  await head.getByRole('button', { name: 'Publier' }).click();
  await head.waitForURL(/\/gestion\/examen\/plan/);
  await head.goto(new URL(`${AT}/convocations?${SESSION}`, stage.url).href);
  await expect.poll(() => again(head).then(() => head.getByText('En cours (1)').count()), { timeout: 60_000 }).toBe(1);

  const phone = await signedIn('camille', true);
  await phone.goto(new URL(enrolment, stage.url).href);
  await phone.getByText(/Votre première épreuve/).waitFor();
  await phone.getByRole('link', { name: 'Ma convocation' }).first().click();
  await phone.getByRole('heading', { level: 1, name: 'Ma convocation' }).waitFor();
  const width = await phone.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
  const [pdf] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: 'Télécharger le PDF' }).click(),
  ]);
  expect((await saved(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
  const [ics] = await Promise.all([
    phone.waitForEvent('download'),
    phone.getByRole('link', { name: 'Ajouter à mon agenda' }).click(),
  ]);
  const events = new ICAL.Component(ICAL.parse((await saved(ics)).toString())).getAllSubcomponents('vevent');
  expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual(['2024-06-03T07:00:00Z']);

  await phone.getByLabel('À quelle épreuve').selectOption({ index: 1 });
  await phone.getByLabel(/^Pourquoi/).fill('Un empêchement médical.');
  await phone.getByRole('button', { name: 'Prévenir mon gestionnaire' }).click();
  await phone.getByText(/Je ne peux pas venir/).waitFor();

  await head.goto(new URL(`${AT}/listes?${SESSION}`, stage.url).href);
  const [list] = await Promise.all([
    head.waitForEvent('download'),
    head
      .getByRole('link', { name: /^Émargement/ })
      .first()
      .click(),
  ]);
  expect((await saved(list)).subarray(0, 5).toString()).toBe('%PDF-');
}, 600_000);
