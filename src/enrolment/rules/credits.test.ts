import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../catalogue/index.ts';
import {
  type Credit,
  type CreditRules,
  countedUnits,
  exemptionsOf,
  groundsFor,
  judgeCredit,
  mayCarry,
  refuseGround,
  slotsToSit,
} from './credits.ts';
import { slotsOf } from './slots.ts';
import { averageToAimFor as aimFor, type CountedUnit } from './target.ts';

const averageToAimFor = (units: readonly CountedUnit[]) => aimFor(units, 20);

const day = Temporal.PlainDate.from;
const unit = (id: string, changes: Partial<Unit> = {}): Unit => ({
  id,
  code: id,
  test: null,
  title: id,
  coefficient: 5,
  mode: null,
  duration: null,
  kind: 'PRO',
  source: null,
  confidence: 'official',
  ...changes,
});
const coiffure: CreditRules['regulation'] = {
  firstSession: 2013,
  units: [
    unit('U10', { coefficient: 6 }),
    unit('U30A', { choiceGroup: 'E3' }),
    unit('U30B', { choiceGroup: 'E3' }),
    unit('U60', { kind: 'GENERAL', title: 'Expression et connaissance du monde', coefficient: 3 }),
    unit('U70', { kind: 'GENERAL', title: 'Mathématiques', coefficient: 1 }),
    unit('UF', { kind: 'LV_OPTIONAL', coefficient: null }),
  ],
  unitExemptions: [
    {
      diploma: 'MC Coloriste-permanentiste',
      units: ['U10'],
      mode: 'sur demande',
      source: null,
      confidence: 'official',
    },
  ],
};
const slots = slotsOf(coiffure);
const [u10, e3, u60, u70] = slots;
if (!u10 || !e3 || !u60 || !u70) throw new Error('four compulsory slots');

const rules: CreditRules = {
  form: 'PROGRESSIVE',
  handicap: false,
  today: day('2023-11-15'),
  examStartsOn: day('2024-06-03'),
  keptMarkYears: 5,
  keptFrom: 20,
  pass: { average: 20, professional: null },
  source: "Code de l'éducation, D337-107",
  correspondenceSource: "Code de l'éducation, D337-108",
  handicapSource: "code de l'éducation, articles D351-27 à D351-31",
  carriedIn: ['PROGRESSIVE'],
  exemptionBasis: 'order',
  grounds: [
    {
      code: 'baccalaureate',
      label: 'bac',
      covers: 'general-expression-and-language',
      basis: 'order',
      judged: false,
      source: 'x',
    },
    { code: 'speciality', label: 'titre', covers: 'speciality-list', basis: 'both', judged: false, source: 'x' },
    { code: 'vae', label: 'VAE', covers: 'any', basis: 'both', judged: false, source: 'x' },
    { code: 'notice-level', label: 'niveau', covers: 'any', basis: 'notice', judged: true, source: 'x' },
  ],
  regulation: coiffure,
};
const mark = (
  choice: 'keep' | 'carry',
  halfPoints: number,
  obtainedOn = '2022-07-05',
  option: string | null = null,
): Credit => ({ choice, halfPoints, obtainedOn: day(obtainedOn), option });

describe('Bénéfice de note', () => {
  it('« conserver une note égale ou supérieure à 10/20 »', () => {
    expect(judgeCredit(u10, mark('keep', 20), rules)).toBeNull();
    expect(judgeCredit(u10, mark('keep', 19), rules)).toBe('mark-below-ten');
  });

  it("« La durée de validité du bénéfice est de 5 ans à compter de la date d'obtention de la note »", () => {
    expect(judgeCredit(u10, mark('keep', 24, '2019-07-03'), rules)).toBeNull();
    expect(judgeCredit(u10, mark('keep', 24, '2019-06-01'), rules)).toBeNull();
    expect(judgeCredit(u10, mark('keep', 24, '2019-05-31'), rules)).toBe('mark-too-old');
    expect(judgeCredit(u10, mark('keep', 24, '2023-11-16'), rules)).toBe('mark-in-the-future');
  });

  it('of 29 February lives until 28 February five years later', () => {
    const leap = { ...rules, examStartsOn: day('2025-02-28') };
    expect(judgeCredit(u10, mark('keep', 24, '2020-02-29'), leap)).toBeNull();
    expect(judgeCredit(u10, mark('keep', 24, '2020-02-29'), { ...leap, examStartsOn: day('2025-03-01') })).toBe(
      'mark-too-old',
    );
  });

  it('on a choice of units says which one the mark is for', () => {
    expect(judgeCredit(e3, mark('keep', 24), rules)).toBe('option-missing');
    expect(judgeCredit(e3, mark('keep', 24, '2022-07-05', 'U30B'), rules)).toBeNull();
    expect(judgeCredit(e3, mark('keep', 24, '2022-07-05', 'U10'), rules)).toBe('option-missing');
  });
});

describe('Report de note', () => {
  it('is for marks below ten, in the progressive form (D337-115)', () => {
    expect(judgeCredit(u10, mark('carry', 19), rules)).toBeNull();
    expect(judgeCredit(u10, mark('carry', 20), rules)).toBe('mark-of-ten-or-more');
    expect(judgeCredit(u10, mark('carry', 19), { ...rules, form: 'GLOBAL' })).toBe('carry-needs-progressive');
  });
  it('is open to a handicapped candidate in the globale form too (D351-27)', () => {
    expect(judgeCredit(u10, mark('carry', 19), { ...rules, form: 'GLOBAL', handicap: true })).toBeNull();
  });
});

describe("Dispense d'épreuve", () => {
  const codes = (slot: typeof u10, basis: 'order' | 'notice'): readonly string[] =>
    groundsFor(slot, { ...rules, exemptionBasis: basis }).map((ground) => ground.code);

  it('for the holder of a bac covers expression and the language, nothing else (order of 6 November 2019)', () => {
    expect(codes(u60, 'order')).toContain('baccalaureate');
    expect(codes(u70, 'order')).not.toContain('baccalaureate');
    expect(codes(u10, 'order')).not.toContain('baccalaureate');
  });
  it("of the speciality's own order covers the units it names", () => {
    expect(codes(u10, 'order')).toContain('speciality');
    expect(codes(u60, 'order')).not.toContain('speciality');
  });
  it('by the notice covers any unit, when the session says so', () => {
    expect(codes(u70, 'notice')).toEqual(['vae', 'notice-level']);
    expect(codes(u70, 'order')).toEqual(['vae']);
  });
  it('is refused on a ground that is not for this unit', () => {
    expect(judgeCredit(u70, { choice: 'exempt', ground: 'baccalaureate' }, rules)).toBe('ground-not-for-this-unit');
    expect(judgeCredit(u60, { choice: 'exempt', ground: 'baccalaureate' }, rules)).toBeNull();
  });
  it('takes the coefficient out of the average, whatever mark was there before', () => {
    const exempted = averageToAimFor(
      countedUnits(slots, new Map<string, Credit>([['U60', { choice: 'exempt', ground: 'baccalaureate' }]])),
    );
    const without = averageToAimFor(
      countedUnits(
        slots.filter((slot) => slot.id !== 'U60'),
        new Map(),
      ),
    );
    expect(exempted).toEqual(without);
  });
});

describe('What is left to sit', () => {
  it('is every compulsory unit without credit; a choice of units counts once, optional units not at all', () => {
    expect(slots.map((slot) => slot.id)).toEqual(['U10', 'E3', 'U60', 'U70']);
    expect(slotsToSit(slots, new Map([['U10', mark('keep', 24)]])).map((slot) => slot.id)).toEqual([
      'E3',
      'U60',
      'U70',
    ]);
  });
  it('needs a lower average the better the marks kept', () => {
    const needed = (halfPoints: number): number => {
      const target = averageToAimFor(countedUnits(slots, new Map([['U10', mark('keep', halfPoints)]])));
      return target?.known ? target.numerator / target.denominator : Number.NaN;
    };
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 39 }), (half) => {
        expect(needed(half + 1)).toBeLessThan(needed(half));
      }),
    );
  });
});

describe('The edges of a credit', () => {
  it('a unit to be sat has nothing to refuse', () => {
    expect(judgeCredit(e3, { choice: 'sit' }, rules)).toBeNull();
  });
  it('a mark of today is not in the future', () => {
    const credit = (obtainedOn: string): Credit => ({
      choice: 'keep',
      halfPoints: 20,
      obtainedOn: day(obtainedOn),
      option: null,
    });
    expect(judgeCredit(u10, credit('2023-11-15'), rules)).toBeNull();
    expect(judgeCredit(u10, credit('2023-11-16'), rules)).toBe('mark-in-the-future');
  });
  it('a ground that the pack has not is not granted', () => {
    expect(refuseGround(u60, 'foreign', rules)).toBe('not-at-this-session');
  });
  it('one unit of a choice is enough to be exempted of it', () => {
    const expression = unit('X', { kind: 'GENERAL', title: 'Expression française' });
    const choice = { id: 'choice', units: [expression, unit('Y')] } as const;
    expect(refuseGround(choice, 'baccalaureate', rules)).toBeNull();
    const [own] = coiffure.unitExemptions;
    const regulation = { unitExemptions: own === undefined ? [] : [{ ...own, units: ['U30B'] }] };
    expect(exemptionsOf(e3, regulation)).toHaveLength(1);
    expect(exemptionsOf(u10, regulation)).toEqual([]);
  });
  it('expression is a general unit: a professional one of that name is none', () => {
    const slot = { id: 'X', units: [unit('X', { title: 'Expression plastique' })] } as const;
    expect(refuseGround(slot, 'baccalaureate', rules)).toBe('expression-and-language-only');
    const language = { id: 'L', units: [unit('L', { kind: 'LV_COMPULSORY' })] } as const;
    expect(refuseGround(language, 'baccalaureate', rules)).toBeNull();
  });
  it('the account leaves exempted units out, and weighs the option that was taken', () => {
    const [a, b] = [unit('A', { choiceGroup: 'E3', coefficient: 5 }), unit('B', { choiceGroup: 'E3', coefficient: 4 })];
    const two = slotsOf({ units: [a, b, unit('C', { coefficient: 2 })] });
    const kept: Credit = { choice: 'keep', halfPoints: 24, obtainedOn: day('2022-07-05'), option: 'B' };
    expect(countedUnits(two, new Map([['E3', kept]]))).toEqual([
      { coefficient: 4, halfPoints: 24 },
      { coefficient: 2, halfPoints: null },
    ]);
    expect(countedUnits(two, new Map<string, Credit>([['E3', { ...kept, option: null }]]))[0]?.coefficient).toBeNull();
    expect(countedUnits(two, new Map<string, Credit>([['C', { choice: 'exempt', ground: 'vae' }]]))).toEqual([
      { coefficient: null, halfPoints: null },
    ]);
  });
});

describe('A mark that is too low to be kept is carried', () => {
  const asked = { form: 'GLOBAL', handicap: false, keptFrom: 20, carriedIn: ['PROGRESSIVE'] } as const;
  it('in the forms that the exam names, and because of a handicap in the others (D351-27)', () => {
    expect(mayCarry({ ...asked, form: 'PROGRESSIVE' })).toBe(true);
    expect(mayCarry(asked)).toBe(false);
    expect(mayCarry({ ...asked, handicap: true })).toBe(true);
  });
  it('nowhere where the exam names no form, handicap or not', () => {
    expect(mayCarry({ ...asked, handicap: true, carriedIn: [] })).toBe(false);
  });
  it('nowhere where any mark is kept: none is too low', () => {
    expect(mayCarry({ ...asked, form: 'PROGRESSIVE', handicap: true, keptFrom: null })).toBe(false);
  });
});
