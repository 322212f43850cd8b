import { expect, it } from 'vitest';
import { sentences } from '../testing/sentences.ts';
import { fileMails } from './mails.ts';
import { reserveMails } from './reserveMails.ts';
import { mailTexts } from './texts.ts';

it('The sentences of this room have the spaces of French typography and straight apostrophes', () => {
  const worded = Object.values({ ...reserveMails, extended: fileMails.extended });
  // What a mail is told with isn't read: its words alone.
  const written = worded.map(({ write }) => (of: never) => ({ ...write(of), mail: null }));
  const all = sentences([mailTexts, written]);
  expect(all.length).toBeGreaterThan(30);
  for (const sentence of all) expect(sentence, sentence).not.toMatch(/[^\u00a0][:;?!»]|«[^\u00a0]|’/);
});
