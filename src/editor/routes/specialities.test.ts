import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { ofThisTurn } from '../../testing/turn.ts';
import { openFormSite } from '../testing/formSite.ts';

const site = await openFormSite();
afterAll(() => site.end());

const FILE = 'exams/bp/specialities.yaml';
const COIFFURE = 'exams/bp/regulations/45033608-coiffure.yaml';
const read = (file: string): string => readFileSync(`catalogue/${file}`, 'utf8');

/** Lines that the draft's file has and the shipped one hasn't, and the reverse. */
async function difference(draft: string, file: string): Promise<readonly string[]> {
  const before = read(file).split('\n');
  const after = ((await site.written(draft, file)) ?? read(file)).split('\n');
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `-${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+${line}`),
  ];
}

describe('The specialities of a draft', () => {
  it('are listed with their status at each session, and found by a trade', async () => {
    const draft = await site.aDraft();
    const { body } = await site.head.get(`${draft}/specialites`);
    expect(body).toContain('57\u00a0spécialités');
    const found = await site.head.get(`${draft}/specialites?q=CUISINIÈRE`);
    expect(found.body).toContain('2\u00a0spécialités');
    expect(found.body).toContain('pas encore');
    expect((await site.head.get(`${draft}/specialites?q=zzzz`)).body).toContain('Aucune spécialité');
  });
  it('say nothing was changed when a form is sent as it was opened', async () => {
    const draft = await site.aDraft();
    for (const cfd of ['45022304', '45033608', '45022109'])
      expect((await site.submit(`${draft}/specialites/${cfd}`)).body, cfd).toContain("Rien n'a changé");
    expect(await site.written(draft, FILE)).toBeUndefined();
  });
  it('keep a last session and a trade, on their lines alone', async () => {
    const draft = await site.aDraft();
    const { body } = await site.head.get(`${draft}/specialites/45033608`);
    const trades = /<textarea[^>]*name="trades"[^>]*>\n?([^<]*)/.exec(body)?.[1] ?? '';
    const done = await site.submit(`${draft}/specialites/45033608`, {
      lastSession: '2030',
      trades: `${trades}\nperruquier`,
    });
    expect(done.status).toBe(303);
    const lines = await difference(draft, FILE);
    expect(lines).toContainEqual(expect.stringContaining('perruquier'));
    expect(lines.length).toBeLessThanOrEqual(4);
    expect(await site.written(draft, FILE)).toMatch(/cfd: '45033608'(?:(?!cfd:)[\s\S])*?lastSession: 2030/);
  });
  it('take the whole block of R.408, or lose it', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/specialites/45033608`;
    const half = await site.submit(address, { 'scaffolding-annexes': '4' });
    expect(half.status).toBe(422);
    expect(half.body).toContain('«\u00a0Nom dans la notice\u00a0» est vide');
    const words = { 'scaffolding-annexes': '4', 'scaffolding-noticeLabel': 'Coiffeur', 'scaffolding-source': 'Notice' };
    expect((await site.submit(address, words)).status).toBe(303);
    expect(await difference(draft, FILE)).toEqual([
      '+    annexes: [ 4 ]',
      '+    noticeLabel: Coiffeur',
      '+    source: Notice',
    ]);
    expect((await site.submit(address, { 'scaffolding-annexes': '' })).status).toBe(303);
    expect(await site.written(draft, FILE)).toBeUndefined();
  });
  it('can be hidden with a reason, and shown again', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/specialites/45033608`;
    await site.submit(address, { 'dormant-note': 'Personne : nulle part.' });
    expect(await difference(draft, FILE)).toEqual(["+    note: 'Personne\u00a0: nulle part.'"]);
    await site.submit(address, { 'dormant-note': '' });
    expect(await site.written(draft, FILE)).toBeUndefined();
  });
});

describe('A regulation of a draft', () => {
  const at = 'specialites/45033608/reglements/45033608-coiffure';
  it('says nothing was changed when its form is sent as it was opened', async () => {
    const draft = await site.aDraft();
    for (const part of [at, 'specialites/45022111/reglements/45022111-arts-de-la-cuisine'])
      expect((await site.submit(`${draft}/${part}`)).body).toContain("Rien n'a changé");
  });
  it('keeps a coefficient on its line, and an unknown one stays empty', async () => {
    const draft = await site.aDraft();
    expect((await site.submit(`${draft}/${at}`, { 'units-0-coefficient': '', 'units-0-title': 'Autre' })).status).toBe(
      303,
    );
    expect(await difference(draft, COIFFURE)).toEqual([
      '-    title: Création, couleur, coupe, coiffage',
      '+    title: Autre',
    ]);
    expect(await site.written(draft, COIFFURE)).toMatch(/title: Autre\n {4}coefficient: null/);
    // The printed total no longer holds: the draft is kept, the fault stands at its field and in the list.
    const { body } = await site.head.get(`${draft}/${at}`);
    expect(body).toContain('id="champ-totalCoefficient-erreur"');
    expect(body).toContain('Fautes à corriger ici');
  });
  it('takes a unit more and loses one', async () => {
    const draft = await site.aDraft();
    const unit = {
      'units-new-id': 'U70',
      'units-new-title': 'Une unité',
      'units-new-kind': 'OTHER_OPTIONAL',
      'units-new-confidence': 'unknown',
      'units-new-languages': 'anglais\nespagnol',
    };
    expect((await site.submit(`${draft}/${at}`, { ...unit, 'units-new-id': 'U10' })).body).toContain('est déjà pris');
    expect((await site.submit(`${draft}/${at}`, { 'units-new-mode': 'oral' })).body).toContain(
      "Code de l'unité ici\u00a0» est vide",
    );
    expect((await site.submit(`${draft}/${at}`, { ...unit, 'units-9-remove': 'oui' })).status).toBe(303);
    const text = (await site.written(draft, COIFFURE)) ?? '';
    expect(text).toMatch(
      / {2}- id: U70\n {4}code: null\n {4}test: null\n {4}title: Une unité\n {4}coefficient: null\n/,
    );
    expect(text).toContain('languages: [ anglais, espagnol ]');
    expect(text).not.toContain('  - id: UF\n');
    expect(text).toMatch(/confidence: unknown\ntotalCoefficient: 32\n/);
  });
  it('begins a new version, which ends the one before', async () => {
    const draft = await site.aDraft();
    const version = `${draft}/${at}/version`;
    expect((await site.submit(version, { firstSession: '2010', order: 'Arrêté' })).status).toBe(422);
    expect((await site.submit(version)).body).toContain("Nommez l'arrêté");
    expect((await site.submit(version, { firstSession: '2027', order: 'Arrêté du 1er mars 2026' })).status).toBe(303);
    const again = await site.submit(version, { firstSession: '2027', order: 'Arrêté' });
    expect([again.status, again.body]).toEqual([422, expect.stringContaining('commence déjà à cette session')]);
    expect(await difference(draft, COIFFURE)).toEqual(['-lastSession: null', '+lastSession: 2026']);
    const copy = (await site.written(draft, 'exams/bp/regulations/45033608-coiffure-2027.yaml')) ?? '';
    expect(copy).toContain('firstSession: 2027\nlastSession: null');
    expect((await site.head.get(draft)).body).toContain('Aucune faute');
    expect((await site.head.get(`${draft}/specialites/45033608`)).body).toContain('À partir de la session\u00a02027');
  });
  it('answers 404 and 409 where it must, and never breaks', async () => {
    const draft = await site.aDraft();
    for (const part of [
      'specialites/1',
      'specialites/__proto__',
      'specialites/45033608/reglements/x',
      'specialites/45022111/reglements/45033608-coiffure',
    ])
      expect((await site.head.get(`${draft}/${part}`)).status, part).toBe(404);
    for (const part of [at, 'specialites/45033608', `${at}/version`, 'specialites'])
      expect((await site.officer.get(`${draft}/${part}`)).status).toBe(404);
    const fields = [
      'units-0-title',
      'units-0-coefficient',
      'units-0-languages',
      'notes',
      'units-new-id',
      'firstSession',
    ];
    const typed = ['x'.repeat(20_000), '\u0000', '-1', '1e99', '- a', "'", '{', '__proto__', ': #'].flatMap((odd) =>
      fields.map((field) => [field, odd] as const),
    );
    for (const [field, odd] of ofThisTurn(typed, 4))
      expect(
        (await site.submit(`${draft}/${at}`, { [field]: odd })).status,
        `${field} ${odd.slice(0, 9)}`,
      ).toBeLessThan(500);
    await site.close(draft);
    expect((await site.submit(`${draft}/${at}`, { title: 'Autre' })).status).toBe(409);
    expect((await site.submit(`${draft}/specialites/45033608`, { name: 'Autre' })).status).toBe(409);
    expect((await site.head.get(`${draft}/specialites/45033608`)).body).not.toContain('Changer ce règlement');
  }, 600_000);
});
