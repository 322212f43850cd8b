import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openFormSite } from '../testing/formSite.ts';

const site = await openFormSite();
afterAll(() => site.end());

const FILE = 'exams/bp/pieces.yaml';
const base = readFileSync(`catalogue/${FILE}`, 'utf8');
const linesAdded = (text: string): readonly string[] => {
  const before = new Set(base.split('\n'));
  return text.split('\n').filter((line) => !before.has(line));
};

describe('The pieces of a draft', () => {
  it('are listed with when each is asked, in words', async () => {
    const { body } = await site.head.get(`${await site.aDraft()}/pieces`);
    expect(body).toContain('Demandée si le candidat est mineur.');
    expect(body).toContain(
      "Demandée si le candidat est de nationalité française, s'il a moins de 25\u00a0ans et s'il a 16\u00a0ans ou plus.",
    );
  });
  it('say nothing was changed when a form is sent as it was opened, whatever the piece', async () => {
    const draft = await site.aDraft();
    for (const code of ['CINSIG01', 'SNATJDC', 'ATTEMPLOI', 'DISPENSE', 'R408DISP']) {
      const answer = await site.submit(`${draft}/pieces/${code}`);
      expect(answer.body, code).toContain("Rien n'a changé");
    }
    expect(await site.written(draft, FILE)).toBeUndefined();
  });
  it('keep a reason that is added, changed or emptied, and touch no other line', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/pieces/REPLEG`;
    const done = await site.submit(address, {
      'cannedReasons-0-remove': 'oui',
      'cannedReasons-new-text': "L'accord n'est pas daté : datez-le.",
      mustProve: "L'identité du représentant légal.\nSon accord, daté et signé.\nSon adresse.",
    });
    expect(done.status).toBe(303);
    const text = (await site.written(draft, FILE)) ?? '';
    expect(linesAdded(text)).toEqual([
      '    - Son adresse.',
      '    - code: l-accord-n-est',
      expect.stringContaining("L'accord n'est pas daté\u00a0: datez-le."),
    ]);
    expect((await site.head.get(draft)).body).toContain('Aucune faute');
  });
  it('keep a condition that is written with rows', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/pieces/REPLEG`;
    const done = await site.submit(address, {
      'rules-0-when': 'any',
      'rules-0-when-fact-1': 'ageAtEnrolment<',
      'rules-0-when-number-1': '21',
    });
    expect(done.status).toBe(303);
    const text = (await site.written(draft, FILE)) ?? '';
    expect(text).toContain('{ fact: minor, is: true }\n          - { fact: ageAtEnrolment, below: 21 }');
    expect((await site.head.get(`${draft}/pieces`)).body).toContain(
      "Demandée si le candidat est mineur ou s'il a moins de 21\u00a0ans.",
    );
  });
  it('take a whole new rule and lose an old one, and refuse half of one', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/pieces/REPLEG`;
    const half = await site.submit(address, { 'rules-new-why': 'Parce que.' });
    expect(half.status).toBe(422);
    expect(half.body).toContain('«\u00a0Source\u00a0» est vide');
    expect((await site.submit(address, { 'rules-0-when-fact-0': '' })).body).toContain(
      'Choisissez au moins une condition',
    );
    expect((await site.submit(address, { 'rules-0-when-fact-0': 'ageAtEnrolment<' })).body).toContain(
      "nombre d'années",
    );
    expect((await site.submit(address, { 'rules-0-remove': 'oui' })).body).toContain('au moins');
    const done = await site.submit(address, {
      'rules-0-remove': 'oui',
      'rules-new-when': 'all',
      'rules-new-when-fact-0': 'keepsMark=non',
      'rules-new-why': 'Une autre raison.',
      'rules-new-source': 'Une source',
    });
    expect(done.status).toBe(303);
    // A piece that the office reads may not ask it.
    expect((await site.head.get(address)).body).not.toContain('handicap=oui');
    expect((await site.head.get(`${draft}/pieces/R408DISP`)).body).toContain('handicap=oui');
    expect(linesAdded((await site.written(draft, FILE)) ?? '')).toEqual([
      '    - when: { fact: keepsMark, is: false }',
      '      why: Une autre raison.',
      '      source: Une source',
    ]);
  });
  it('show in words a condition that rows can not write, and leave it alone', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/pieces/ATTEMPLOI`;
    expect((await site.head.get(address)).body).toContain('une forme que cette page ne sait pas écrire');
    expect((await site.submit(address, { 'rules-0-why': 'Une autre phrase.' })).status).toBe(303);
    expect(linesAdded((await site.written(draft, FILE)) ?? '')).toEqual(['      why: Une autre phrase.']);
  });
  it('answer 404 and 409 where they must, and never break', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/pieces/REPLEG`;
    for (const code of ['NOTHING', '__proto__', '[0]'])
      expect((await site.head.get(`${draft}/pieces/${encodeURIComponent(code)}`)).status).toBe(404);
    expect((await site.officer.get(address)).status).toBe(404);
    for (const odd of ['x'.repeat(20_000), '\u0000', '- a\n- b', '{', "'", '"\\', '__proto__', ': #'])
      for (const field of [
        'label',
        'description',
        'cannedReasons-0-text',
        'mustProve',
        'rules-0-when-fact-0',
        'rules-0-when',
      ])
        expect((await site.submit(address, { [field]: odd })).status, `${field} ${odd.slice(0, 9)}`).toBeLessThan(500);
    await site.close(draft);
    expect((await site.submit(address, { label: 'Autre' })).status).toBe(409);
    expect((await site.head.get(address)).body).not.toContain('>Enregistrer<');
  }, 600_000);
});
