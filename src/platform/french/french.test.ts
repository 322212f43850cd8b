import { describe, expect, it } from 'vitest';
import {
  capital,
  decimalComma,
  fileSize,
  listing,
  markInWords,
  ordinal,
  plural,
  quoted,
  wholeNumber,
  withA,
  withDe,
} from './french.ts';

describe('French words', () => {
  it('keeps the singular below two', () => {
    expect(plural(0, 'pièce', 'pièces')).toBe('0\u00a0pièce');
    expect(plural(1, 'pièce', 'pièces')).toBe('1\u00a0pièce');
    expect(plural(2, 'pièce', 'pièces')).toBe('2\u00a0pièces');
    expect(plural(12345, 'pièce', 'pièces')).toBe('12\u202f345\u00a0pièces');
  });
  it('lists with a last word', () => {
    expect(listing([])).toBe('');
    expect(listing(['a'])).toBe('a');
    expect(listing(['a', 'b'])).toBe('a et b');
    expect(listing(['a', 'b', 'c'])).toBe('a, b et c');
    expect(listing(['a', 'b', 'c'], 'ou')).toBe('a, b ou c');
  });
  it('begins with a capital', () => {
    expect(["l'académie", 'écartée', ''].map(capital)).toEqual(["L'académie", 'Écartée', '']);
  });
  it('ranks', () => {
    expect([ordinal(1), ordinal(1, 'feminine'), ordinal(2), ordinal(30)]).toEqual(['1er', '1re', '2e', '30e']);
  });
  it('turns to somebody with the article contracted', () => {
    expect(["l'académie de Lyon", 'le rectorat', 'les bureaux', 'Paul'].map(withA)).toEqual([
      "à l'académie de Lyon",
      'au rectorat',
      'aux bureaux',
      'à Paul',
    ]);
  });
  it('elides before a vowel or a mute h', () => {
    expect(['Élodie', 'Paul', 'Hélène', 'Yves', 'Yann', 'Œdipe', ''].map(withDe)).toEqual([
      "d'Élodie",
      'de Paul',
      "d'Hélène",
      "d'Yves",
      'de Yann',
      "d'Œdipe",
      'de ',
    ]);
  });
  it('writes numbers with a comma and marks by half points', () => {
    expect([wholeNumber(999), wholeNumber(1000), wholeNumber(-1234567)]).toEqual([
      '999',
      '1\u202f000',
      '-1\u202f234\u202f567',
    ]);
    expect([
      decimalComma(10.4),
      decimalComma(10),
      decimalComma(9.999, 2),
      decimalComma(-0.5),
      decimalComma(1234.5),
    ]).toEqual(['10,4', '10', '10,00', '-0,5', '1\u202f234,5']);
    expect([markInWords(0), markInWords(21), markInWords(40)]).toEqual(['0', '10,5', '20']);
  });
  it('quotes with spaces that never break', () => {
    expect(quoted('mot')).toBe('«\u00a0mot\u00a0»');
  });
  it('weighs files as the notice does', () => {
    expect([fileSize(12), fileSize(812_000), fileSize(5 * 1024 ** 2), fileSize(1_500_000)]).toEqual([
      '12\u00a0octets',
      '793\u00a0ko',
      '5\u00a0Mo',
      '1,4\u00a0Mo',
    ]);
  });
});
