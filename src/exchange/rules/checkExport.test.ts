import { describe, expect, it } from 'vitest';
import { type Cells, COLUMNS, type ExportFault } from '../exchange.ts';
import { createCheck, digestOf } from './checkExport.ts';
import { type ExportedResult, linesOf, wholeFile } from './exportLines.ts';

const PLACE = { academy: 'clermont', session: 'bp-2024-clermont' };
const RESULT: ExportedResult = {
  ...PLACE,
  publication: 1,
  number: 'BP24-00018-D',
  birthName: 'Martin',
  usageName: null,
  firstNames: 'Camille, Anne',
  birthDate: Temporal.PlainDate.from('1998-02-09'),
  speciality: '45033608',
  form: 'PROGRESSIVE',
  decision: 'REFUSED',
  average: '9,25',
  record: 'PV 2024-001',
  decidedOn: Temporal.PlainDate.from('2024-07-01'),
  units: [
    { id: 'U10', code: 'E1', coefficient: 4, optional: false, outcome: 'mark', halfPoints: 25, obtainedOn: null },
    {
      id: 'U20',
      code: null,
      coefficient: null,
      optional: false,
      outcome: 'carried',
      halfPoints: 19,
      obtainedOn: Temporal.PlainDate.from('2021-06-30'),
    },
    { id: 'UF1', code: 'EF1', coefficient: 1, optional: true, outcome: 'mark', halfPoints: 40, obtainedOn: null },
    { id: 'U30', code: 'E3', coefficient: 2, optional: false, outcome: 'absent', halfPoints: null, obtainedOn: null },
    { id: 'U40', code: 'E4', coefficient: 2, optional: false, outcome: 'exempt', halfPoints: null, obtainedOn: null },
    {
      id: 'U50',
      code: 'E5',
      coefficient: 2,
      optional: false,
      outcome: 'kept',
      halfPoints: 20,
      obtainedOn: Temporal.PlainDate.from('2022-07-04'),
    },
  ],
};

async function fileOf(...results: readonly ExportedResult[]): Promise<string[][]> {
  const lines = wholeFile(
    PLACE,
    (async function* () {
      yield* results;
    })(),
  );
  return (await Array.fromAsync(lines)).map((line) => [...line]);
}

function check(lines: readonly (readonly string[])[]): readonly ExportFault[] {
  const { line, end } = createCheck();
  return [...lines.flatMap((one) => line(one)), ...end()];
}

/** A file of one candidate in which the line of a unit says something else; sealed again. */
async function changed(unit: number, change: Partial<Cells>, result = RESULT): Promise<readonly string[]> {
  const lines = linesOf(result).map((line) => [...line]);
  for (const [name, value] of Object.entries(change)) {
    const found = lines[unit];
    if (found !== undefined) found[COLUMNS.indexOf(name as (typeof COLUMNS)[number])] = value;
  }
  return check(await sealed(lines)).map(({ line, column, rule }) => `${line} ${column} ${rule}`);
}

/** With the first line and the last. */
async function sealed(lines: readonly (readonly string[])[]): Promise<readonly (readonly string[])[]> {
  const { createHash } = await import('node:crypto');
  const digest = createHash('sha256').update(lines.map(digestOf).join('')).digest('hex');
  const end = ['FIN', PLACE.session, PLACE.academy, String(lines.length), digest];
  return [COLUMNS, ...lines, COLUMNS.map((_, index) => end[index] ?? '')];
}

describe('An absence that was justified', () => {
  it('is a 0 of the average and no mark of the file, which is given', async () => {
    const units = RESULT.units.map((unit) =>
      unit.outcome === 'absent' ? { ...unit, outcome: 'excused' as const, halfPoints: 0 } : unit,
    );
    const lines = await fileOf({ ...RESULT, units });
    expect(check(lines)).toEqual([]);
    const cells = (name: (typeof COLUMNS)[number]) => lines.slice(1, -1).map((line) => line[COLUMNS.indexOf(name)]);
    expect(cells('issue')).toContain('ABSENCE-JUSTIFIEE');
    expect(cells('note')[cells('issue').indexOf('ABSENCE-JUSTIFIEE')]).toBe('');
  });
});

describe('A file of results', () => {
  it('says each unit of each candidate, and nothing is wrong with it', async () => {
    const other = { ...RESULT, number: 'BP24-00019-E', decision: 'ADMITTED', usageName: 'Durand' } as const;
    const lines = await fileOf(RESULT, other);
    expect(check(lines)).toEqual([]);
    expect(lines).toHaveLength(14);
    const [, first, second, , fourth] = lines;
    expect(first?.join(';')).toBe(
      'RES;bp-2024-clermont;clermont;1;BP24-00018-D;Martin;;Camille, Anne;09/02/1998;45033608;33608;PROGRESSIVE;AJOURNE;9,25;PV 2024-001;01/07/2024;U10;E1;4;N;NOTE;12,5;;O',
    );
    expect(second?.slice(16).join(';')).toBe('U20;;;N;REPORTEE;9,5;30/06/2021;N');
    expect(fourth?.slice(16).join(';')).toBe('U30;E3;2;N;ABSENT;;;N');
    expect(lines.map((line) => line.at(-1)).join('')).toBe('blocONNNNONNNNNN');
    expect(lines[13]?.slice(0, 4)).toEqual(['FIN', 'bp-2024-clermont', 'clermont', '12']);
  });

  it('without a candidate is a file still', async () => {
    expect(check(await fileOf())).toEqual([]);
  });
});

describe('The checker names each fault with its line, its column and its rule', () => {
  it.each([
    ['a value that is obligatory', 0, { nom_famille: '' }, ['2 nom_famille required', '3 nom_famille together']],
    ['a name that a spreadsheet takes for a formula', 0, { epreuve: '=E1' }, ['2 epreuve formula']],
    ['a code of no list', 1, { issue: 'PRESENT' }, ['3 issue code', '3 obtenue obtained', '3 note mark']],
    ['a mark of a quarter point', 0, { note: '10,25' }, ['2 note mark']],
    ['a mark above 20', 0, { note: '21' }, ['2 note mark']],
    ['a mark where there is none', 3, { note: '0' }, ['5 note mark']],
    ['no mark where there is one', 0, { note: '' }, ['2 note mark', '2 bloc block']],
    ['a mark kept since no day', 5, { obtenue: '' }, ['7 obtenue obtained']],
    ['a day of obtaining for a mark of this session', 0, { obtenue: '01/07/2024' }, ['2 obtenue obtained']],
    ['a mark obtained after the deliberation', 5, { obtenue: '02/07/2024' }, ['7 obtenue day']],
    ['a day that doesn’t exist', 5, { obtenue: '31/06/2022' }, ['7 obtenue day']],
    ['a block that is none', 3, { bloc: 'O' }, ['5 bloc block']],
    ['a block that isn’t said', 0, { bloc: 'N' }, ['2 bloc block']],
    ['an optional unit as a block', 2, { bloc: 'O' }, ['4 bloc block']],
    ['a unit twice', 1, { unite: 'U10' }, ['3 unite twice']],
    ['a type of no kind', 1, { type: 'X' }, ['3 type type', '8 publication count']],
    ['a coefficient in words', 0, { coefficient: 'deux' }, ['2 coefficient shape']],
    ['a coefficient of too many figures', 0, { coefficient: '1234' }, ['2 coefficient shape']],
    ['a coefficient of ten', 0, { coefficient: '10' }, []],
    ['a mark of a hundred and twenty', 0, { note: '120' }, ['2 note mark']],
    ['a mark of 20,5', 0, { note: '20,5' }, ['2 note mark']],
    ['another session', 5, { session: 'x' }, ['7 session same', '7 session together']],
  ] as const)('%s', async (_, unit, change, faults) => {
    expect(await changed(unit, change)).toEqual(faults);
  });

  it.each([
    ['birthDate', '2024-07-01', 'naissance day'],
    ['average', '9.25', 'moyenne average'],
    ['average', '20,01', 'moyenne average'],
    ['average', '120,00', 'moyenne average'],
    ['average', '9,255', 'moyenne average'],
    ['average', '1x,00', 'moyenne average'],
    ['average', '20,000', 'moyenne average'],
    ['publication', 0, 'publication shape'],
    ['publication', 10_000, 'publication shape'],
    ['speciality', 'x45033608', 'cfd shape'],
    ['speciality', '450336080', 'code_specialite shape'],
    ['speciality', '4503360', 'cfd shape'],
  ] as const)('what is wrong of a candidate, on each line: %s %s', async (name, value, fault) => {
    const wrong = { ...RESULT, [name]: name === 'birthDate' ? Temporal.PlainDate.from(String(value)) : value };
    const found = check(await fileOf(wrong)).map(({ line, column, rule }) => `${line} ${column} ${rule}`);
    expect(found.filter((one) => one.endsWith(fault))).toHaveLength(6);
  });

  it('a code of speciality that isn’t the end of the CFD', async () => {
    expect(await changed(5, { code_specialite: '33609' })).toEqual([
      '7 code_specialite speciality',
      '7 code_specialite together',
    ]);
  });

  it('a day with a figure too many, before it or after it', async () => {
    for (const naissance of ['109/02/1998', '09/02/19980'])
      expect(await changed(5, { naissance }), naissance).toContain('7 naissance day');
  });

  it('a candidate whose lines aren’t together', async () => {
    const [one, other] = [linesOf(RESULT), linesOf({ ...RESULT, number: 'BP24-00019-E' })];
    const mixed = [...one.slice(0, 2), ...other, ...one.slice(2)];
    expect(check(await sealed(mixed))).toEqual([{ line: 10, column: 'numero', rule: 'twice', value: 'BP24-00018-D' }]);
  });

  it('columns that miss or come in another order, and a line of too few values', async () => {
    const lines = await fileOf(RESULT);
    const swapped = [['session', 'type', ...COLUMNS.slice(2)], ...lines.slice(1)];
    expect(check(swapped).map(({ line, rule }) => `${line} ${rule}`)).toEqual(['1 columns']);
    const short = lines.map((line, index) => (index === 2 ? line.slice(1) : line));
    expect(check(short).map(({ line, rule, value }) => `${line} ${rule} ${value}`)).toEqual([
      '3 cells 23',
      '8 count 6',
      expect.stringMatching(/^8 digest /),
    ]);
  });

  it('a file that was cut, one that goes on after its end, and one of which a value was changed since', async () => {
    const lines = await fileOf(RESULT);
    expect(check(lines.slice(0, -1))).toEqual([{ line: 7, column: null, rule: 'end', value: '' }]);
    expect(check([])).toEqual([{ line: 0, column: null, rule: 'columns', value: '' }]);
    expect(check([...lines, lines[1] ?? []])).toEqual([{ line: 9, column: null, rule: 'end', value: '' }]);
    const touched = lines.map((line, index) => (index === 1 ? line.with(21, '13') : line));
    expect(check(touched).map(({ line, column, rule }) => `${line} ${column} ${rule}`)).toEqual(['8 numero digest']);
    const longer = lines.map((line, index) => (index === 7 ? line.with(1, 'x').with(9, 'x') : line));
    expect(check(longer).map(({ column, rule }) => `${column} ${rule}`)).toEqual(['cfd empty', 'session same']);
  });
});
