import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nodes, readPdf, squaresOn } from '../src/papers/testingPdf.ts';
import { follow, newPage } from './support/browser.ts';
import { makePdf } from './support/documents.ts';
import { button, choose, signIn as signInAt, signUp } from './support/people.ts';
import { setStage } from './support/stage.ts';
import { untilRead } from './support/visitor.ts';

const OFFICER = { address: 'officer.g2@demo.registre.fr', password: 'Volcan.Puy-1465' };

const stage = await setStage({ REGISTRE_CLOCK: '2023-11-15T10:00:00+01:00' });

const go = (page: Page, address: string) => page.goto(new URL(address, stage.url).href);
const createAccount = (page: Page, address: string) => signUp(page, stage.url, stage.mailbox, address);
const signIn = (page: Page, address: string, password: string) => signInAt(page, stage.url, address, password);
const next = (page: Page) => follow(page, button(page, 'Suivant'));
/** The six steps: a former candidate of Coiffure, progressive form, from Cantal. */
async function enrol(page: Page, javaScriptEnabled: boolean): Promise<string> {
  await go(page, '/candidatures/nouvelle');
  await button(page, /Démarrer mon inscription.*session 2024/)
    .first()
    .click();

  // Who turns to the wrong academy is told at once which one is theirs.
  await page.getByLabel('Code postal').fill('69001');
  await next(page);
  await expect.poll(() => page.getByRole('alert').innerText()).toContain("l'académie de Lyon");
  await page.getByLabel('Code postal').fill('15000');
  await page.getByLabel('Commune').fill('Aurillac');
  await page.getByLabel('Adresse', { exact: true }).fill('12, rue de l’Œuvre');
  await page.getByLabel('Téléphone', { exact: true }).fill('06 12 34 56 78');
  await choose(page, /nationalité française/, 'Oui');
  await page.getByLabel(/catégorie socio-professionnelle/).selectOption({ label: 'Employés' });
  await next(page);

  await choose(page, 'Type de candidature', /session précédente/);
  await page.getByLabel('Session', { exact: true }).fill('2022');
  await choose(page, /Forme de passage à cette session/, 'Progressive');
  await page.getByLabel('Établissement').fill('CFA des métiers, Aurillac');
  await choose(page, /passé toutes les épreuves/, 'Oui');
  await choose(page, /deux années de formation en centre/, 'Oui');
  await choose(page, /Quel diplôme/, /niveau 3/);
  await page.getByLabel(/Intitulé exact/).fill('CAP Coiffure');
  await page.getByLabel('Employeur').first().fill("Salon Coiff'Cantal");
  await page.getByLabel('Métier exercé').first().fill('Coiffeuse');
  await page.getByLabel('Date de début').first().fill('01/09/2019');
  await choose(page, /Handicap/, 'Non');
  await next(page);

  await page.getByLabel(/Chercher par métier/).fill('coiffeuse');
  await follow(page, button(page, 'Chercher'));
  await follow(page, page.getByRole('link', { name: /Choisir Coiffure/ }));
  await page.getByLabel(/forme de passage est définitive/).check();
  await next(page);

  await follow(page, page.getByRole('link', { name: 'Oui, je les recopie' }));
  await page.getByLabel('Date du relevé').fill('05/07/2022');
  await page.getByLabel(/^U10.*note sur 20/).fill('12,5');
  await page.getByLabel(/^U20.*note sur 20/).fill('10,25');
  await page.getByLabel(/^U41.*note sur 20/).fill('8,5');
  // What is left follows each key; without JavaScript, a button.
  const calculate = (): Promise<void> =>
    javaScriptEnabled ? Promise.resolve() : follow(page, button(page, 'Calculer'));
  const standing = page.locator('.standing output');
  if (javaScriptEnabled)
    await expect.poll(() => standing.innerText()).toBe('6\u00a0unités à passer\u00a0: il faut 9,5 de moyenne.');
  await page.locator('summary', { hasText: 'Demander une dispense' }).click();
  await page.locator('[name="ground-U60"]').selectOption('baccalaureate');
  await calculate();
  await expect.poll(() => standing.innerText()).toBe('5\u00a0unités à passer\u00a0: il faut 9,5 de moyenne.');
  await next(page);
  // No mark goes by quarters: refused with the rule and the way out, everything typed is still there.
  await expect.poll(() => page.getByRole('alert').innerText()).toContain('au demi-point près');
  expect(await page.locator('[name="mark-U10"]').inputValue()).toBe('12,5');
  await page.locator('[name="mark-U20"]').fill('11');
  await next(page);

  for (const unit of [/U30A/, /U42/, /U51/]) await page.getByRole('checkbox', { name: unit }).check();
  await choose(page, /Épreuve E3/, /^U30B/);
  await next(page);

  await button(page, 'Enregistrer').click();
  await page.waitForURL(/message=enregistre/);
  const text = await page.getByRole('main').innerText();
  return /BP24-\d{5}-[A-Z]/.exec(text)?.[0] ?? '';
}

async function deposit(page: Page, hub: string, code: string, text: string): Promise<void> {
  await page.goto(`${hub}/justificatifs/${code}`);
  const file = { name: `${code}.pdf`, mimeType: 'application/pdf', buffer: makePdf(text) };
  await page.getByLabel('Fichier à déposer').setInputFiles(file);
  await button(page, 'Ajouter').click();
  await page.waitForURL(/recu=D-/);
}

/** A script says at once, where the server would, that a file is too large; the button leads back to it. */
async function refuseTooLarge(page: Page, hub: string): Promise<void> {
  await page.goto(`${hub}/justificatifs/DOMICIL`);
  const input = page.getByLabel('Fichier à déposer');
  const buffer = Buffer.alloc(25 * 1024 * 1024 + 1);
  await input.setInputFiles({ name: 'grand.pdf', mimeType: 'application/pdf', buffer });
  await button(page, 'Ajouter').click();
  const told = () =>
    input.evaluate((field) => ({
      invalid: field.getAttribute('aria-invalid'),
      focused: field === document.activeElement,
      said: (field.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => document.getElementById(id)?.innerText),
    }));
  await expect.poll(told).toMatchObject({ invalid: 'true', focused: true });
  expect((await told()).said.at(-1)).toContain('dépasse');
  await input.setInputFiles([]);
  expect((await told()).invalid).toBeNull();
  expect((await told()).said).toHaveLength(1);
}

describe.each([
  ['without JavaScript', false],
  ['with JavaScript', true],
])('Le parcours principal, %s', (_, javaScriptEnabled) => {
  const address = `zoe.${javaScriptEnabled ? 'avec' : 'sans'}@exemple.fr`;

  it('un ancien candidat de Coiffure s’inscrit, signe, dépose; le rectorat contrôle; l’inscription est validée; une modification annule la signature', async () => {
    const page = await newPage(stage.browser, { javaScriptEnabled });
    await createAccount(page, address);
    const number = await enrol(page, javaScriptEnabled);
    expect(number).toMatch(/^BP24-\d{5}-[A-Z]$/);
    const hub = page.url().split('?')[0] ?? '';
    // One mail says it all: the number, both papers, what remains.
    const { text = '' } = await stage.mailbox.take(/est enregistrée/);
    for (const said of [number, "confirmation d'inscription", 'demande de pièces', '(CINSIG01)', '(DOMICIL)'])
      expect(text).toContain(said);

    // The confirmation, as the candidate opens it.
    await page.goto(`${hub}/confirmation`);
    const href = await page.getByRole('link', { name: 'Visualiser/Imprimer' }).first().getAttribute('href');
    const pdf = await page.request.get(new URL(href ?? '', stage.url).href);
    const read = await readPdf(await pdf.body());
    expect(read).toMatchObject({ title: "Confirmation d'inscription", language: 'fr', tagged: true });
    expect(read.pages).toBeLessThanOrEqual(2);
    for (const word of [number, "D'Ûrville-Nuñez", 'Zoé', 'Coiffure', '12,5', 'Aurillac', 'version 1'])
      expect(read.text).toContain(word);
    for (const role of [/^H1$/, /^H2$/, /^Table$/, /^TH$/, /^TD$/])
      expect(nodes(read.tree, role).length).toBeGreaterThan(0);

    if (javaScriptEnabled) await verifyAsEmployer(await pdf.body(), number);

    // Everything that the rules ask for, one line each with its reason.
    await page.goto(`${hub}/justificatifs`);
    const codes = await page.locator('.piece').evaluateAll((rows) => rows.map(({ id }) => id.replace('piece-', '')));
    expect(codes).toEqual(
      expect.arrayContaining([
        'CINSIG01',
        'DCSTID01',
        'DOMICIL',
        'RELNOTES',
        'ATTFORM',
        'ATTEMPLOI',
        'DIPLOM3',
        'DISPENSE',
      ]),
    );
    for (const ofTheYoung of ['1NATID01', 'SNATJDC']) expect(codes).not.toContain(ofTheYoung);
    if (javaScriptEnabled) await refuseTooLarge(page, hub);
    for (const code of codes) await deposit(page, hub, code, `${code} ${number}`);
    while ((await page.locator('button.primary').count()) > 0)
      await follow(page, page.locator('button.primary').first());

    const request = {
      get: async (path: string) => ({ html: await (await page.request.get(new URL(path, stage.url).href)).text() }),
    };
    await untilRead(request, hub);

    // The office: one piece refused with a reason, the others accepted.
    const office = await newPage(stage.browser, { javaScriptEnabled });
    await signIn(office, OFFICER.address, OFFICER.password);
    await atWork(office);
    await review(office, number, codes, 'DOMICIL');
    const refused = await stage.mailbox.take(/à refaire/);
    expect(refused.text).toContain('moins de trois mois');

    // The candidate gives it again; the office accepts; definitive.
    await page.goto(hub);
    expect(await page.getByRole('main').innerText()).toContain('moins de trois mois');
    await deposit(page, hub, 'DOMICIL', 'Facture récente');
    await follow(page, page.locator('button.primary').first());
    await untilRead(request, hub);
    await review(office, number, ['DOMICIL'], null);
    expect((await stage.mailbox.take(/est validée/)).text).toContain(number);
    await page.goto(hub);
    expect(await page.getByRole('main').innerText()).toContain('Votre inscription est définitive');

    // A change voids the signature and asks for it again.
    await page.goto(`${hub}/identification`);
    await page.getByLabel('Commune').fill('Saint-Flour');
    await next(page);
    await page.goto(`${hub}/recapitulatif`);
    await button(page, 'Enregistrer').click();
    await page.waitForURL(/message=enregistre/);
    expect(await page.getByRole('main').innerText()).toContain('version 2');
    await page.goto(`${hub}/justificatifs`);
    expect(await page.locator('#piece-CINSIG01').innerText()).toContain('signez la version 2');
    expect((await stage.mailbox.take(/est modifiée/)).text).toContain('version 2');
    await page.context().close();
    await office.context().close();
  }, 600_000);

  it('ne perd pas un mail et n’en envoie pas deux', () => {
    const received = stage.mailbox.all().filter((mail) => JSON.stringify(mail.to).includes(address));
    const ids = received.map((mail) => mail.messageId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(received.filter((mail) => /est enregistrée/.test(mail.subject ?? ''))).toHaveLength(1);
  });
});

/** A telephone reads the square code and opens its address; the page that was saved agrees, without any network. */
async function verifyAsEmployer(pdf: Buffer, number: string): Promise<void> {
  const [first = '', second = ''] = await squaresOn(pdf);
  const employer = await newPage(stage.browser);
  await go(employer, new URL(second).pathname);
  const said = await employer.getByRole('main').innerText();
  for (const word of ['Document authentique', `${number}-C1`, 'Page visée']) expect(said).toContain(word);
  expect(said).not.toContain('Nuñez');
  const saved = path.join(mkdtempSync(path.join(tmpdir(), 'verifier-')), 'verifier.html');
  writeFileSync(saved, await (await employer.request.get(new URL('/verifier/hors-ligne', stage.url).href)).body());
  await employer.goto(pathToFileURL(saved).href);
  const ask = async (text: string, name: string): Promise<string> => {
    await employer.getByLabel('Texte du code carré').fill(text);
    await employer.getByLabel(/Nom imprimé/).fill(name);
    await button(employer, 'Vérifier').click();
    return employer.getByRole('status').innerText();
  };
  await expect.poll(() => ask(first, "zoé d'ûrville nuñez")).toContain("C'est bien le nom imprimé.");
  expect(await ask(first, 'Camille Martin')).toContain(`${number}-C1`);
  const altered = first.replace(/.(?=.{110}$)/, (sign) => (sign === 'A' ? 'B' : 'A'));
  await expect.poll(() => ask(altered, '')).toContain('Signature fausse');
  await employer.context().close();
}

/** Nothing between the officer and the work: the first row high on the queue, the document large, the decisions in sight. */
async function atWork(office: Page): Promise<void> {
  await office.setViewportSize({ width: 1280, height: 720 });
  await go(office, '/gestion/corbeille');
  const rows = office.locator('main tbody tr');
  expect((await rows.first().boundingBox())?.y).toBeLessThanOrEqual(150);
  await office.setViewportSize({ width: 1280, height: 800 });
  await rows.locator('a[href^="/gestion/pieces/"]').first().click();
  expect((await office.locator('.document-frame .pages').boundingBox())?.height).toBeGreaterThanOrEqual(600);
  for (const decision of await office.locator('button[name="decision"]').all()) {
    const box = await decision.boundingBox();
    expect((box?.y ?? 800) + (box?.height ?? 0)).toBeLessThanOrEqual(800);
  }
}

async function review(office: Page, number: string, codes: readonly string[], refuse: string | null): Promise<void> {
  for (const code of codes) {
    await go(office, `/gestion/dossiers?recherche=${number}`);
    await follow(office, office.getByRole('link', { name: new RegExp(number) }).first());
    await follow(office, office.locator(`a[href^="/gestion/pieces/"]`, { hasText: new RegExp(code) }).first());
    if (code === refuse) {
      await office.getByLabel(/Commentaire/).fill('Le justificatif doit avoir moins de trois mois.');
      await follow(office, button(office, /^Non conforme/));
    } else await follow(office, button(office, /^Conforme/));
  }
}
