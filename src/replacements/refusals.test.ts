import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { excuseRefusals } from './excuses/refusals.ts';
import { refusals } from './refusals.ts';

describe('Each refusal of a replacement', () => {
  saysEachRefusal(refusals, {});
});

describe('Each refusal of an absence that is explained', () => {
  saysEachRefusal(excuseRefusals, {});
});
