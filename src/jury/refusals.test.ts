import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

describe('Each refusal of a jury', () => {
  saysEachRefusal(refusals, { names: ['Coiffure'], count: 2, last: Temporal.PlainDate.from('2024-11-01') });
});
