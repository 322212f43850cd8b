import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openFormSite } from '../testing/formSite.ts';

const site = await openFormSite();
afterAll(() => site.end());

const FILE = 'sessions/bp-2024-clermont.yaml';
const base = readFileSync(`catalogue/${FILE}`, 'utf8');

describe('The sessions of a draft', () => {
  it('are listed with their window, those that follow another one apart', async () => {
    const { body } = await site.head.get(`${await site.aDraft()}/sessions`);
    expect(body).toMatch(
      /du jeudi 12\u00a0octobre\u00a02023 à 14\u00a0h\u00a000 au vendredi 1er\u00a0décembre\u00a02023/,
    );
    expect(body).toContain('Démonstration, déplacée depuis bp-2024-clermont');
  });
  it('say nothing was changed when a form is sent as it was opened', async () => {
    const draft = await site.aDraft();
    const answer = await site.submit(`${draft}/sessions/bp-2024-clermont`);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('Rien n&#39;a changé'.replace('&#39;', "'"));
    expect(await site.written(draft, FILE)).toBeUndefined();
  });
  it('keep one date that changed, on its line alone', async () => {
    const draft = await site.aDraft();
    const answer = await site.submit(`${draft}/sessions/bp-2024-clermont`, {
      'correctionsEndAt-at': '29/12/2023 à 12h',
    });
    expect(answer.status).toBe(303);
    expect(await site.written(draft, FILE)).toBe(base.replace('at: 2023-12-22T17:00', 'at: 2023-12-29T12:00'));
  });
  it('refuse an hour that does not exist or exists twice, and an order that can not be, at the field', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/sessions/bp-2024-clermont`;
    const skipped = await site.submit(address, { 'correctionsEndAt-at': '31/03/2024 02:30' });
    expect(skipped.status).toBe(422);
    expect(skipped.body).toMatch(
      /31\u00a0mars\u00a02024 à 2\u00a0h\u00a030 n'existe pas\u00a0: cette nuit-là, on avance/,
    );
    expect(skipped.body).toMatch(/id="champ-correctionsEndAt-at-erreur"/);
    const twice = await site.submit(address, { 'window-opensAt': '29/10/2023 02:30' });
    expect(twice.body).toContain('existe deux fois');
    const order = await site.submit(address, { 'window-closesAt': '01/10/2023 17:00' });
    expect(order.status).toBe(422);
    expect(order.body).toMatch(/id="champ-window-closesAt-erreur"/);
    expect((await site.submit(address, { 'window-closesAt': '31/02/2024 17:00' })).body).toContain(
      "ce jour n'existe pas",
    );
    expect(await site.written(draft, FILE)).toBeUndefined();
  });
  it('answer 409 to an older version and to a draft that is closed, 404 to what is not there', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/sessions/bp-2024-clermont`;
    expect((await site.submit(address, { version: '99', label: 'autre' })).status).toBe(409);
    await site.close(draft);
    expect((await site.head.get(address)).body).not.toContain('>Enregistrer<');
    expect((await site.submit(address, { label: 'autre' })).status).toBe(409);
    for (const code of ['nulle-part', '__proto__', 'constructor', '%00', 'é'])
      expect((await site.head.get(`${draft}/sessions/${code}`)).status).toBe(404);
    expect((await site.officer.get(address)).status).toBe(404);
    expect((await site.officer.get(`${draft}/sessions/copier`)).status).toBe(404);
  });
  it('take odd input without breaking', async () => {
    const address = `${await site.aDraft()}/sessions/bp-2024-clermont`;
    for (const odd of ['x'.repeat(20_000), '\u0000', '[', '{ a: b', '- - -', "'", '__proto__', '\u202e'])
      expect((await site.submit(address, { label: odd })).status, odd.slice(0, 9)).toBeLessThan(500);
  });
});

describe('A session made from another', () => {
  const plan = 'sessions/copier?base=bp-2024-clermont&annee=2027&decalage=weeks';
  it('shows every date before and after, the weekday kept', async () => {
    const draft = await site.aDraft();
    const { body } = await site.head.get(`${draft}/${plan}`);
    expect(body).toMatch(/jeudi 12\u00a0octobre\u00a02023 à 14/);
    expect(body).toMatch(/jeudi 15\u00a0octobre\u00a02026 à 14/);
    expect(body).toMatch(/lundi 7\u00a0juin\u00a02027/);
    expect(body).toContain('jour férié');
  });
  it('is made in two forms, is sound, and says what to check', async () => {
    const draft = await site.aDraft();
    expect((await site.head.get(`${draft}/sessions/copier`)).body).toContain('value="2025"');
    const made = await site.submit(`${draft}/${plan}`);
    expect(made.location).toContain('/sessions/bp-2027-clermont');
    const text = (await site.written(draft, 'sessions/bp-2027-clermont.yaml')) ?? '';
    expect(text).toContain('numberPrefix: BP27');
    expect(text).toContain('opensAt: 2026-10-15T14:00');
    expect(text).toContain('dueAt: 2027-03-12T00:00');
    expect(text).toContain('confidence: derived');
    expect(text.match(/à vérifier dans la nouvelle notice/g)?.length).toBeGreaterThan(1);
    expect(text.split('\n').filter((line) => /^ *#.*(2023|8 mars)/.test(line))).toEqual([]);
    const { body } = await site.head.get(made.location);
    expect(body).toContain('À vérifier pour cette session');
    expect(body).toContain("Toutes les dates sont déduites d'une autre session");
    expect((await site.head.get(draft)).body).toContain('Aucune faute');
  });
  it('has a code and numbers of its own, and a year of its own', async () => {
    const draft = await site.aDraft();
    const taken = await site.submit(`${draft}/${plan}`, { code: 'bp-demo', numberPrefix: 'DEMO' });
    expect(taken.status).toBe(422);
    expect(taken.body).toContain('choisissez un autre code');
    expect((await site.submit(`${draft}/${plan}`, { numberPrefix: 'BP24' })).status).toBe(422);
    for (const query of [
      'base=bp-2024-clermont&annee=2024&decalage=weeks',
      'base=x',
      'base=__proto__&annee=2027&decalage=weeks',
      'base=bp-2024-clermont&annee=1e9&decalage=z',
    ])
      expect((await site.head.get(`${draft}/sessions/copier?${query}`)).status).toBe(422);
    expect((await site.submit(`${draft}/${plan}`, { code: '../../etc' })).status).toBe(422);
  });
});
