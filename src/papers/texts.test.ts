import { describe, expect, it } from 'vitest';
import { sentences } from '../testing/sentences.ts';
import { accessLetterTexts } from './accessLetterTexts.ts';
import { pageTexts } from './pages/texts.ts';
import { PAPERS, texts } from './texts.ts';

describe('The sentences of this room', () => {
  const all = sentences([texts, pageTexts, accessLetterTexts]);

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
