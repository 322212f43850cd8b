import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

describe('Each refusal of the marks', () => {
  saysEachRefusal(refusals, {
    numbers: ['482917R'],
    next: Temporal.Instant.from('2024-06-03T09:00:00+02:00'),
    record: 'PV 2024-001',
  });
});
