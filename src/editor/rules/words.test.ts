import { expect, it } from 'vitest';
import { linesIn, sameLines, sameWords, slug, typographic } from './words.ts';

const NBSP = '\u00a0';

it.each([
  ['a b', `  a${NBSP} \n b `, true, false],
  ['a\nb', ' a \n b\n\n', true, true],
  ['a\nb', 'b\na', false, false],
  ['ab', 'a b', false, false],
  [' a  b\nc', 'a b\nc', true, true],
])('%j and %j say the same words, and lines, or not', (a, b, words, lines) => {
  expect([sameWords(a, b), sameLines(a, b)]).toEqual([words, lines]);
});

it.each([
  ['Quoi ? Non ! Si : là ; « ici »', `Quoi${NBSP}? Non${NBSP}! Si${NBSP}: là${NBSP}; «${NBSP}ici${NBSP}»`],
  ['à 14:00, a:b', 'à 14:00, a:b'],
])('%j has the spaces of French', (text, after) => {
  expect(typographic(text)).toBe(after);
});

it('Lines are those of a text that say something', () => {
  expect(linesIn(' a \n\n  \nb c\n')).toEqual(['a', 'b c']);
  expect(linesIn('')).toEqual([]);
});

it.each([
  ['Été 2027', 'ete-2027'],
  ["  L'œuvre -- d'art !", 'l-uvre-d-art'],
  ['…', ''],
])('%j makes the code %j', (text, code) => {
  expect(slug(text)).toBe(code);
});
