import { expect, it } from 'vitest';
import { sentences } from '../testing/sentences.ts';
import { mailTexts } from './texts.ts';

it('The sentences of this room have the spaces of French typography and straight apostrophes', () => {
  const all = sentences(mailTexts);
  expect(all.length).toBeGreaterThan(30);
  for (const sentence of all) expect(sentence, sentence).not.toMatch(/[^\u00a0][:;?!»]|«[^\u00a0]|’/);
});
