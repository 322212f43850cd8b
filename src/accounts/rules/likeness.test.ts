import { describe, expect, it } from 'vitest';
import { type ComparedPerson, likenessOf } from './likeness.ts';

const a = (of: Partial<Omit<ComparedPerson, 'birthDate'>> & { readonly born?: string }): ComparedPerson => ({
  birthName: 'Le Fèvre',
  usageName: null,
  firstNames: 'Zoé, Marie',
  phones: [],
  ...of,
  birthDate: Temporal.PlainDate.from(of.born ?? '1995-05-30'),
});
const one = a({});

describe('Two files may be one person', () => {
  it.each([
    ['accents, particles and spaces', a({ birthName: 'LEFEVRE', firstNames: 'Zoe' }), ['birth-date', 'names']],
    ['one of the first names', a({ firstNames: 'Marie' }), ['birth-date', 'names']],
    [
      'the name of use is the birth name of the other',
      a({ birthName: 'Roux', usageName: 'Lefèvre' }),
      ['birth-date', 'names'],
    ],
    ['names swapped', a({ birthName: 'Zoé', firstNames: 'Lefevre' }), ['birth-date', 'names-swapped']],
    ['a letter missing', a({ birthName: 'Lefèvr' }), ['birth-date', 'names-close']],
    ['a letter too many', a({ birthName: 'Lefèvvre' }), ['birth-date', 'names-close']],
    ['a wrong letter', a({ birthName: 'Lefèbre' }), ['birth-date', 'names-close']],
    ['two letters exchanged', a({ birthName: 'Lefèvre', firstNames: 'Zoé' }), ['birth-date', 'names']],
    ['exchanged in the middle', a({ birthName: 'Leféver' }), ['birth-date', 'names-close']],
    ['a wrong first letter', a({ birthName: 'Cefevre' }), ['birth-date', 'names-close']],
    ['a wrong last letter', a({ birthName: 'Lefevra' }), ['birth-date', 'names-close']],
  ])('%s', (_, other, why) => {
    expect(likenessOf(one, other)).toEqual(why);
    expect(likenessOf(other, one)).toEqual(why);
  });
  it('a telephone stands for a birth date typed wrong, or for a name that changed', () => {
    const phones = ['612345678'];
    expect(likenessOf(a({ phones }), a({ phones, born: '1995-05-03' }))).toEqual(['names', 'phone']);
    expect(likenessOf(a({ phones }), a({ phones, birthName: 'Roux' }))).toEqual(['birth-date', 'phone']);
    expect(likenessOf(a({ phones }), a({ phones: ['7', ...phones] }))).toEqual(['birth-date', 'names', 'phone']);
  });
  it.each([
    ['nothing but names', a({ born: '1990-01-01' })],
    ['twins, with one telephone', a({ firstNames: 'Léa', phones: ['612345678'] })],
    ['another family born the same day', a({ birthName: 'Roux' })],
    ['a brother at the same telephone', a({ firstNames: 'Paul', born: '1999-01-01', phones: ['612345678'] })],
    ['a particle alone in common', a({ birthName: 'Le Roux' })],
    ['two letters of difference', a({ birthName: 'Lefebure' })],
    ['two letters missing', a({ birthName: 'Lefev' })],
    ['one letter exchanged and another wrong', a({ birthName: 'Leféveb' })],
    ['the end alone in common', a({ birthName: 'Lebxvre' })],
    ['two letters exchanged far apart', a({ birthName: 'Lvfeere' })],
  ])('but not for %s', (_, other) => {
    const own = a({ phones: other.phones });
    expect(likenessOf(own, other)).toBeNull();
    expect(likenessOf(other, own)).toBeNull();
  });
  it('short words that differ are other words, and half a swap is none', () => {
    const short = a({ birthName: 'Roux', firstNames: 'Anne' });
    expect(likenessOf(short, a({ birthName: 'Roux', firstNames: 'Anna' }))).toBeNull();
    expect(likenessOf(short, a({ birthName: 'Rous', firstNames: 'Anne' }))).toBeNull();
    expect(likenessOf(short, a({ birthName: 'Anne', firstNames: 'Paul' }))).toBeNull();
    expect(likenessOf(short, a({ birthName: 'Paul', firstNames: 'Roux' }))).toBeNull();
    expect(
      likenessOf(a({ birthName: 'Durand', firstNames: 'Marta' }), a({ birthName: 'Durand', firstNames: 'Marth' })),
    ).toEqual(['birth-date', 'names-close']);
  });
  it('signs alone, and an initial, are like nothing', () => {
    expect(likenessOf(a({ birthName: '…', firstNames: '-' }), a({ birthName: '…', firstNames: '-' }))).toBeNull();
    expect(likenessOf(a({ firstNames: 'J P' }), a({ firstNames: 'P Jean' }))).toBeNull();
  });
});
