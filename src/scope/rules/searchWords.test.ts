import { describe, expect, it } from 'vitest';
import { type Figures, readSearch, withLettersSwapped } from './searchWords.ts';

const figures = (some: Partial<Figures>): Figures => ({
  kind: 'figures',
  serial: null,
  phone: null,
  ends: null,
  day: null,
  days: [],
  ...some,
});

describe('The search box', () => {
  const read = (typed: string) => readSearch(typed, ['BP24', 'DEMO']);
  it('knows a number however it is typed, and says when its letter is wrong', () => {
    expect(read('bp24 00001 u')).toEqual({ kind: 'number', number: 'BP24-00001-U' });
    expect(read('BP24-00001-Z')).toEqual({ kind: 'wrong-number' });
    expect(read('BP24-00001')).toEqual(figures({ serial: '00001' }));
    expect(read('127')).toEqual(figures({ serial: '00127' }));
  });
  it('knows a mail and a name, without accents, capitals and apostrophes', () => {
    expect(read('Nom@Domaine.fr')).toEqual({ kind: 'address', part: 'nom@domaine.fr' });
    expect(read('D’Ûrville-Nuñez  œuf')).toEqual({ kind: 'name', words: ['durville', 'nunez', 'oeuf'], part: null });
    expect(read('  ')).toEqual({ kind: 'everything' });
  });
  it.each<[string | undefined, ReturnType<typeof read>]>([
    [undefined, { kind: 'everything' }],
    ['bp24 – 0.0001', figures({ serial: '00001' })],
    ['123456789', figures({ serial: '123456789', phone: '123456789' })],
    ['06 12 34 56 78', figures({ phone: '612345678' })],
    ['+33 (0)6.12.34.56.78', figures({ phone: '612345678' })],
    ['06 12 34', figures({ serial: '061234', ends: '061234' })],
    ['660302749', figures({ serial: '660302749', phone: '660302749' })],
    ['30 27 49', figures({ serial: '302749', ends: '302749' })],
    ['27-49', figures({ serial: '02749', ends: '2749' })],
    ['27061982', figures({ serial: '27061982', day: Temporal.PlainDate.from('1982-06-27') })],
    ['06/27/1982', figures({ day: Temporal.PlainDate.from('1982-06-27') })],
    ['1982-06-27', figures({ serial: '19820627', day: Temporal.PlainDate.from('1982-06-27') })],
    ['19820627', figures({ serial: '19820627', day: Temporal.PlainDate.from('1982-06-27') })],
    ['1982 06 27', figures({ serial: '19820627', day: Temporal.PlainDate.from('1982-06-27') })],
    ['1982/06/27', figures({ day: Temporal.PlainDate.from('1982-06-27') })],
    ['06271982', figures({ serial: '06271982', day: Temporal.PlainDate.from('1982-06-27') })],
    ['198206271', figures({ serial: '198206271', phone: '198206271' })],
    ['1982062', figures({ serial: '1982062' })],
    ['00 33 6 12 34 56 78', figures({ phone: '612345678' })],
    ['0612345678901234', { kind: 'name', words: ['0612345678901234'], part: '0612345678901234' }],
    ['27 juin 1982', figures({ day: Temporal.PlainDate.from('1982-06-27') })],
    ['1er septembre 1998', figures({ day: Temporal.PlainDate.from('1998-09-01') })],
    ['candidat.12', { kind: 'name', words: ['candidat', '12'], part: 'candidat.12' }],
    ['+33 6 12', { kind: 'name', words: ['33', '6', '12'], part: null }],
    ['30/05/1998', figures({ day: Temporal.PlainDate.from('1998-05-30') })],
    ['29/02/2000', figures({ day: Temporal.PlainDate.from('2000-02-29') })],
    ['31/02/2000', { kind: 'name', words: ['31', '02', '2000'], part: null }],
    ['1234567890', { kind: 'name', words: ['1234567890'], part: '1234567890' }],
    ['BP24-1234567890', { kind: 'wrong-number' }],
    ['BP24-00001-UU', { kind: 'name', words: ['bp24', '00001', 'uu'], part: 'bp24-00001-uu' }],
    ['BP24-X1', { kind: 'name', words: ['bp24', 'x1'], part: 'bp24-x1' }],
    ['12A', { kind: 'name', words: ['12a'], part: '12a' }],
    ['demo 7', figures({ serial: '00007' })],
    [`${'a'.repeat(200)}b`, { kind: 'name', words: ['a'.repeat(200)], part: 'a'.repeat(200) }],
  ])('reads %s', (typed, expected) => {
    expect(readSearch(typed, ['BP24', 'DEMO'])).toEqual(expected);
  });
  it('finds nobody by what no name can hold, instead of showing everybody', () => {
    for (const typed of ['%', 'Σωκράτης', '👍']) expect(read(typed), typed).toEqual({ kind: 'nothing' });
  });
  it('looks for % _ and \\ as they are, where a mail may have them', () => {
    for (const typed of ['%%%', 'nom_de', 'a\\b', '50%b'])
      expect(read(typed)).toEqual({ kind: 'address', part: typed });
  });
  it.each(['27/06', '06/27', '27 juin', '27.6'])(
    'knows the day and month of a birth, « %s », in every year',
    (typed) => {
      const found = read(typed);
      const days = found.kind === 'figures' ? found.days.map(String) : [];
      expect([days.length, days.includes('1982-06-27'), days.includes('2009-06-27')]).toEqual([101, true, true]);
    },
  );
  it('knows the 29 February of the years that have one, and no day of « 27-49 » or « 2706 »', () => {
    const days = (typed: string) => {
      const found = read(typed);
      return found.kind === 'figures' ? found.days.length : null;
    };
    expect(['29/02', '27-49', '2706', '31/02'].map(days)).toEqual([26, 0, 0, 0]);
  });
});

describe('What was typed in the search', () => {
  const read = (typed: string | undefined) => readSearch(typed, ['BP24']);
  it.each<[string | undefined, ReturnType<typeof read>]>([
    [undefined, { kind: 'everything' }],
    ['123456789', figures({ serial: '123456789', phone: '123456789' })],
    ['1234567890', { kind: 'name', words: ['1234567890'], part: '1234567890' }],
    ['rue 12', { kind: 'name', words: ['rue', '12'], part: null }],
    ['12A', { kind: 'name', words: ['12a'], part: '12a' }],
    ['BP24-1234567890', { kind: 'wrong-number' }],
    ['BP24-00001-ZZ', { kind: 'name', words: ['bp24', '00001', 'zz'], part: 'bp24-00001-zz' }],
    ['BP24 durand 1', { kind: 'name', words: ['bp24', 'durand', '1'], part: null }],
    ['BP24', { kind: 'name', words: ['bp24'], part: 'bp24' }],
    ['  MARTIN   camille ', { kind: 'name', words: ['martin', 'camille'], part: null }],
  ])('%s', (typed, expected) => {
    expect(read(typed)).toEqual(expected);
  });
  it('is read up to 200 characters', () => {
    expect(read('a'.repeat(201))).toEqual({ kind: 'name', words: ['a'.repeat(200)], part: 'a'.repeat(200) });
  });
});

describe('A slip of the hand', () => {
  it('exchanges two neighbouring letters, once, in each place', () => {
    expect(withLettersSwapped('dura')).toEqual(['udra', 'drua', 'duar']);
    expect(withLettersSwapped('durnad')).toContain('durand');
  });
  it('is none between two letters that are the same, or in a single one', () => {
    expect(withLettersSwapped('anna')).toEqual(['nana', 'anan']);
    expect([withLettersSwapped('a'), withLettersSwapped('')]).toEqual([[], []]);
  });
});
