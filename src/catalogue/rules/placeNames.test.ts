import { describe, expect, it } from 'vitest';
import { capCatalogue, shippedCatalogue } from '../../testing/catalogue.ts';
import { placeName } from './placeNames.ts';

describe('The name of an exam in its academy', () => {
  it('says the academy only where the house has several', async () => {
    const session = { exam: 'bp', academy: 'clermont' };
    expect(placeName(await shippedCatalogue(), session)).toBe('Brevet professionnel');
    expect(placeName(await capCatalogue('lyon'), session)).toBe('Brevet professionnel, académie de Clermont-Ferrand');
    expect(placeName(await capCatalogue(), { exam: 'cap', academy: 'clermont' })).toBe(
      "Certificat d'aptitude professionnelle",
    );
  });
});
