import { describe, expect, it } from 'vitest';
import { type Check, found, pathsFound } from '../testing/shipped.ts';
import { ACADEMY, BOULANGER, DEMO, expectFinding, SESSION, SPECIALITIES, type Spoiled } from '../testing/spoiled.ts';
import { checkExams } from './checkExams.ts';
import { checkPortfolios } from './checkPortfolios.ts';
import { checkReferences } from './checkReferences.ts';

const SPOILED: readonly Spoiled[] = [
  {
    what: 'an academy that is not there',
    file: SESSION,
    from: 'academy: clermont',
    to: 'academy: lyon',
    at: 'academy: lyon',
    says: /L'académie « lyon »/,
  },
  {
    what: 'an exam that is not there',
    file: SESSION,
    from: 'exam: bp',
    to: 'exam: cap',
    at: 'exam: cap',
    says: /L'examen « cap »/,
  },
  {
    what: 'a base that is not there',
    file: DEMO,
    from: 'basedOn: bp-2024-clermont',
    to: 'basedOn: bp-2023',
    at: 'basedOn: bp-2023',
    says: /La session « bp-2023 »/,
  },
  {
    what: 'a speciality that nobody follows',
    file: ACADEMY,
    from: / {6}- \{ cfd: '45033608'.*\n/,
    to: '',
    at: 'portfolios:',
    says: /« 45033608 » \(Coiffure\) est ouverte à une session de cette académie/,
  },
  {
    what: 'a speciality that two officers follow',
    file: ACADEMY,
    from: "- { cfd: '45033609'",
    to: "- { cfd: '45033608'",
    at: "'45033608'",
    says: /« 45033608 » est dans deux portefeuilles/,
  },
  {
    what: 'a speciality of nowhere, followed by an officer',
    file: ACADEMY,
    from: "- { cfd: '45033608'",
    to: "- { cfd: '45033699'",
    at: "'45033699'",
    says: /La spécialité « 45033699 »/,
  },
  {
    what: 'an exam in the folder of another',
    file: 'exams/bp/exam.yaml',
    from: 'code: bp',
    to: 'code: cap',
    at: 'code: cap',
    says: /Le dossier de l'examen « cap » s'appelle « bp »/,
  },
  {
    what: 'a step without which nobody enrols',
    file: 'exams/bp/exam.yaml',
    from: 'informations, qualification, ',
    to: 'informations, ',
    at: 'steps:',
    says: /Il manque l'étape « qualification »/,
  },
  {
    what: 'a successor that is not there',
    file: SPECIALITIES,
    from: "replacedBy: '45022111'",
    to: "replacedBy: '45022199'",
    at: "'45022199'",
    says: /La spécialité « 45022199 »/,
  },
  {
    what: 'a regulation of no speciality',
    file: BOULANGER,
    from: "cfd: '45022108'",
    to: "cfd: '45099999'",
    at: "cfd: '45099999'",
    says: /La spécialité « 45099999 »/,
  },
  {
    what: 'a department that is not in the table',
    file: ACADEMY,
    from: "{ code: '03'",
    to: "{ code: '989'",
    at: "'989'",
    says: /Le département « 989 »/,
  },
  {
    what: "another academy's department",
    file: ACADEMY,
    from: "{ code: '03', name: Allier }",
    to: "{ code: '42', name: Loire }",
    at: "'42'",
    says: /autre académie \(Lyon\)/,
  },
];

const check: Check = (pack, known) => [
  ...checkReferences(pack, known),
  ...checkPortfolios(pack, known),
  ...checkExams(pack, known),
];

describe('A code that names nothing', () => {
  it.each(SPOILED)('$what', expectFinding(check));
});

describe('A speciality is followed by an officer', () => {
  const withoutOfficer = async (cfd: string, change: (one: Speciality) => Speciality) =>
    pathsFound(checkPortfolios, 'specialities', (all) => [
      ...all,
      change({ ...found(all.find((one) => one.cfd === cfd)), cfd: '45099999' }),
    ]);
  it('where it is open to a session of the academy, or at its extra session', async () => {
    expect(await withoutOfficer('45033608', (one) => one)).toEqual(['portfolios']);
    expect(await withoutOfficer('45032401', (one) => one)).toEqual(['portfolios']);
  });
  it('not where it is closed, or of an exam that has no session there', async () => {
    expect(await withoutOfficer('45031206', (one) => one)).toEqual([]);
    expect(await withoutOfficer('45033608', (one) => ({ ...one, exam: 'cap' }) as Speciality)).toEqual([]);
  });
  it('of its own academy: the sessions of another ask nothing of it', async () => {
    const elsewhere = await pathsFound(checkPortfolios, 'academies', (all) => [
      ...all,
      { ...found(all[0]), code: 'lyon', portfolios: [] },
    ]);
    expect(elsewhere).toEqual([]);
  });
});
type Speciality = Parameters<Parameters<typeof pathsFound<'specialities'>>[2]>[0][number];
