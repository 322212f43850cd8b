import { describe, expect, it } from 'vitest';
import type { Unit } from '../../catalogue/index.ts';
import { shippedCatalogue } from '../../testing/enrolments.ts';
import { halfPointsOf } from '../device/sheet.ts';
import { formFor, isNamedUnit } from '../sheetFor.ts';
import { isMarkedByName, sheetOf } from './sheetOf.ts';

const unit = (more: Partial<Unit> = {}): Unit => ({
  id: 'U10',
  code: 'U10',
  test: 'E1',
  title: 'Vente',
  coefficient: 2,
  mode: null,
  duration: null,
  kind: 'PRO',
  source: null,
  confidence: 'official',
  ...more,
});
const catalogue = await shippedCatalogue();
const at = (speciality: string, one: string) => ({ session: 'bp-2024-clermont', speciality, unit: one });

describe('The sheet of a unit', () => {
  it('is one mark out of 20 where no text gives one', () => {
    const sheet = sheetOf(unit(), 'half-point');
    expect(sheet).toMatchObject({ title: 'Vente', levels: [], source: null, rounding: 'nearest', step: 'half-point' });
    expect(halfPointsOf(sheet, { NOTE: 25 })).toBe(25);
    expect(sheetOf(unit(), 'point').step).toBe('point');
  });

  it("is the order's, of a baker's command: 240 points in five parts", () => {
    const sheet = formFor(catalogue, at('45022108', 'U10'));
    const parts = Map.groupBy(sheet?.criteria ?? [], ({ part }) => part);
    expect([...parts.values()].map((some) => some.reduce((sum, { points }) => sum + points, 0))).toEqual([
      20, 80, 20, 60, 60,
    ]);
    expect(sheet).toMatchObject({ version: '2012', rounding: 'up', levels: [] });
    expect(sheet?.source).toContain('annexe IV');
  });

  it('keeps its levels, and criteria outside any part', () => {
    const levels = [
      { code: 'TB', label: 'Très bien', value: 3 },
      { code: 'TI', label: 'Très insuffisant', value: 0 },
    ];
    const evaluation = {
      title: 'Oral',
      version: '1',
      levels,
      criteria: [{ id: 'C1', label: 'Un', points: 20 }],
      total: 20,
      rounding: 'up',
      source: 'note',
      confidence: 'official',
    } as const;
    expect(sheetOf(unit({ evaluation }), 'half-point')).toMatchObject({
      title: 'Oral',
      levels,
      criteria: [{ id: 'C1', part: null, label: 'Un', points: 20 }],
      source: 'note',
    });
  });

  it("is of the unit that a replacement test is sat for, and of none that the rules don't know", () => {
    expect(formFor(catalogue, at('45022108', 'U10-R'))?.version).toBe('2012');
    expect(formFor(catalogue, at('45022108', 'U99'))).toBeNull();
    expect(formFor(catalogue, { ...at('45022108', 'U10'), session: 'none' })).toBeNull();
  });
});

describe('A unit is marked by name', () => {
  it.each([
    ['oral', null, true],
    ['pratique', null, true],
    ['écrit', null, false],
    ['écrit', 'oral', false],
    [null, 'oral', true],
    [null, 'practical', true],
    [null, 'written', false],
    [null, null, false],
    ['contrôle continu', null, false],
  ] as const)('of mode %s, held %s by its calendar: %s', (mode, held, expected) => {
    expect(isMarkedByName(unit({ mode }), held)).toBe(expected);
  });
  it('or not, where its regulation says so', () => {
    expect(isMarkedByName(unit({ mode: 'oral', byName: false }), null)).toBe(false);
    expect(isMarkedByName(unit({ mode: 'écrit', byName: true }), null)).toBe(true);
    expect(isNamedUnit(catalogue, at('45022108', 'U10'), null)).toBe(true);
    expect(isNamedUnit(catalogue, at('45022108', 'U20'), null)).toBe(false);
    expect(isNamedUnit(catalogue, at('45022108', 'U99'), 'oral')).toBe(false);
  });
});
