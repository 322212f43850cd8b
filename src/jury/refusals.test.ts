import { describe } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { refusals } from './refusals.ts';

describe('Each refusal of a jury', () => {
  saysEachRefusal(refusals, {
    names: ['Coiffure'],
    count: 2,
    last: Temporal.PlainDate.from('2024-11-01'),
    day: Temporal.PlainDate.from('2024-07-01'),
    latest: Temporal.Instant.from('2024-07-01T10:40:00+02:00'),
    since: Temporal.Instant.from('2024-07-01T10:40:00+02:00'),
    why: 'paused',
    lacks: ['no-chair'],
  });
});
