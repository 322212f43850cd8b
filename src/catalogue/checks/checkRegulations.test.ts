import { describe, expect, it } from 'vitest';
import type { Regulation } from '../schema/regulation.ts';
import { type Check, checkChanged, found, loadChanged, oneChanged, pathsFound } from '../testing/shipped.ts';
import { BOULANGER, COIFFURE, ELECTRICIAN, expectFinding, SPECIALITIES, type Spoiled } from '../testing/spoiled.ts';
import { checkConditions } from './checkConditions.ts';
import { checkPieces } from './checkPieces.ts';
import { checkRegulations } from './checkRegulations.ts';

const check: Check = (pack, known) => [
  ...checkRegulations(pack),
  ...checkConditions(pack),
  ...checkPieces(pack, known),
];

const SPOILED: readonly Spoiled[] = [
  {
    what: 'a unit written twice',
    file: COIFFURE,
    from: /- id: U20\n {4}code: U20/,
    to: '- id: U10\n    code: U20',
    at: '- id: U10',
    says: /L'unité « U10 » est écrite deux fois/,
    path: 'units[1].id',
  },
  {
    what: "a unit's code written twice",
    file: COIFFURE,
    from: /- id: U20\n {4}code: U20/,
    to: '- id: U20\n    code: U10',
    at: 'code: U10',
    says: /L'unité « U10 » est écrite deux fois/,
    path: 'units[1].code',
  },
  {
    what: 'a unit that is called as a phase of a test is',
    file: COIFFURE,
    from: /- id: U20\n {4}code: U20/,
    to: '- id: U20-P2\n    code: U20',
    at: '- id: U20-P2',
    says: /L'unité « U20-P2 » finit comme les phases d'une épreuve/,
    path: 'units[1].id',
  },
  {
    what: 'a phase that is all pause',
    file: COIFFURE,
    from: /- id: U20\n {4}code: U20/,
    to: '- id: U20\n    phases: [ { title: matin, minutes: 30, uncounted: 30 } ]\n    code: U20',
    at: 'phases: [ { title: matin, minutes: 30, uncounted: 30 } ]',
    says: /Toute cette phase serait de la pause/,
    path: 'units[1].phases[0].uncounted',
  },
  {
    what: 'a unit that is called as a replacement test is',
    file: COIFFURE,
    from: /- id: U20\n {4}code: U20/,
    to: '- id: U20-R\n    code: U20',
    at: '- id: U20-R',
    says: /L'unité « U20-R » finit par « -R », comme les épreuves de remplacement/,
    path: 'units[1].id',
  },
  {
    what: 'a choice of one',
    file: COIFFURE,
    from: /choiceGroup: E3-option(?![\s\S]*choiceGroup)/,
    to: 'choiceGroup: E3-autre',
    at: 'choiceGroup: E3-autre',
    says: /« E3-autre » n'a qu'une unité/,
  },
  {
    what: 'an exemption of no unit',
    file: COIFFURE,
    from: 'units: [ U20 ]',
    to: 'units: [ U99 ]',
    at: 'U99',
    says: /L'unité « U99 »/,
    path: 'unitExemptions[1].units[0]',
  },
  {
    what: 'an equivalence to no unit',
    file: COIFFURE,
    from: '{ from: [ U12A ], to: U30A }',
    to: '{ from: [ U12A ], to: U31A }',
    at: 'U31A',
    says: /L'unité « U31A »/,
  },
  {
    what: 'two old units that are not said to be merged',
    file: COIFFURE,
    from: '{ from: [ U11A, U20A ], to: U10, merge: true }',
    to: '{ from: [ U11A, U20A ], to: U10 }',
    at: '{ from: [ U11A, U20A ], to: U10 }',
    says: /se fusionnent/,
  },
  {
    what: 'a criterion written twice on a sheet',
    file: BOULANGER,
    from: '{ id: C5, part:',
    to: '{ id: C1, part:',
    at: 'id: C1',
    says: /critère « C1 » est écrit deux fois/,
    path: 'units[0].evaluation.criteria[4].id',
  },
  {
    what: 'a sheet whose points are not those that its source prints',
    file: BOULANGER,
    from: 'total: 240',
    to: 'total: 200',
    at: 'total: 200',
    says: /fiche est 200.*font 240 points/,
    path: 'units[0].evaluation.total',
  },
  {
    what: 'a part that another jury marks and no criterion is of',
    file: BOULANGER,
    from: 'apart: [ Phase de dégustation ]',
    to: 'apart: [ Dégustation ]',
    at: '[ Dégustation ]',
    says: /Aucun critère.*partie « Dégustation »/,
    path: 'units[0].evaluation.apart[0]',
  },
  {
    what: 'a sheet of which another jury marks everything',
    file: BOULANGER,
    from: 'apart: [ Phase de dégustation ]',
    to: `apart: [ ${["d'organisation du travail", 'de transformation et de fabrication', "d'argumentation commerciale", 'de présentation', 'de dégustation'].map((part) => `Phase ${part}`).join(', ')} ]`,
    at: 'apart:',
    says: /note certaines parties de la fiche, pas toutes/,
    path: 'units[0].evaluation.apart',
  },
  ...(
    [
      ['one level', ['TB 3'], /au moins deux niveaux/, ''],
      ['levels that do not go down', ['TB 3', 'B 3', 'I 1'], /du meilleur au moins bon/, '[1].value'],
      ['levels that go up', ['TB 3', 'B 1', 'I 2'], /du meilleur au moins bon/, '[2].value'],
      ['a best level of nothing', ['TB 0', 'B 0'], /Le meilleur niveau vaut plus que 0/, '[0].value'],
    ] as const
  ).map(
    ([what, levels, says, path]): Spoiled => ({
      what,
      file: BOULANGER,
      from: "version: '2012'",
      to: `version: '2012'\n      levels: [ ${levels
        .map((level) => level.split(' '))
        .map(([code, value]) => `{ code: ${code}, label: ${code}, value: ${value} }`)
        .join(', ')} ]`,
      at: 'levels',
      says,
      path: `units[0].evaluation.levels${path}`,
    }),
  ),
  {
    what: 'a total that the figures do not make',
    file: COIFFURE,
    from: 'totalCoefficient: 32',
    to: 'totalCoefficient: 33',
    at: 'totalCoefficient: 33',
    says: /imprimé est 33.*font 32/,
  },
  {
    what: 'a language without its unit',
    file: COIFFURE,
    from: 'compulsoryLanguage: false',
    to: 'compulsoryLanguage: true',
    at: 'compulsoryLanguage: true',
    says: /ne dit pas la même chose que les unités/,
  },
  {
    what: 'complete, without any unit',
    file: ELECTRICIAN,
    from: 'unitsComplete: false',
    to: 'unitsComplete: true',
    at: 'unitsComplete: true',
    says: /n'a aucune unité/,
  },
  {
    what: 'years the wrong way round',
    file: COIFFURE,
    from: 'lastSession: null',
    to: 'lastSession: 2012',
    at: 'lastSession: 2012',
    says: /avant la première/,
  },
  {
    what: 'a scaffolding unit of no regulation',
    file: SPECIALITIES,
    from: 'noticeLabel: Couvreur\n    units: null',
    to: 'noticeLabel: Couvreur\n    units: [ U12, U99 ]',
    at: 'U99',
    says: /L'unité « U99 »/,
  },
];

describe('A regulation that does not hold together', () => {
  it.each(SPOILED)('$what', expectFinding(check));

  it('two regulations of a speciality at one session: names the other file', async () => {
    const copy = 'exams/bp/regulations/45033608-coiffure-bis.yaml';
    const { faults } = await loadChanged(copy, () => REGULATION);
    expect(faults).toMatchObject([{ file: COIFFURE, line: 7, path: 'firstSession' }]);
    expect(faults[0]?.message).toContain(copy);
  });

  it('a session between two regulations, or after the last one, is no hole', async () => {
    const copy = 'exams/bp/regulations/45033608-coiffure-1997.yaml';
    const until = (last: number) => REGULATION.replace('lastSession: null', `lastSession: ${last}`);
    const gap = await checkChanged(check, copy, () => until(2010));
    expect(gap.faults).toMatchObject([{ file: copy, path: 'lastSession' }]);
    expect(gap.faults[0]?.message.replaceAll('\u00a0', ' ')).toContain("à partir de 2011 et jusqu'à 2012");
    const after = await checkChanged(check, COIFFURE, (text) => text.replace('lastSession: null', 'lastSession: 2024'));
    expect(after.faults[0]?.message.replaceAll('\u00a0', ' ')).toContain('à partir de 2025');
  });

  it('a duration that asks more of the shorter way', async () => {
    const exam = await checkChanged(check, 'exams/bp/exam.yaml', (text) =>
      text.replace('months: 24, source', 'months: 72, source'),
    );
    expect(exam.faults.map(({ path }) => path)).toEqual(['admission.practice.withListedDiploma.months']);
    const own = await checkChanged(check, COIFFURE, (text) =>
      text.replace('yearsWithListedDiploma: 2', 'yearsWithListedDiploma: 6'),
    );
    expect(own.faults.map(({ path }) => path)).toEqual(['conditions.yearsWithListedDiploma']);
  });

  it('two rows of one table for one unit, old or new', async () => {
    const { faults } = await checkChanged(check, COIFFURE, (text) =>
      text.replace('{ from: [ U12A ], to: U30A }', '{ from: [ U13A ], to: U41 }'),
    );
    expect(faults.map(({ path }) => path.replace(/.*styliste-visagiste"?\]?/, ''))).toHaveLength(2);
    for (const { message } of faults) expect(message).toContain('dans deux lignes de ce tableau');
  });

  it('two rules of one piece for one case', async () => {
    const { faults } = await checkChanged(check, 'exams/bp/pieces.yaml', (text) =>
      text.replace('{ fact: keepsMark, is: true }', '{ fact: carriesMark, is: true }'),
    );
    expect(faults.map(({ message }) => message.replaceAll('\u00a0', ' '))).toEqual([
      'Deux règles de cette pièce valent dans le même cas : réunissez-les.',
    ]);
  });

  it('but not one after the other', async () => {
    const { faults } = await checkChanged(check, 'exams/bp/regulations/45033608-coiffure-1997.yaml', () =>
      REGULATION.replace('lastSession: null', 'lastSession: 2012'),
    );
    expect(faults).toEqual([]);
  });
});

const REGULATION = `cfd: '45033608'
title: Coiffure
order: null
firstSession: null
lastSession: null
unitsComplete: false
completeness: Rien.
units: []
compulsoryLanguage: null
optionalLanguage: null
maxOptionalUnits: null
sources: [essai]
`;

describe('A sheet', () => {
  it('judges by words, from the best to the worst', async () => {
    const { faults } = await checkChanged(check, BOULANGER, (text) =>
      text.replace(
        "version: '2012'",
        "version: '2012'\n      levels: [ { code: TB, label: Très bien, value: 3 }, { code: B, label: Bien, value: 2 }, { code: TI, label: Très insuffisant, value: 0 } ]",
      ),
    );
    expect(faults).toEqual([]);
  });
});

describe('A regulation', () => {
  const of = (change: (one: Regulation) => Regulation, checked: Check = checkRegulations) =>
    pathsFound(
      checked,
      'regulations',
      oneChanged(({ cfd }) => cfd === '45033608', change),
    );
  it('may serve one session alone, and none backwards', async () => {
    const years = (firstSession: number | null, lastSession: number | null) =>
      pathsFound(checkRegulations, 'regulations', ([one]) =>
        one === undefined ? [] : [{ ...one, firstSession, lastSession }],
      );
    expect(await years(2024, 2023)).toContain('lastSession');
    for (const found of [await years(2024, 2024), await years(null, 2024)]) expect(found).not.toContain('firstSession');
    expect(await years(null, null)).toEqual([]);
  });
  it('is alone at each of its sessions, whichever is written first', async () => {
    const two = (one: readonly [number | null, number | null], other: readonly [number | null, number | null]) =>
      pathsFound(checkRegulations, 'regulations', ([first]) =>
        first === undefined
          ? []
          : [one, other].map(([firstSession, lastSession]) => ({ ...first, firstSession, lastSession })),
      );
    for (const [one, other] of [
      [
        [null, 2020],
        [2020, null],
      ],
      [
        [2020, null],
        [null, 2020],
      ],
      [
        [null, null],
        [2000, 2001],
      ],
      [
        [2000, 2001],
        [null, null],
      ],
    ] as const)
      expect(await two(one, other)).toContain('firstSession');
    expect([await two([null, 2019], [2020, null]), await two([2020, null], [null, 2019])]).toEqual([[], []]);
    expect(await two([2020, null], [null, 2018])).toEqual(['lastSession']);
  });
  it('says the same of its optional language as its units, where it says anything', async () => {
    const withoutLanguage = (one: Regulation) => one.units.filter(({ kind }) => kind !== 'LV_OPTIONAL');
    expect(await of((one) => ({ ...one, optionalLanguage: true, units: withoutLanguage(one) }))).toContain(
      'optionalLanguage',
    );
    expect(await of((one) => ({ ...one, optionalLanguage: false }))).toContain('optionalLanguage');
    expect(await of((one) => ({ ...one, optionalLanguage: null }))).not.toContain('optionalLanguage');
    const incomplete = { unitsComplete: false, totalCoefficient: null, optionalLanguage: true };
    expect(await of((one) => ({ ...one, ...incomplete, units: withoutLanguage(one) }))).not.toContain(
      'optionalLanguage',
    );
  });
  it('has one row for one unit, at the field that repeats it', async () => {
    const rows = (change: (rows: Rows) => Rows) =>
      of((one) => ({
        ...one,
        equivalences: { ...found(one.equivalences), tables: { essai: change([...EQUIVALENT]) } },
      }));
    const EQUIVALENT: Rows = [
      { from: ['A'], to: 'U10', merge: false },
      { from: ['B'], to: 'U20', merge: false },
    ];
    const field = async (change: (rows: Rows) => Rows) =>
      (await rows(change)).map((path) => path.replace('equivalences.tables.essai', ''));
    const second = (changes: Partial<Rows[number]>) => (all: Rows) =>
      all.map((row, index) => (index === 1 ? { ...row, ...changes } : row));
    expect(await field(second({}))).toEqual([]);
    expect(await field(second({ from: ['A'] }))).toEqual(['[1].from']);
    expect(await field(second({ to: 'U10' }))).toEqual(['[1].to']);
    expect(await field(second({ merge: true }))).toEqual(['[1].from']);
    expect(await field(second({ to: 'U99' }))).toEqual(['[1].to']);
  });
  it('has durations of which the shorter way is not longer, where both are said', async () => {
    const own = (conditions: Partial<NonNullable<Regulation['conditions']>>) =>
      of((one) => ({ ...one, conditions: { ...found(one.conditions), ...conditions } }), checkConditions);
    expect(await own({ yearsWithListedDiploma: 5, yearsWithoutDiploma: 5 })).toEqual([]);
    expect(await own({ yearsWithListedDiploma: 2, monthsWithSpecialContract: 24 })).toEqual([]);
    expect(await own({ yearsWithListedDiploma: 2, monthsWithSpecialContract: 25 })).toEqual([
      'conditions.monthsWithSpecialContract',
    ]);
    expect(await own({ yearsWithListedDiploma: null, monthsWithSpecialContract: 25 })).toEqual([]);
    expect(await own({ monthsWithBacPro: [12, 6] })).toEqual(['conditions.monthsWithBacPro']);
    expect([await own({ monthsWithBacPro: null }), await own({ yearsWithListedDiploma: null })]).toEqual([[], []]);
    const practice = async (which: string, months: object) =>
      pathsFound(checkConditions, 'exams', (all) =>
        all.map((one) => {
          const { practice: said } = one.admission as unknown as { readonly practice: Record<string, object> };
          return {
            ...one,
            admission: { ...one.admission, practice: { ...said, [which]: { ...said[which], ...months } } },
          } as typeof one;
        }),
      );
    expect(await practice('withSpecialContract', { months: 999 })).toEqual([
      'admission.practice.withSpecialContract.months',
    ]);
    expect(await practice('withBacPro', { floorMonths: 13, months: 12 })).toEqual([
      'admission.practice.withBacPro.floorMonths',
    ]);
    expect(await practice('withBacPro', { months: 999 })).toEqual(['admission.practice.withBacPro.months']);
    const none = await pathsFound(checkConditions, 'exams', (all) =>
      all.map(({ admission: { practice: _practice, ...admission }, ...one }) => ({ ...one, admission })),
    );
    expect(none).toEqual([]);
  });
  it('has the units for which its speciality asks for R.408', async () => {
    const macon = (units: readonly string[] | null) =>
      pathsFound(
        checkRegulations,
        'specialities',
        oneChanged(
          ({ cfd }) => cfd === '45023216',
          (one) => ({ ...one, scaffolding: { ...found(one.scaffolding), units } }) as typeof one,
        ),
      );
    // U30A is of Coiffure alone.
    expect([await macon(['U10', 'U30A']), await macon(['U10']), await macon(null)]).toEqual([
      ['scaffolding.units[1]'],
      [],
      [],
    ]);
  });
});

type Rows = NonNullable<NonNullable<Regulation['equivalences']>['tables']>[string];
