import { describe, expect, it } from 'vitest';
import { phoneAddress, phoneInWords } from './phone.ts';

describe('A phone', () => {
  it.each([
    ['0612345678', '06 12 34 56 78', 'tel:+33612345678'],
    ['+33612345678', '06 12 34 56 78', 'tel:+33612345678'],
    ['04.73.99.35.06', '04 73 99 35 06', 'tel:+33473993506'],
    ['+351912345678', '+351 912 345 678', 'tel:+351912345678'],
    ['+32470123456', '+32 470 12 34 56', 'tel:+32470123456'],
    ['+442079460958', '+44 20 7946 0958', 'tel:+442079460958'],
    ['+262692123456', '+262 692 12 34 56', 'tel:+262692123456'],
    ['poste 12', 'poste 12', 'tel:12'],
  ])('%s reads %s, and is called at %s', (number, words, address) => {
    expect(phoneInWords(number).replaceAll('\u00a0', ' ')).toBe(words);
    expect(phoneAddress(number)).toBe(address);
  });
});
