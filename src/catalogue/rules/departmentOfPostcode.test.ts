import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { departmentOfPostcode } from './departmentOfPostcode.ts';

describe('departmentOfPostcode', () => {
  it.each([
    ['63000', '63'],
    ['03200', '03'],
    ['15000', '15'],
    ['43000', '43'],
    ['63 033', '63'],
    ['01000', '01'],
    ['95000', '95'],
    ['20000', '2A'],
    ['20169', '2A'],
    ['20200', '2B'],
    ['20620', '2B'],
    ['12023', '12'],
    ['13097', '13'],
    ['29000', '29'],
    ['97100', '971'],
    ['97133', '977'],
    ['97150', '978'],
    ['97400', '974'],
    ['97500', '975'],
    ['97600', '976'],
    ['98600', '986'],
    ['98714', '987'],
    ['98800', '988'],
  ])('%s is in %s', (postcode, department) => expect(departmentOfPostcode(postcode)).toBe(department));

  it.each(['2A004', '98000', '00100', '96000', '99100', '97900', '6300', '630000', '', 'abcde', '6300O'])(
    '%s is in no department',
    (postcode) => expect(departmentOfPostcode(postcode)).toBeNull(),
  );

  it('never throws, and gives a department or nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(departmentOfPostcode(text) ?? '01').toMatch(/^(\d{2,3}|2[AB])$/);
      }),
    );
  });
});
