import { describe, expect, it } from 'vitest';
import { accessLetterTexts } from './accessLetterTexts.ts';
import { mailTexts } from './mailTexts.ts';
import { pageTexts } from './pages/texts.ts';
import { PAPERS, texts } from './texts.ts';

/** A word, and whatever a sentence reads of somebody: a word too. */
const SAMPLE: unknown = new Proxy(Object('un'), {
  get: (word, name) => {
    const own: unknown = Reflect.get(word, name);
    if (typeof own === 'function') return own.bind(word);
    return own === undefined && typeof name === 'string' ? 'un' : own;
  },
});

/** Every sentence, those made by functions with samples. */
function sentences(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(sentences);
  if (typeof value === 'function') return sentences(value(SAMPLE, 2, 3));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [];
}

describe('The sentences of this room', () => {
  const all = sentences([texts, mailTexts, pageTexts, accessLetterTexts]);

  it('have the spaces of French typography and straight apostrophes', () => {
    expect(all.length).toBeGreaterThan(80);
    for (const sentence of all) {
      expect(sentence, sentence).not.toMatch(/[^\u00a0][:;?!»]|«[^\u00a0]|’/);
    }
  });
});

it('No two kinds of paper share a letter in references, nor a name of file', () => {
  const kinds = Object.values(PAPERS);
  expect(new Set(kinds.map(({ letter }) => letter)).size).toBe(kinds.length);
  expect(new Set(kinds.map(({ file }) => file)).size).toBe(kinds.length);
});
