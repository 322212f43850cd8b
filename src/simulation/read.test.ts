import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Unit } from '../catalogue/index.ts';
import { readFields, repeatedUnits, unitNamed } from './read.ts';
import { texts } from './texts.ts';

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
const regulation = {
  units: [
    unit('U10'),
    unit('own-id', { code: null }),
    unit('U30A', { choiceGroup: 'E3' }),
    unit('U30B', { choiceGroup: 'E3' }),
    unit('mobility', { code: 'MOB', kind: 'OTHER_OPTIONAL' }),
  ],
};

describe('A question', () => {
  const fields = { name: z.string(), units: z.array(z.object({ code: z.string('no code') })) };
  const faults = (input: unknown, most = {}) => readFields(fields, input, most).faults;
  it('is an object', () => {
    for (const wrong of [null, 'text', [], 3, undefined])
      expect(readFields(fields, wrong, {})).toEqual({ values: {}, faults: [{ path: '', message: texts.notAnObject }] });
  });
  it('says every fault by its place, and keeps what is right', () => {
    const read = readFields(fields, { name: 'x', units: [{ code: 'U10' }, {}] }, {});
    expect(read).toEqual({ values: { name: 'x' }, faults: [{ path: 'units[1].code', message: 'no code' }] });
  });
  it('beyond the budget of a list is refused before an item is looked at', () => {
    const units = [{}, {}, {}];
    expect(faults({ name: 'x', units }, { units: 2 })).toEqual([{ path: 'units', message: texts.tooMany(2, 3) }]);
    expect(faults({ name: 'x', units }, { units: 3 }).map(({ path }) => path)).toEqual([
      'units[0].code',
      'units[1].code',
      'units[2].code',
    ]);
  });
});

describe('A unit', () => {
  it('is named by its code, by our own id, or « UF » where it is the optional one', () => {
    const named = (code: string, of = regulation) => unitNamed(of, code)?.id ?? null;
    expect([named('U10'), named('own-id'), named('MOB'), named('mobility')]).toEqual([
      'U10',
      'own-id',
      'mobility',
      'mobility',
    ]);
    expect([named('UF'), named('UX')]).toEqual(['mobility', null]);
    expect(named('UF', { units: [unit('U10')] })).toBeNull();
  });
  const said = (...given: readonly (readonly [string, boolean])[]) =>
    repeatedUnits(
      regulation,
      given.map(([code, entered]) => ({ code, entered })),
      (index) => `at ${index}`,
    );
  it('that is unknown is said with those that there are', () => {
    expect(said(['U99', true])).toEqual([
      { path: 'at 0', message: texts.unitUnknown('U99', ['U10', 'own-id', 'U30A', 'U30B', 'MOB']) },
    ]);
  });
  it('is given once: the second one is said, whatever it is called', () => {
    expect(said(['U10', true], ['MOB', true], ['mobility', true])).toEqual([
      { path: 'at 2', message: texts.unitTwice('mobility') },
    ]);
  });
  it('of a choice goes without the other, unless that one is said not to be sat', () => {
    expect(said(['U30A', true], ['U30B', true])).toEqual([
      { path: 'at 1', message: texts.bothOptions('U30A', 'U30B') },
    ]);
    expect(said(['U30A', false], ['U30B', true])).toEqual([]);
    expect(said(['U30A', true], ['U30B', false])).toEqual([]);
  });
});
