import { expect, it } from 'vitest';
import { nextTry, restSeconds, TRIED_HOURS } from './retries.ts';

const MADE = Temporal.Instant.from('2023-11-15T10:00:00Z');
const EXPIRES = MADE.add({ hours: TRIED_HOURS });
/** Every try of a notice that nobody takes, each at the instant that the one before gave. */
function triesOf(): readonly Temporal.Instant[] {
  const all = [MADE];
  for (let next = nextTry(1, EXPIRES, MADE); next !== null; next = nextTry(all.length, EXPIRES, next)) all.push(next);
  return all;
}

it('a notice that nobody takes is tried twelve times in its day at most, each time after a longer wait', () => {
  const tries = triesOf();
  const waits = tries.slice(1).map((at, index) => at.since(tries[index] ?? at).total('seconds'));
  expect(waits.slice(0, 5)).toEqual([10, 60, 300, 900, 1_800]);
  expect(waits.slice(0, -1)).toEqual(waits.slice(0, -1).toSorted((one, other) => one - other));
  expect(tries.length).toBeLessThanOrEqual(12);
});

it('the last try comes at the end of its day, never after', () => {
  expect(triesOf().at(-1)).toEqual(EXPIRES);
  const nearly = EXPIRES.subtract({ seconds: 5 });
  expect(nextTry(1, EXPIRES, nearly)).toEqual(EXPIRES);
  expect(nextTry(1, EXPIRES, EXPIRES)).toBeNull();
  expect(nextTry(1, EXPIRES, EXPIRES.add({ seconds: 1 }))).toBeNull();
  expect(nextTry(12, EXPIRES, MADE)).toBeNull();
});

it('a receiver that is away rests an hour at most, so that it is found soon after it is back', () => {
  expect([0, 1, 2, 6, 9, 1_000].map(restSeconds)).toEqual([10, 10, 60, 3_600, 3_600, 3_600]);
});
