import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { MOST } from '../former.ts';
import { lineRules } from '../knownSpecialities.ts';
import { COLUMNS, placesIn } from './columns.ts';
import { readFile } from './readFile.ts';
import { type LineRules, numberIn } from './readLine.ts';

const rules = lineRules(await shippedCatalogue(), Temporal.PlainDate.from('2023-11-15'));
const HEAD = COLUMNS.map(({ headings }) => headings[0] ?? '');
const LINE = [
  '01216557741',
  "D'Urville",
  'Zoé, Marie',
  '30/05/1995',
  '45033608',
  '2023',
  '05/07/2023',
  'U10',
  '12,5',
  '',
];
const AT: Readonly<Record<string, number>> = Object.fromEntries(COLUMNS.map(({ name }, index) => [name, index]));
const line = (changes: Readonly<Record<string, string>> = {}): readonly string[] =>
  LINE.map((cell, index) => Object.entries(changes).find(([name]) => AT[name] === index)?.[1] ?? cell);

function reading(rows: readonly (readonly string[])[], given: LineRules = rules) {
  const file = readFile(given);
  const lines = rows.flatMap((row) => file.read(row) ?? []);
  return { ...file.end(), kept: lines, faulty: file.isFaulty() };
}
const faultsOf = (...rows: readonly (readonly string[])[]): readonly string[] =>
  reading([HEAD, ...rows]).faults.map(({ line: at, message }) => `${at}: ${message}`);

describe('A file of former results', () => {
  it('is read by its headings, in any order, with what people write otherwise', () => {
    const shuffled = [...HEAD].reverse();
    const read = reading([
      [],
      ['NOM DE FAMILLE', ...shuffled.filter((one) => one !== 'Nom de naissance')].map(
        (one) => ` ${one.toUpperCase()}  `,
      ),
      [
        LINE[1] ?? '',
        ...[...line({ speciality: '33608', unit: 'u10', session: 'Juin 2023', decision: 'AJOURNÉE' })]
          .reverse()
          .filter((_, index) => shuffled[index] !== 'Nom de naissance'),
      ],
      ['', ' '],
    ]);
    expect(read.faults).toEqual([]);
    expect(read.kept).toHaveLength(1);
    expect(read.kept[0]).toMatchObject({
      at: 3,
      number: '01216557741',
      birthName: "D'Urville",
      cfd: '45033608',
      year: 2023,
      unit: 'U10',
      outcome: 'mark',
      halfPoints: 25,
      decision: 'not-admitted',
    });
    expect([String(read.kept[0]?.birthDate), String(read.kept[0]?.obtainedOn), String(read.kept[0]?.until)]).toEqual([
      '1995-05-30',
      '2023-07-05',
      '2028-07-05',
    ]);
    expect([read.kept.length, read.persons, read.expired, read.unchecked, read.faulty]).toEqual([1, 1, 0, 0, false]);
  });

  it.each([
    [{ mark: '0' }, 'mark', 0, null],
    [{ mark: '20' }, 'mark', 40, null],
    [{ mark: 'A', decision: 'Admis' }, 'absent', null, 'admitted'],
    [{ mark: 'J', decision: 'non admis' }, 'excused', null, 'not-admitted'],
    [{ mark: 'dispensé', decision: 'admise' }, 'exempt', null, 'admitted'],
  ] as const)('reads %j', (changes, outcome, halfPoints, decision) => {
    const [read] = reading([HEAD, line(changes)]).kept;
    expect([read?.outcome, read?.halfPoints, read?.decision]).toEqual([outcome, halfPoints, decision]);
  });

  it.each([
    [{ mark: '10.25' }, /demi/],
    [{ mark: '21' }, /20/],
    [{ mark: '' }, /La note est vide/],
    [{ mark: 'bien' }, /note/i],
    [{ speciality: '99999999' }, /spécialité «.99999999.» n'est pas connue/],
    [{ speciality: '' }, /code de la spécialité est vide/],
    [{ unit: 'U99' }, /unité «.U99.» n'est pas de cette spécialité à la session 2023/],
    [{ unit: '' }, /L'unité est vide/],
    [{ obtainedOn: '16/11/2023' }, /16\/11\/2023 est dans l'avenir/],
    [{ obtainedOn: '31/02/2023' }, /date d'obtention «.31\/02\/2023.» ne se lit pas/],
    [{ obtainedOn: '' }, /date d'obtention est vide/],
    [{ obtainedOn: '05/07/2023', session: '2022' }, /après la session 2022/],
    [{ session: '2024' }, /session «.2024.» est à venir/],
    [{ session: 'juin' }, /session «.juin.» ne se lit pas/],
    [{ session: '12023' }, /ne se lit pas/],
    [{ session: `${'x'.repeat(30)} 2023` }, /ne se lit pas/],
    [{ session: '' }, /année de la session est vide/],
    [{ birthDate: '05/07/2023' }, /n'est pas avant la date d'obtention/],
    [{ birthDate: 'hier' }, /date de naissance «.hier.» ne se lit pas/],
    [{ birthDate: '29/02/1995' }, /date de naissance «.29\/02\/1995.» ne se lit pas/],
    [{ birthDate: '' }, /date de naissance est vide/],
    [{ birthName: '' }, /nom de naissance est vide/],
    [{ birthName: '***' }, /n'est pas un nom/],
    [{ birthName: 'Urville2' }, /n'est pas un nom/],
    [{ firstNames: 'Z'.repeat(101) }, /n'est pas un nom/],
    [{ firstNames: '' }, /prénom est vide/],
    [{ number: '' }, /numéro du candidat est vide/],
    [{ number: '12/34' }, /numéro «.12\/34.» ne se lit pas/],
    [{ number: '1'.repeat(21) }, /ne se lit pas/],
    [{ decision: 'peut-être' }, /décision «.peut-être.» ne se lit pas/],
    [{ decision: 'constructor' }, /décision «.constructor.» ne se lit pas/],
  ] as const)('says what is wrong with %j, and its line', (changes, sentence) => {
    const found = faultsOf(line(changes));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^2: /);
    expect(found[0]).toMatch(sentence);
  });

  it('takes a birth and a result of 29 February, and keeps the mark until the last of that month', () => {
    const [read] = reading([HEAD, line({ birthDate: '29/02/1996', obtainedOn: '29/02/2020', session: '2020' })]).kept;
    expect([String(read?.birthDate), String(read?.obtainedOn), String(read?.until)]).toEqual([
      '1996-02-29',
      '2020-02-29',
      '2025-02-28',
    ]);
  });

  it('says every fault at once, of one line and of all', () => {
    const found = faultsOf(line({ mark: '21', unit: 'U99', number: '' }), line(), line({ session: '2030' }));
    expect(found.map((one) => one.slice(0, 2))).toEqual(['2:', '2:', '2:', '4:']);
  });

  it('says the same line twice, and one number of two persons; the same unit at another session is another line', () => {
    expect(faultsOf(line(), line({ mark: '9' }))).toEqual([
      "3: L'unité U10 du candidat 01216557741 est déjà à la ligne 2 pour cette session. Gardez une seule des deux lignes.",
    ]);
    expect(faultsOf(line(), line({ unit: 'U20', birthDate: '31/05/1995' }))[0]).toMatch(
      /^3: Le numéro 01216557741 est à un autre nom .* ligne 2/,
    );
    expect(faultsOf(line(), line({ unit: 'U20', birthName: 'Autre' }))).toHaveLength(1);
    expect(faultsOf(line(), line({ unit: 'U20', firstNames: 'Autre' }))).toHaveLength(1);
    expect(faultsOf(line(), line({ unit: 'U20', birthName: 'DURVILLE', firstNames: 'ZOE MARIE' }))).toEqual([]);
    expect(faultsOf(line(), line({ session: '2022', obtainedOn: '05/07/2022' }), line({ number: '2' }))).toEqual([]);
  });

  it('wants its columns, each once, and a line', () => {
    const missing = reading([HEAD.filter((one) => one !== 'Note'), LINE]);
    expect(missing.faults).toEqual([{ line: null, message: expect.stringMatching(/Il manque la colonne «.Note.»/) }]);
    expect(reading([['a', 'b']]).faults[0]?.message).toMatch(/Il manque les colonnes «.Numéro candidat.», /);
    expect(
      reading([
        [...HEAD, 'Note sur 20'],
        [...LINE, '3'],
      ]).faults,
    ).toEqual([{ line: 1, message: expect.stringMatching(/«.Note.» est là deux fois/) }]);
    expect(reading([HEAD]).faults[0]?.message).toMatch(/aucune ligne/);
    expect(reading([]).faults[0]?.message).toMatch(/Le fichier est vide/);
    expect(reading([[' '], ['']]).faults).toHaveLength(1);
  });

  it('leaves out what nobody can keep any more, and counts it', () => {
    const last = reading([
      HEAD,
      line({ session: '2018', obtainedOn: '15/11/2018' }),
      line({ number: '2', session: '2018', obtainedOn: '14/11/2018' }),
    ]);
    expect([last.kept.map(({ number }) => number), last.expired, last.faultCount]).toEqual([['01216557741'], 1, 0]);
  });

  it('takes the unit of a speciality whose units nobody knows, and counts it', () => {
    const unknown = {
      today: rules.today,
      speciality: (code: string) => ({ cfd: code, keptYears: 5, step: 'half-point' as const, unitsAt: () => null }),
    };
    const read = reading([HEAD, line({ unit: 'ue-1' }), line({ unit: 'U 2' })], unknown);
    expect([read.kept.map(({ unit }) => unit), read.unchecked]).toEqual([['UE-1', 'U2'], 2]);
    expect(reading([HEAD, line({ unit: 'U_1' })], unknown).faultCount).toBe(1);
    expect(reading([HEAD, line({ unit: 'U'.repeat(13) })], unknown).faultCount).toBe(1);
  });

  it('keeps the first faults, and counts all; more lines than a file may have are one', () => {
    const many = reading([
      HEAD,
      ...Array.from({ length: MOST.faults + 5 }, (_, at) => line({ number: `${at}`, mark: '21' })),
    ]);
    expect([many.faults.length, many.faultCount, many.faulty]).toEqual([MOST.faults, MOST.faults + 5, true]);
    const few = readFile(rules, 2);
    for (const row of [HEAD, line(), line({ unit: 'U20' })]) few.read(row);
    expect(few.end().faults).toEqual([]);
    expect(few.read(line({ unit: 'U41' }))).toBeNull();
    expect([few.end().lines, few.end().faults.at(-1)?.message]).toEqual([3, expect.stringMatching(/plus de 2 lignes/)]);
  });

  it('knows a speciality by its eight figures or the last five, unless two share them', async () => {
    expect(rules.speciality('45033608')?.cfd).toBe('45033608');
    expect(rules.speciality('33608')?.cfd).toBe('45033608');
    expect(rules.speciality('3608')).toBeNull();
    const catalogue = await shippedCatalogue();
    const [first] = catalogue.specialities();
    if (first === undefined) throw new Error('the pack has specialities');
    const twin = { ...first, cfd: `999${first.cfd.slice(3)}` };
    const both = lineRules({ ...catalogue, specialities: () => [first, twin] }, rules.today);
    expect(both.speciality(first.cfd.slice(3))).toBeNull();
    expect(both.speciality(twin.cfd)?.cfd).toBe(twin.cfd);
  });

  it('reads each column under every heading that the former system or an office gives it', () => {
    const others = {
      number: ['N° candidat', 'Numéro de candidat'],
      birthName: ['Nom de famille'],
      firstNames: ['Prénom', 'Prénom(s)'],
      birthDate: ['Né le', 'Date naissance'],
      speciality: ['Spécialité'],
      session: ['Année'],
      obtainedOn: ['Date  du jury'],
      unit: ['Code unité'],
      mark: ['Note sur 20'],
      decision: ['Résultat'],
    };
    for (const [name, headings] of Object.entries(others))
      for (const heading of headings)
        expect([heading, placesIn(HEAD.with(AT[name] ?? 0, heading)).ok]).toEqual([heading, true]);
    expect(COLUMNS.map(({ headings }) => headings.length - 1)).toEqual(
      Object.values(others).map(({ length }) => length),
    );
  });

  it.each(['Ajourné', 'Ajournée', 'Non admis', 'non admise', 'Refusé', 'REFUSÉE'])(
    'reads %s as not admitted',
    (decision) => {
      expect(reading([HEAD, line({ decision })]).kept[0]?.decision).toBe('not-admitted');
    },
  );

  it('takes what is at the edge: a number of twenty signs, a name of a hundred, a mark of this very day', () => {
    const [read] = reading([
      HEAD,
      line({ number: '1'.repeat(20), birthName: `  ${'Z'.repeat(49)}   ${'Y'.repeat(50)} `, obtainedOn: '15/11/2023' }),
    ]).kept;
    expect([read?.number.length, read?.birthName]).toEqual([20, `${'Z'.repeat(49)} ${'Y'.repeat(50)}`]);
    expect(faultsOf(line({ session: `${'x'.repeat(15)} 2023` }))).toEqual([]);
  });

  it('says of each column where its heading comes from', () => {
    expect(COLUMNS.filter(({ source }) => source === 'ours').map(({ name }) => name)).toEqual([
      'session',
      'obtainedOn',
      'unit',
      'mark',
      'decision',
    ]);
    expect(placesIn(HEAD)).toMatchObject({ ok: true, places: { number: 0, decision: 9 } });
  });

  it('a number is read as it is written on paper', () => {
    expect([numberIn(' 012-1655 7741 '), numberIn('ab1'), numberIn(''), numberIn('é')]).toEqual([
      '01216557741',
      'AB1',
      null,
      null,
    ]);
  });
});
