import { expect, it } from 'vitest';
import { heldByRegulation } from './held.ts';

it('How a test is held is read in a regulation where it says one thing', () => {
  const said = [null, 'écrit', 'Oral', 'pratique', 'Contrôle continu', 'écrit et oral', 'sur demande'];
  expect(said.map((mode) => heldByRegulation({ mode }))).toEqual([
    null,
    'written',
    'oral',
    'practical',
    'continuous',
    null,
    null,
  ]);
});
