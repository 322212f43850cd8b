import { expect, it } from 'vitest';
import { closingHour } from './closing.ts';

it('The hour before a closing: what was received is there, nothing is late, nothing in time is refused, whatever is killed', async () => {
  const outcome = await closingHour({
    seconds: 12,
    people: 12,
    crowd: 0,
    seed: 3,
    longestWait: 1,
    say: () => undefined,
  });
  expect(outcome.faults).toEqual([]);
  expect(outcome.outcomes['deposit, done']).toBeGreaterThan(0);
  expect(outcome.outcomes['sign, done']).toBeGreaterThan(0);
}, 600_000);
