import { describe, expect, it } from 'vitest';
import { CLOSING_LISTS, closingQuery, readClosingSearch } from './closingSearch.ts';

describe('What an address of « Clôture » asks for', () => {
  it('is everything where it says nothing', () => {
    const all = { list: null, speciality: null, piece: null, wrote: null };
    expect(readClosingSearch({})).toEqual(all);
    expect(closingQuery(all)).toEqual({ etat: null, specialite: null, piece: null, observations: null });
  });

  it('is the same when it is written again', () => {
    for (const etat of Object.values(CLOSING_LISTS))
      for (const observations of ['oui', 'non']) {
        const query = { etat, specialite: '45033608', piece: 'DOMICIL', observations };
        expect(closingQuery(readClosingSearch(query))).toEqual(query);
      }
    expect(readClosingSearch({ etat: 'a-annuler', observations: 'non' })).toMatchObject({
      list: 'expired',
      wrote: false,
    });
    expect(readClosingSearch({ etat: 'a-inviter', observations: 'oui' })).toMatchObject({
      list: 'to-invite',
      wrote: true,
    });
  });

  it('is nothing by words that mean nothing', () => {
    const odd = { etat: 'expired', specialite: '4503360', piece: 'dom', observations: 'peut-être' };
    expect(readClosingSearch(odd)).toEqual(readClosingSearch({}));
    expect(readClosingSearch({ specialite: 'x45033608', piece: 'DOMICIL-1' })).toEqual(readClosingSearch({}));
    expect(readClosingSearch({ specialite: '450336081', piece: 'AB' })).toEqual(readClosingSearch({}));
    expect(readClosingSearch({ piece: 'ABC' }).piece).toBe('ABC');
    expect(readClosingSearch({ piece: '0123456789' }).piece).toBeNull();
  });
});
