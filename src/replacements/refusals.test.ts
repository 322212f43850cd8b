import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

describe('Each refusal of a replacement', () => {
  saysEachRefusal(refusals, {});
});
