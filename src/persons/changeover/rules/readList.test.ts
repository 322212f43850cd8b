import { describe, expect, it } from 'vitest';
import { readTable, type Table } from '../../../platform/tables/readTable.ts';
import { COLUMNS, HEADINGS } from './headings.ts';
import { categoryNamed, type ListRead, type ListRules, readList } from './readList.ts';

const RULES: ListRules = {
  today: Temporal.PlainDate.from('2023-11-15'),
  year: 2024,
  departments: ['03', '15', '43', '63'],
  speciality: (code) => (code === '33608' ? { speciality: '45033608', portfolio: 'G2' } : null),
};
const HEAD = COLUMNS.map((column) => HEADINGS[column][0]);
const GOOD = {
  number: '01216557741',
  birthName: "O'Brien-Ñandú",
  firstNames: 'Zoé, Anaïs',
  birthDate: '30/05/1998',
  speciality: '33608',
  state: 'Inscrit',
  enrolmentNumber: '002 Version 2',
  usageName: '',
  category: 'INDIVIDUEL (411)',
  options: 'U30A',
};
const row = (more: Partial<typeof GOOD> = {}): readonly string[] => {
  const cells = { ...GOOD, ...more };
  return COLUMNS.map((column) => cells[column]);
};
const read = (...rows: Table): ListRead => readList([HEAD, ...rows], RULES);
const faultsOf = (more: Partial<typeof GOOD>): readonly string[] =>
  read(row(more)).faults.map(({ message }) => message);

describe('A list of the system in place', () => {
  it('is read whole, each line as it says it', () => {
    const { lines, faults } = read(row(), row({ number: '0121655774Z', firstNames: 'Ana' }));
    expect(faults).toEqual([]);
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({
      at: 2,
      number: '01216557741',
      birthName: "O'Brien-Ñandú",
      firstNames: 'Zoé, Anaïs',
      speciality: '45033608',
      portfolio: 'G2',
      category: 'INDIVIDUEL (411)',
      usageName: null,
      options: 'U30A',
    });
    expect(lines[0]?.birthDate.toString()).toBe('1998-05-30');
  });

  it('has its headings under lines of title, in any order and spelling', () => {
    const table = [
      ['Session', 'BP 2024'],
      ['Titre', 'Candidats inscrits'],
      ['Établissement', 'DEC 0631985X'],
      [],
      [...HEAD.map((name) => name.toUpperCase()), 'INE'],
      [...row(), '123456789AB'],
    ];
    const { lines, faults } = readList(table, RULES);
    expect(faults).toEqual([]);
    expect(lines.map(({ at }) => at)).toEqual([6]);
  });

  it('of another academy or session is refused, whatever its lines', () => {
    const above = (...line: readonly string[]): readonly string[] =>
      readList([line, HEAD, row()], RULES).faults.map(({ message }) => message);
    expect(above('Établissement', 'Lycée 0690001A')).toEqual([expect.stringContaining('département 69')]);
    expect(above('Session', 'BP 2023')).toEqual([expect.stringContaining('session 2023')]);
    expect(above('Établissement', 'Rectorat')).toEqual([]);
  });

  it('without headings, with two of them or without a candidate says so', () => {
    expect(readList([row()], RULES).faults).toEqual([
      { line: null, message: expect.stringContaining('titres est introuvable') },
    ]);
    expect(read(row(), HEAD, row({ number: '2', firstNames: 'Ana' })).faults).toEqual([
      { line: 3, message: expect.stringContaining('une seconde fois') },
    ]);
    expect(read().faults).toEqual([{ line: null, message: expect.stringContaining('aucun candidat') }]);
    expect(readList([[...HEAD, 'Prénom'], row()], RULES).faults[0]?.message).toContain('là deux fois');
    expect(readList([HEAD.filter((name) => name !== 'État'), row()], RULES).faults[0]?.message).toContain(
      '«\u00a0État\u00a0»',
    );
  });

  it.each([
    ['birthDate', '29/02/2001', 'Date de naissance'],
    ['birthDate', '30/02/1998', 'Date de naissance'],
    ['birthDate', '30/05/2024', 'Relisez'],
    ['birthDate', '', 'vide'],
    ['birthName', 'Martin3', 'Nom de famille'],
    ['birthName', '=HYPERLINK("http://x")', 'Nom de famille'],
    ['firstNames', '', 'vide'],
    ['number', '1,21656E+09', 'arrondir'],
    ['number', '', 'vide'],
    ['state', 'Désinscrit', 'Désinscrit'],
    ['speciality', '', 'vide'],
  ] as const)('a %s that is « %s » is told with its column', (column, typed, said) => {
    const told = faultsOf({ [column]: typed });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(said);
  });

  it('keeps a day that exists only in leap years, accents however they are written, and text that a spreadsheet would compute', () => {
    const { lines, faults } = read(
      row({ birthDate: '29/02/2000', birthName: 'E\u0301le\u0300ve', options: '+33 6', category: '=1+1' }),
    );
    expect(faults).toEqual([]);
    expect(lines[0]).toMatchObject({ birthName: 'Élève', options: '+33 6', category: '=1+1' });
  });

  it('tells a speciality that is not known once, with its lines', () => {
    const numbers = ['1', '2', '3', '4', '5', '6', '7'];
    const names = ['Ana', 'Bob', 'Cy', 'Dan', 'Eve', 'Fay', 'Guy'];
    const rows = numbers.map((number, at) => row({ number, firstNames: names[at] ?? '', speciality: '99999' }));
    const { faults } = read(...rows);
    expect(faults).toEqual([{ line: 2, message: expect.stringContaining('7\u00a0lignes\u00a0: 2, 3, 4, 5, 6…') }]);
  });

  it('has a number once, and a person under one number', () => {
    expect(read(row(), row({ firstNames: 'Ana' })).faults[0]).toMatchObject({ line: 3 });
    expect(read(row(), row({ number: '2', birthName: 'O BRIEN ÑANDU' })).faults).toEqual([]);
    expect(
      read(row(), row({ number: '2', birthName: "o'brien ñandu", firstNames: 'zoe anais' })).faults[0]?.message,
    ).toContain("qu'à la ligne 2");
  });

  it('with one fault gives no line, whatever else it holds', () => {
    for (let wrong = 0; wrong < 10; wrong += 1) {
      const rows = Array.from({ length: 10 }, (_, at) =>
        row({
          number: `${at + 1}`,
          firstNames: `Ana${'abcdefghij'[at]}`,
          ...(at === wrong ? { state: 'Écarté' } : {}),
        }),
      );
      const { lines, faults } = read(...rows);
      expect([lines, faults.map(({ line }) => line)]).toEqual([[], [wrong + 2]]);
    }
  });

  it('is read as Windows writes it too', async () => {
    const text = [HEAD, row()].map((cells) => cells.join(';')).join('\r\n');
    const table = await readTable(Buffer.from(text, 'latin1'));
    expect(table.ok && readList(table.value, RULES).lines[0]?.birthName).toBe("O'Brien-Ñandú");
  });
});

it('a category is ours where its name is, without its code', () => {
  const ours = [{ code: 'individual', label: 'Candidat individuel' }];
  expect(categoryNamed('CANDIDAT INDIVIDUEL (411)', ours)).toBe('individual');
  expect(categoryNamed('SCOLAIRE BACPRO 3 ANS (132)', ours)).toBe(null);
  expect(categoryNamed(null, ours)).toBe(null);
});
