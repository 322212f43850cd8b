import { expect, it } from 'vitest';
import { eachTest, phaseBefore, phaseOf, phasesOf, wholeUnit } from './phase.ts';
import { isReplacement, replacedUnit, sayReplacement } from './replacement.ts';

const phase = { title: 'journée', minutes: 270, uncounted: 30 };

it('The first phase of a test goes by its unit, the later ones by units of their own; marks know the unit alone', () => {
  expect(phasesOf('U10', {})).toEqual(['U10']);
  expect(phasesOf('U10', { phases: [phase] })).toEqual(['U10']);
  const all = phasesOf('U10', { phases: [phase, phase, phase] });
  expect(all).toEqual(['U10', 'U10-P2', 'U10-P3']);
  expect(all.map(phaseOf)).toEqual([1, 2, 3]);
  expect(all.map(wholeUnit)).toEqual(['U10', 'U10', 'U10']);
  expect(all.map(phaseBefore)).toEqual([null, 'U10', 'U10-P2']);
});

it('A test of which several parts are named together is named once', () => {
  const named = (...units: readonly string[]) => eachTest(units.map((unit) => ({ unit }))).map(({ unit }) => unit);
  expect(named('U10', 'U10-P2', 'U10-P3', 'U20')).toEqual(['U10', 'U20']);
  expect(named('U10-P2', 'U10-R')).toEqual(['U10-P2', 'U10-R']);
});

it('A test that is sat again has the same phases', () => {
  const [first = '', second = ''] = phasesOf('U10-R', { phases: [phase, phase] });
  expect([first, second].map(isReplacement)).toEqual([true, true]);
  expect([first, second].map(replacedUnit)).toEqual(['U10', 'U10']);
  expect(phaseBefore(second)).toBe('U10-R');
  expect(sayReplacement(second, 'U10')).toBe('U10, phase 2 (remplacement)');
  expect(sayReplacement('U10-P2', 'U10')).toBe('U10, phase 2');
});
