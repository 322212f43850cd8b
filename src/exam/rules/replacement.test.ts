import { expect, it } from 'vitest';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import { isReplacement, replacedUnit, replacementOf, sayReplacement } from './replacement.ts';

it('a test that is sat again is a unit beside the first, and says which it replaces', () => {
  const again = replacementOf('U20');
  expect([again, isReplacement(again), replacedUnit(again)]).toEqual(['U20-R', true, 'U20']);
  expect([isReplacement('U20'), replacedUnit('U20'), replacedUnit('BLOC-01-R')]).toEqual([false, 'U20', 'BLOC-01']);
});

it('is called by the name of its unit', () => {
  expect(sayReplacement('U20-R', 'U20, Dessin')).toBe('U20, Dessin (remplacement)');
  expect(sayReplacement('U20', 'U20, Dessin')).toBe('U20, Dessin');
});

it('is no unit of any shipped regulation', async () => {
  const { pack } = await shippedCatalogue();
  const units = pack.regulations.flatMap((one) => one.units.map(({ id }) => id));
  expect(units.length).toBeGreaterThan(100);
  expect(units.filter(isReplacement)).toEqual([]);
});
