import { describe, expect, it } from 'vitest';
import type { Unit } from '../../catalogue/index.ts';
import {
  coefficientOf,
  isOptional,
  isProfessional,
  mostOptionalUnits,
  optionalUnitsOf,
  slotsOf,
  toSit,
} from './slots.ts';

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
const [a, b] = [unit('A', { choiceGroup: 'E3' }), unit('B', { choiceGroup: 'E3', coefficient: 4 })];
const language = unit('UF', { kind: 'LV_OPTIONAL', coefficient: null });
const other = unit('UX', { kind: 'OTHER_OPTIONAL', coefficient: null });
const regulation = { units: [unit('U10'), a, language, unit('U20'), b, other] };

describe('The slots of a regulation', () => {
  it('are its compulsory units in their order, alternatives together', () => {
    expect(slotsOf(regulation)).toEqual([
      { id: 'U10', units: [unit('U10')] },
      { id: 'E3', units: [a, b] },
      { id: 'U20', units: [unit('U20')] },
    ]);
    expect(slotsOf(regulation)).toBe(slotsOf(regulation));
  });
  it('are of the trade where one of their units is: some exams average these alone besides (D337-16)', () => {
    const general = unit('U50', { kind: 'GENERAL' });
    const trade = unit('U10', { kind: 'PRO' });
    expect(isProfessional({ id: 'U10', units: [trade] })).toBe(true);
    expect(isProfessional({ id: 'E5', units: [general, trade] })).toBe(true);
    expect(isProfessional({ id: 'U50', units: [general] })).toBe(false);
  });
  it('leave the optional units aside', () => {
    expect(optionalUnitsOf(regulation)).toEqual([language, other]);
    expect([isOptional(language), isOptional(other), isOptional(a)]).toEqual([true, true, false]);
  });
  it('are counted apart from the tests that hold them, which may be unknown', () => {
    expect(toSit(regulation)).toEqual({ units: 3, tests: null });
    const known = [
      unit('U41', { test: 'E4' }),
      unit('U42', { test: 'E4' }),
      { ...a, test: 'E3' },
      { ...b, test: 'E3' },
    ];
    expect(toSit({ units: [...known, language] })).toEqual({ units: 3, tests: 2 });
  });
  it('allow one optional unit where the regulation prints no number', () => {
    expect(mostOptionalUnits({ maxOptionalUnits: null })).toBe(1);
    expect(mostOptionalUnits({ maxOptionalUnits: 2 })).toBe(2);
    expect(mostOptionalUnits({ maxOptionalUnits: 0 })).toBe(0);
  });
  it('weigh what is chosen, or what all share, or nothing that is known', () => {
    const choice = { id: 'E3', units: [a, b] } as const;
    expect([coefficientOf(choice, 'A'), coefficientOf(choice, 'B'), coefficientOf(choice)]).toEqual([5, 4, null]);
    expect(coefficientOf({ id: 'E3', units: [a, { ...b, coefficient: 5 }] })).toBe(5);
    expect(coefficientOf(choice, 'X')).toBeNull();
  });
});
