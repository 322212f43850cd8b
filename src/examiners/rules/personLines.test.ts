import { describe, expect, it } from 'vitest';
import { readLines } from '../../places/index.ts';
import { PERSON_COLUMNS, type PersonColumn, personHeadings, readPersonLines } from './personLines.ts';

const KNOWN = [
  { cfd: '45033608', name: 'Coiffure' },
  { cfd: '45022108', name: 'Boulanger' },
];
const CELLS: Readonly<Record<PersonColumn, string>> = {
  lastName: 'Arnal',
  firstName: 'Léa',
  side: 'salarié',
  title: 'coiffeuse',
  employer: 'Salon du Lac',
  postcode: '63 200',
  mail: 'Lea.Arnal@Exemple.fr',
  phone: '+33 6 12 34 56 78',
  tasks: 'commission, Jury',
  specialities: 'coiffure; 45022108',
  kmMost: '40',
  away: '12/06/2024 matin',
  postal: '12 rue du Lac, 63200 Riom',
};
type Changes = Partial<Record<PersonColumn, string>>;
const tableOf = (lines: readonly Changes[]) => [
  PERSON_COLUMNS.map((column) => personHeadings.names[column]),
  ...lines.map((line) => PERSON_COLUMNS.map((column) => ({ ...CELLS, ...line })[column])),
];
const read = (...lines: readonly Changes[]) =>
  readPersonLines(readLines(tableOf(lines), PERSON_COLUMNS, personHeadings).lines, KNOWN);
const faultsOf = (changes: Changes) => read(changes).faults.map(({ line, column, fault }) => [line, column, fault]);

describe('A table of people', () => {
  it('is read by its headings: names, quality, tasks, specialities by name or code, days away', () => {
    const { people, faults } = read(
      { side: 'Salarié' },
      { lastName: 'Roche', mail: '', phone: '', kmMost: '', away: '' },
    );
    expect(faults).toEqual([]);
    expect(people[0]).toEqual({
      lastName: 'Arnal',
      firstName: 'Léa',
      side: 'employee',
      title: 'coiffeuse',
      employer: 'Salon du Lac',
      postcode: '63200',
      mail: 'lea.arnal@exemple.fr',
      phone: '0612345678',
      tasks: ['board', 'jury'],
      specialities: ['45033608', '45022108'],
      kmMost: 40,
      away: ['2024-06-12 am'],
      postal: '12 rue du Lac, 63200 Riom',
      retired: false,
    });
    expect(people[1]).toMatchObject({ lastName: 'Roche', mail: null, phone: null, kmMost: null, away: [] });
  });

  it('has the headings that an office writes; who may be asked for what, and from where, is needed', () => {
    const needed = ['Nom', 'Prénom', 'Qualité', 'Code postal', 'Missions'];
    const rest = ['Fonction ou métier', 'Établissement ou entreprise', 'Adresse mail', 'Téléphone', 'Spécialités'];
    const headings = [...needed, ...rest, 'Kilomètres au plus', 'Jours où elle ne peut pas venir', 'Adresse postale'];
    expect(Object.values(personHeadings.names).toSorted()).toEqual(headings.toSorted());
    const lines = [needed, ['Arnal', 'Léa', 'autre', '63200', 'surveillance']];
    const { people, faults } = readPersonLines(readLines(lines, PERSON_COLUMNS, personHeadings).lines, KNOWN);
    expect(faults).toEqual([]);
    expect(people).toEqual([expect.objectContaining({ lastName: 'Arnal', side: 'other', specialities: [] })]);
  });

  const SIDES = ['enseignant', 'employeur', 'salarié', 'autre'];
  const TASKS = ['commission', 'surveillance', 'jury'];
  it.each<readonly [Changes, PersonColumn, object]>([
    [{ lastName: '' }, 'lastName', { code: 'empty' }],
    [{ firstName: '' }, 'firstName', { code: 'empty' }],
    [{ lastName: 'x'.repeat(81) }, 'lastName', { code: 'too-long', most: 80 }],
    [{ employer: 'x'.repeat(121) }, 'employer', { code: 'too-long', most: 120 }],
    [{ postal: 'x'.repeat(201) }, 'postal', { code: 'too-long', most: 200 }],
    [{ mail: `${'x'.repeat(250)}@a.fr` }, 'mail', { code: 'too-long', most: 254 }],
    [{ side: 'patron' }, 'side', { code: 'side', known: SIDES }],
    [{ tasks: '' }, 'tasks', { code: 'tasks', known: TASKS }],
    [{ tasks: 'jury, correction' }, 'tasks', { code: 'tasks', known: TASKS }],
    [{ specialities: 'coiffure, poterie' }, 'specialities', { code: 'speciality', words: 'poterie' }],
    [{ specialities: '' }, 'specialities', { code: 'no-speciality' }],
    [{ postcode: '6320' }, 'postcode', { code: 'postcode' }],
    [{ mail: 'lea@exemple' }, 'mail', { code: 'mail' }],
    [{ mail: 'léa@exemple.fr' }, 'mail', { code: 'mail' }],
    [{ phone: '06 12' }, 'phone', { code: 'phone' }],
    [{ kmMost: '0' }, 'kmMost', { code: 'kmMost' }],
    [{ kmMost: '1000' }, 'kmMost', { code: 'kmMost' }],
    [{ kmMost: '4,5' }, 'kmMost', { code: 'kmMost' }],
    [{ away: '31/06/2024' }, 'away', { code: 'away', words: '31/06/2024' }],
  ])('says what is wrong: %o', (changes, column, fault) => {
    expect(faultsOf(changes)).toEqual([[2, column, fault]]);
  });

  it('takes edges, and no speciality of who only invigilates', () => {
    for (const changes of [
      { lastName: 'x'.repeat(80), employer: 'x'.repeat(120) },
      { kmMost: '1' },
      { kmMost: '999' },
      { tasks: 'Surveillance', specialities: '' },
    ])
      expect(faultsOf(changes)).toEqual([]);
  });

  it('says who is in it twice, where two of one name live at one postcode', () => {
    expect(read({}, { firstName: 'LEA' }, { postcode: '63000' }).faults).toEqual([
      { line: 3, column: 'lastName', fault: { code: 'person-twice', earlier: 2 } },
    ]);
  });
});
