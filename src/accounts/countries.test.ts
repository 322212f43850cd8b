import { expect, it } from 'vitest';
import { COUNTRIES, countryName, isCountry } from './countries.ts';

it('Countries are listed in French, France first, then in alphabetical order', () => {
  const names = COUNTRIES.map((country) => country.name);
  expect(names[0]).toBe('France');
  expect(names.slice(1, 4)).toEqual(['Afghanistan', 'Afrique du Sud', 'Albanie']);
  expect(names.indexOf('Éthiopie')).toBeLessThan(names.indexOf('Finlande'));
  expect(new Set(names).size).toBe(names.length);
  expect(names.every((name) => /^\p{Lu}/u.test(name) && name.length > 2)).toBe(true);
  expect(COUNTRIES.length).toBeGreaterThan(235);
});

it('A code that is no country is refused', () => {
  expect(isCountry('PT')).toBe(true);
  expect(countryName('DZ')).toBe('Algérie');
  for (const code of ['', 'fr', 'ZZ', 'EU', 'France', '__proto__']) expect(isCountry(code), code).toBe(false);
});
