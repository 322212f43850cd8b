import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

const until = Temporal.Instant.from('2023-12-22T16:00:00Z');

describe('Each refusal of the closing', () => {
  saysEachRefusal(refusals, { until, closesAt: until, days: 30, what: ['Recteur'] });
});
