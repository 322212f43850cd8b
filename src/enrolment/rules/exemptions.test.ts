import { describe, expect, it } from 'vitest';
import type { Unit } from '../../catalogue/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { exemptionsOf, type GroundCode, type GroundRefusal, refuseGround } from './credits.ts';
import { type Slot, slotsOf } from './slots.ts';

const catalogue = await shippedCatalogue();
const grounds = catalogue.exam('bp')?.exemptionGrounds ?? [];

/** Every kind of unit, one example each, in the regulations that we ship. */
const UNITS = {
  'a professional unit': ['45033608', 'U10'],
  "a professional unit of the order's list": ['45033608', 'U20'],
  "a choice of the order's list": ['45033608', 'E3-option'],
  expression: ['45033608', 'U60'],
  'another general unit': ['45025411', 'U40'],
  'a unit of a list of « les deux »': ['45025411', 'U12'],
  'the compulsory language': ['45022108', 'U60'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;
type UnitOf = keyof typeof UNITS;

function found(unit: UnitOf) {
  const [cfd, id] = UNITS[unit];
  const regulation = catalogue.regulation(cfd, 2024);
  const slot = regulation === undefined ? undefined : slotsOf(regulation).find((one) => one.id === id);
  if (regulation === undefined || slot === undefined) throw new Error(`No ${cfd} ${id}`);
  return { regulation, slot };
}
const refusal = (ground: GroundCode, unit: UnitOf, exemptionBasis: 'order' | 'notice'): GroundRefusal | null => {
  const { regulation, slot } = found(unit);
  return refuseGround(slot, ground, { grounds, exemptionBasis, regulation });
};

const UNIT_NAMES = Object.keys(UNITS) as UnitOf[];
const all = (answer: GroundRefusal | null): readonly (GroundRefusal | null)[] => UNIT_NAMES.map(() => answer);
const only = (wanted: readonly UnitOf[], otherwise: GroundRefusal): readonly (GroundRefusal | null)[] =>
  UNIT_NAMES.map((unit) => (wanted.includes(unit) ? null : otherwise));

const EXPRESSION_AND_LANGUAGE = only(['expression', 'the compulsory language'], 'expression-and-language-only');
const OF_THE_LIST = only(
  ["a professional unit of the order's list", "a choice of the order's list", 'a unit of a list of « les deux »'],
  'not-in-the-order',
);

/** Ground × basis of the session: what it answers for each kind of unit, in the order above. */
const GOLDEN: readonly (readonly [GroundCode, 'order' | 'notice', readonly (GroundRefusal | null)[]])[] = [
  ['baccalaureate', 'order', EXPRESSION_AND_LANGUAGE],
  ['baccalaureate', 'notice', all('not-at-this-session')],
  ['foreign', 'order', EXPRESSION_AND_LANGUAGE],
  ['foreign', 'notice', all('not-at-this-session')],
  ['speciality', 'order', OF_THE_LIST],
  ['speciality', 'notice', OF_THE_LIST],
  ['skills-block', 'order', all(null)],
  ['skills-block', 'notice', all(null)],
  ['vae', 'order', all(null)],
  ['vae', 'notice', all(null)],
  ['notice-level', 'order', all('not-at-this-session')],
  ['notice-level', 'notice', all(null)],
];

describe("Une dispense, titre par titre et genre d'unité par genre d'unité", () => {
  for (const [ground, basis, answers] of GOLDEN)
    for (const [index, unit] of UNIT_NAMES.entries())
      it(`${ground}, by the ${basis}, for ${unit}`, () => {
        expect(refusal(ground, unit, basis)).toBe(answers[index]);
      });

  it('knows every ground of the exam', () => {
    expect(new Set(GOLDEN.map(([ground]) => ground))).toEqual(new Set(grounds.map(({ code }) => code)));
  });
});

describe("The speciality's own order", () => {
  const diplomas = (unit: UnitOf): readonly (readonly [string, string])[] => {
    const { regulation, slot } = found(unit);
    return exemptionsOf(slot, regulation).map(({ diploma, mode }) => [diploma, mode]);
  };
  it('names the diploma, and « l’une des deux » where it says so (Coiffure 2011, article 7)', () => {
    expect(diplomas("a choice of the order's list")).toEqual([
      ['MC Styliste-visagiste', "l'une des deux, sur demande"],
    ]);
    expect(diplomas("a professional unit of the order's list")).toEqual([
      ['MC Coloriste-permanentiste', 'sur demande'],
    ]);
    expect(diplomas('a professional unit')).toEqual([]);
  });
  it('exempts of no optional unit: they are in no slot', () => {
    const regulation = catalogue.regulation('45033608', 2024);
    const slots: readonly Slot[] = regulation === undefined ? [] : slotsOf(regulation);
    expect(slots.flatMap(({ units }) => units).filter(({ kind }) => kind === 'LV_OPTIONAL')).toEqual([]);
  });
});

describe('A ground for the general units, or for sport alone', () => {
  const [model] = grounds;
  const granted = (covers: 'general' | 'sport', ...kinds: readonly (readonly [Unit['kind'], string])[]) => {
    const [unit] = found('expression').slot.units;
    const [first, ...others] = kinds.map(([kind, title]) => ({ ...unit, kind, title }));
    if (model === undefined || first === undefined) throw new Error('nothing to ask');
    return refuseGround({ id: 'X', units: [first, ...others] }, 'vae', {
      grounds: [{ ...model, code: 'vae', covers, basis: 'both' }],
      exemptionBasis: 'order',
      regulation: { unitExemptions: [] },
    });
  };
  const SPORT = ['GENERAL', 'Éducation physique et sportive'] as const;
  const MATHS = ['GENERAL', 'Mathématiques'] as const;
  const TRADE = ['PRO', 'Éducation physique des chiens'] as const;
  it('exempts of every general unit, and of no other', () => {
    expect([granted('general', MATHS), granted('general', SPORT)]).toEqual([null, null]);
    expect(granted('general', TRADE)).toBe('general-only');
    expect(granted('general', TRADE, MATHS), 'one of a choice').toBeNull();
  });
  it('exempts of « éducation physique et sportive », and of no other general unit', () => {
    expect(granted('sport', SPORT)).toBeNull();
    expect([granted('sport', MATHS), granted('sport', TRADE)]).toEqual(['sport-only', 'sport-only']);
    expect(granted('sport', MATHS, SPORT), 'one of a choice').toBeNull();
  });
});
