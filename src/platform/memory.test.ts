import { expect, it } from 'vitest';
import { createRecent } from './memory.ts';

it('What was made of some words is made once, until so many others were', () => {
  const made: string[] = [];
  const recent = createRecent<string, string>(2);
  const ask = (word: string): string =>
    recent(word, () => {
      made.push(word);
      return word.toUpperCase();
    });
  expect(['a', 'b', 'a'].map(ask)).toEqual(['A', 'B', 'A']);
  expect(made).toEqual(['a', 'b']);
  ask('c');
  expect([ask('b'), ask('a')]).toEqual(['B', 'A']);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});
