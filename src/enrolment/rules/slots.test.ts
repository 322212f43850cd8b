import { describe, expect, it } from 'vitest';
import type { Unit } from '../../catalogue/index.ts';
import { coefficientOf, isOptional, mostOptionalUnits, optionalUnitsOf, slotsOf } from './slots.ts';

const unit = (id: string, changes: Partial<Unit> = {}): Unit =>
  ({ id, kind: 'PROFESSIONAL', coefficient: 2, ...changes }) as Unit;
const A = unit('U30A', { choiceGroup: 'E3' });
const B = unit('U30B', { choiceGroup: 'E3' });
const units = [
  unit('U10'),
  A,
  unit('U40'),
  B,
  unit('UF1', { kind: 'LV_OPTIONAL' as Unit['kind'] }),
  unit('UF2', { kind: 'OTHER_OPTIONAL' as Unit['kind'] }),
];

describe('The units of a regulation', () => {
  it('that are compulsory make slots in its order, alternatives together', () => {
    expect(slotsOf({ units }).map(({ id, units: own }) => [id, own.map((one) => one.id)])).toEqual([
      ['U10', ['U10']],
      ['E3', ['U30A', 'U30B']],
      ['U40', ['U40']],
    ]);
  });
  it('that are optional stand apart, a language or anything else', () => {
    expect(units.filter(isOptional).map(({ id }) => id)).toEqual(['UF1', 'UF2']);
    expect(optionalUnitsOf({ units }).map(({ id }) => id)).toEqual(['UF1', 'UF2']);
  });
  it.each([
    [null, 1],
    [0, 0],
    [2, 2],
  ])('let a candidate present as many options as it prints (%s), or one', (printed, most) => {
    expect(mostOptionalUnits({ maxOptionalUnits: printed })).toBe(most);
  });
});

describe('The coefficient of a slot', () => {
  const other = unit('U30B', { choiceGroup: 'E3', coefficient: 4 });
  it.each<[string, readonly [Unit, ...Unit[]], string | undefined, number | null]>([
    ['is that of its only unit', [unit('U10')], undefined, 2],
    ['is that of the alternative chosen', [A, other], 'U30B', 4],
    ['is what the alternatives share', [A, B], undefined, 2],
    ['is not known while they differ', [A, other], undefined, null],
    ['is not known of an alternative that is not there, while they differ', [A, other], 'U99', null],
    ['is not known where the regulation does not say', [unit('U10', { coefficient: null })], 'U10', null],
  ])('%s', (_, own, chosen, expected) => {
    expect(coefficientOf({ id: 'E3', units: own }, chosen)).toBe(expected);
  });
});
