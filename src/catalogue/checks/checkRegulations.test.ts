import { describe, expect, it } from 'vitest';
import { loadChanged } from '../testing/shipped.ts';
import { COIFFURE, ELECTRICIAN, expectFault, SPECIALITIES, type Spoiled } from '../testing/spoiled.ts';

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
  it.each(SPOILED)('$what', expectFault);

  it('two regulations of a speciality at one session: names the other file', async () => {
    const copy = 'exams/bp/regulations/45033608-coiffure-bis.yaml';
    const { faults } = await loadChanged(copy, () => REGULATION);
    expect(faults).toMatchObject([{ file: COIFFURE, line: 7, path: 'firstSession' }]);
    expect(faults[0]?.message).toContain(copy);
  });

  it('a session between two regulations, or after the last one, is no hole', async () => {
    const copy = 'exams/bp/regulations/45033608-coiffure-1997.yaml';
    const until = (last: number) => REGULATION.replace('lastSession: null', `lastSession: ${last}`);
    const gap = await loadChanged(copy, () => until(2010));
    expect(gap.faults).toMatchObject([{ file: copy, path: 'lastSession' }]);
    expect(gap.faults[0]?.message.replaceAll('\u00a0', ' ')).toContain("à partir de 2011 et jusqu'à 2012");
    const after = await loadChanged(COIFFURE, (text) => text.replace('lastSession: null', 'lastSession: 2024'));
    expect(after.faults[0]?.message.replaceAll('\u00a0', ' ')).toContain('à partir de 2025');
  });

  it('a duration that asks more of the shorter way', async () => {
    const exam = await loadChanged('exams/bp/exam.yaml', (text) =>
      text.replace('months: 24, source', 'months: 72, source'),
    );
    expect(exam.faults.map(({ path }) => path)).toEqual(['admission.practice.withListedDiploma.months']);
    const own = await loadChanged(COIFFURE, (text) =>
      text.replace('yearsWithListedDiploma: 2', 'yearsWithListedDiploma: 6'),
    );
    expect(own.faults.map(({ path }) => path)).toEqual(['conditions.yearsWithListedDiploma']);
  });

  it('two rows of one table for one unit, old or new', async () => {
    const { faults } = await loadChanged(COIFFURE, (text) =>
      text.replace('{ from: [ U12A ], to: U30A }', '{ from: [ U13A ], to: U41 }'),
    );
    expect(faults.map(({ path }) => path.replace(/.*styliste-visagiste"?\]?/, ''))).toHaveLength(2);
    for (const { message } of faults) expect(message).toContain('dans deux lignes de ce tableau');
  });

  it('two rules of one piece for one case', async () => {
    const { faults } = await loadChanged('exams/bp/pieces.yaml', (text) =>
      text.replace('{ fact: keepsMark, is: true }', '{ fact: carriesMark, is: true }'),
    );
    expect(faults.map(({ message }) => message.replaceAll('\u00a0', ' '))).toEqual([
      'Deux règles de cette pièce valent dans le même cas : réunissez-les.',
    ]);
  });

  it('but not one after the other', async () => {
    const { faults } = await loadChanged('exams/bp/regulations/45033608-coiffure-1997.yaml', () =>
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
