import { describe, expect, it } from 'vitest';
import { capCatalogue, shippedCatalogue } from '../../testing/catalogue.ts';
import {
  academiesIn,
  academiesOf,
  carrying,
  choiceIn,
  choiceOf,
  choicesOf,
  choosing,
  choosingWhatIsThere,
  examsIn,
  isPlain,
  type Scope,
  scopeOf,
  sessionsIn,
} from './scope.ts';

/** Clermont holds the BP and the CAP, Lyon the BP alone. */
const house = await capCatalogue('lyon');
/** One exam, one academy. */
const alone = await shippedCatalogue();
const LYON = 'inscriptions.lyon.exemple.fr';

const said = ({ exam, academy, fixed, offerings }: Scope) => ({
  exam: exam?.code ?? null,
  academy: academy?.code ?? null,
  fixed,
  offerings: offerings.map((one) => `${one.exam.code} ${one.academy.code}`),
});
const codes = (all: readonly { readonly code: string }[]): readonly string[] => all.map(({ code }) => code);
const ALL = ['bp clermont', 'bp lyon', 'cap clermont'];

describe('What a visitor looks at', () => {
  it.each([
    ['nothing chosen', {}, { exam: null, academy: null, fixed: false, offerings: ALL }],
    ['an exam', { exam: 'bp' }, { exam: 'bp', academy: null, fixed: false, offerings: ['bp clermont', 'bp lyon'] }],
    [
      'an exam that one academy holds',
      { exam: 'cap' },
      { exam: 'cap', academy: 'clermont', fixed: false, offerings: ['cap clermont'] },
    ],
    [
      'an academy of one exam',
      { academy: 'lyon' },
      { exam: 'bp', academy: 'lyon', fixed: false, offerings: ['bp lyon'] },
    ],
    [
      'an academy of both',
      { academy: 'clermont' },
      { exam: null, academy: 'clermont', fixed: false, offerings: ['bp clermont', 'cap clermont'] },
    ],
    [
      'both',
      { exam: 'bp', academy: 'clermont' },
      { exam: 'bp', academy: 'clermont', fixed: false, offerings: ['bp clermont'] },
    ],
    [
      'what is not there',
      { exam: 'bac', academy: 'paris' },
      { exam: null, academy: null, fixed: false, offerings: ALL },
    ],
    [
      'an exam that the academy chosen does not hold: the exam stands',
      { exam: 'cap', academy: 'lyon' },
      { exam: 'cap', academy: 'clermont', fixed: false, offerings: ['cap clermont'] },
    ],
    ["an academy's name", { host: LYON }, { exam: 'bp', academy: 'lyon', fixed: true, offerings: ['bp lyon'] }],
    [
      "an academy's name, whatever is chosen",
      { host: LYON, exam: 'cap', academy: 'clermont' },
      { exam: 'bp', academy: 'lyon', fixed: true, offerings: ['bp lyon'] },
    ],
    ['another name', { host: 'localhost:3000' }, { exam: null, academy: null, fixed: false, offerings: ALL }],
  ] as const)('%s', (_, asked, scope) => {
    expect(said(scopeOf(house, asked))).toEqual(scope);
  });
  it('is the one exam of the one academy where there is no other', () => {
    expect(said(scopeOf(alone, {}))).toMatchObject({ exam: 'bp', academy: 'clermont', fixed: false });
  });
});

describe('What may be chosen', () => {
  const choices = (asked: Parameters<typeof scopeOf>[1]) => {
    const { exams, academies } = choicesOf(house, scopeOf(house, asked));
    return { exams: codes(exams), academies: codes(academies) };
  };
  it('is every exam and academy, each once', () => {
    expect(choices({})).toEqual({ exams: ['bp', 'cap'], academies: ['clermont', 'lyon'] });
  });
  it('with an exam is the academies that hold it', () => {
    expect(choices({ exam: 'cap' })).toEqual({ exams: ['bp', 'cap'], academies: ['clermont'] });
    expect(choices({ exam: 'bp' }).academies).toEqual(['clermont', 'lyon']);
  });
  it('under the name of an academy is its exams, and no other academy', () => {
    expect(choices({ host: LYON })).toEqual({ exams: ['bp'], academies: [] });
  });
});

describe('What an address must say', () => {
  it.each([
    [{}, {}],
    [{ exam: 'cap' }, { examen: 'cap', academie: 'clermont' }],
    [{ exam: 'bp' }, { examen: 'bp' }],
    [{ academy: 'clermont' }, { academie: 'clermont' }],
  ])('of %o is %o', (asked, choice) => {
    expect(choiceOf(house, scopeOf(house, asked))).toEqual(choice);
  });
  it('is nothing where the house has one of each', () => {
    expect(choiceOf(alone, scopeOf(alone, {}))).toEqual({});
  });
});

describe('Of it', () => {
  const whole = scopeOf(house, {});
  const lyon = scopeOf(house, { academy: 'lyon' });
  it('the sessions are those of its exams in its academies, in its order', () => {
    expect(codes(sessionsIn(house, lyon))).toEqual(['bp-2024-lyon']);
    const all = sessionsIn(house, whole).map(({ exam, academy }) => `${exam} ${academy}`);
    expect([...new Set(all)]).toEqual(ALL);
  });
  it('the academies and the exams are each said once', () => {
    expect(codes(academiesIn(whole))).toEqual(['clermont', 'lyon']);
    expect(codes(academiesIn(lyon))).toEqual(['lyon']);
    expect(codes(examsIn(whole))).toEqual(['bp', 'cap']);
    const [bp, cap] = examsIn(whole);
    if (bp === undefined || cap === undefined) throw new Error('no exams');
    expect(codes(academiesOf(whole, bp))).toEqual(['clermont', 'lyon']);
    expect(codes(academiesOf(whole, cap))).toEqual(['clermont']);
  });
});

describe('An address', () => {
  it.each([
    ['/aide', { examen: 'bp' }, '/aide?examen=bp'],
    ['/aide?examen=cap&page=2', { examen: 'bp' }, '/aide?examen=bp&page=2'],
    ['/aide?examen=cap&academie=lyon', { examen: null }, '/aide?academie=lyon'],
    ['/aide?examen=cap', { examen: null }, '/aide'],
    ['/aide?examen=cap', {}, '/aide?examen=cap'],
  ])('%s with %o is %s', (address, choice, chosen) => {
    expect(choosing(address, choice)).toBe(chosen);
  });
  it('carries its choice to forms and to other pages, and nothing else of it', () => {
    expect(choiceIn('/calendrier?academie=lyon&page=2')).toEqual({ academie: 'lyon' });
    expect(choiceIn('/calendrier')).toEqual({});
    expect(carrying('/contact', '/calendrier?examen=bp&academie=lyon&page=2')).toBe('/contact?examen=bp&academie=lyon');
    expect(carrying('/contact', '/calendrier')).toBe('/contact');
  });
  it.each([
    ['/calendrier', true],
    ['/calendrier?examen=bp', true],
    ['/calendrier?examen=cap&academie=lyon', true],
    ['/calendrier?examen=bp&page=2', false],
    ['/calendrier?page=2', false],
  ])('%s says nothing but a choice: %s', (address, plain) => {
    expect(isPlain(address)).toBe(plain);
  });
  it.each([
    ['/calendrier?examen=bp&academie=lyon', '/calendrier?examen=bp&academie=lyon'],
    ['/calendrier?examen=bac', '/calendrier'],
    ['/calendrier?examen=&academie=lyon', '/calendrier?academie=lyon'],
    ['/specialites?examen=bp&academie=paris&metier=coiffure', '/specialites?examen=bp&metier=coiffure'],
  ])('%s, without a choice that isn’t there, is %s', (address, meant) => {
    expect(choosingWhatIsThere(house, address)).toBe(meant);
  });
});
