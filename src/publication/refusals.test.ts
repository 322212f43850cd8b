import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

describe('Each refusal of the publication', () => {
  saysEachRefusal(refusals, { names: ['Coiffure', 'Boulanger'], days: 30 });
});
