import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { openFormSite } from '../testing/formSite.ts';

const site = await openFormSite();
afterAll(() => site.end());

const ADMISSION = 'exams/bp/cases/admissibilite.yaml';
const plain = (body: string): string => body.replaceAll('\u00a0', ' ').replaceAll('&#39;', "'");
const linesAdded = (file: string, text: string): readonly string[] => {
  const before = new Set(readFileSync(`catalogue/${file}`, 'utf8').split('\n'));
  return text.split('\n').filter((line) => !before.has(line));
};

describe('A typical case of a draft', () => {
  it('has its situation as fields, and stays as it is when its form is sent as it was opened', async () => {
    const draft = await site.aDraft();
    for (const code of ['distance-cinq-ans', 'dix-partout'])
      expect((await site.submit(`${draft}/cas/${code}`)).body, code).toContain("Rien n'a changé");
    const { body } = await site.head.get(`${draft}/cas/distance-cinq-ans`);
    expect(plain(body)).toContain('value="15/11/2023 à 10 h 00"');
    expect(body).toContain('name="question-workPeriods-0-from"');
  });
  it('keeps what changes of its situation, and refuses a day or an hour that is none at its field', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/cas/distance-cinq-ans`;
    const day = await site.submit(address, { 'question-birthDate': '31/02/1990' });
    expect(day.status).toBe(422);
    expect(day.body).toContain('id="champ-question-birthDate-erreur"');
    const hour = await site.submit(address, { 'question-at': '29/10/2023 à 2 h 30' });
    expect(hour.body).toContain('id="champ-question-at-erreur"');
    const done = await site.submit(address, {
      'question-at': '20/11/2023 à 9 h 15',
      'question-workPeriods-new-from': '01/02/2010',
      'question-workPeriods-new-to': '31/03/2012',
      'question-workPeriods-new2-from': '01/05/2012',
      'question-workPeriods-new2-to': '01/06/2012',
    });
    expect(done.status).toBe(303);
    const added = linesAdded(ADMISSION, (await site.written(draft, ADMISSION)) ?? '');
    expect(added).toContain('    at: 2023-11-20T09:15:00+01:00');
    expect(added.join('\n')).toMatch(/from: 2010-02-01[\s\S]*to: 2012-03-31[\s\S]*from: 2012-05-01/);
    const differences = plain((await site.head.get(`${draft}/differences`)).body);
    expect(differences).toContain("Jour et heure de l'inscription");
  });
  it('is made with its question, several units at once, and is run at once', async () => {
    const draft = await site.aDraft();
    const address = `${draft}/cas/nouveau?examen=bp&question=average`;
    const units = ['U10', 'U20', 'U30A', 'U41'].flatMap((code, index) => {
      const name = `question-units-new${index === 0 ? '' : index + 1}`;
      return [
        [`${name}-code`, code],
        [`${name}-outcome`, 'mark'],
        [`${name}-mark`, '12'],
      ];
    });
    const situation = { 'question-session': 'bp-2024-clermont', 'question-speciality': '45033608' };
    const lacking = await site.submit(address, { code: 'essai', ...situation });
    expect(lacking.status).toBe(422);
    expect(plain(lacking.body)).toContain('« Qui est-ce ? »');
    const made = await site.submit(address, {
      code: 'essai',
      title: 'Un essai',
      'expect-outcome': 'PASSED',
      ...situation,
      ...Object.fromEntries(units),
    });
    expect(made.location).toBe(`${draft}/cas/essai?message=enregistre`);
    const text = (await site.written(draft, 'exams/bp/cases/bureau.yaml')) ?? '';
    expect(text).toContain('asks: average');
    expect(text.match(/outcome: mark/g)?.length).toBe(4);
    expect(plain((await site.head.get(`${draft}/cas`)).body)).toContain('Un essai');
  });
});

describe('Cases that fail', () => {
  it('stand together when the reason is the same, the most of them first', async () => {
    const draft = await site.aDraft();
    const regulation = `${draft}/specialites/45033608/reglements/45033608-coiffure`;
    const saved = await site.submit(regulation, { unitsComplete: 'non' });
    expect(saved.status).toBe(303);
    const cases = plain((await site.head.get(`${draft}/cas`)).body);
    const groups = [...cases.matchAll(/(\d+) cas pour la même raison/g)].map(([, count]) => Number(count));
    expect(groups[0]).toBeGreaterThan(1);
    expect(groups).toEqual(groups.toSorted((a, b) => b - a));
    const first = cases.slice(cases.indexOf(`${groups[0]} cas pour la même raison`));
    expect(first.slice(0, first.indexOf('</tr>')).match(/\/cas\/[\w-]+/g)?.length).toBe(groups[0]);
  });
});
