import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { excuseRefusals } from './excuses/refusals.ts';
import { refusals } from './refusals.ts';

describe('Each refusal of a replacement', () => {
  saysEachRefusal(refusals, { law: { article: "code de l'éducation, article D337-116", words: null, asOf: null } });
});

describe('Each refusal of an absence that is explained', () => {
  saysEachRefusal(excuseRefusals, {});
});
