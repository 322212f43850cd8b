import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPace } from './pace.ts';

it('Whoever asks too fast waits, and nobody else', () => {
  let now = 0;
  const take = createPace({ burst: 3, perSecond: 0.5 }, () => now);
  expect([1, 2, 3, 4].map(() => take('a'))).toEqual([0, 0, 0, 2]);
  expect(take('b')).toBe(0);
  now = 1_999;
  expect(take('a')).toBe(1);
  now = 2_000;
  expect([take('a'), take('a')]).toEqual([0, 2]);
});

it('Patience gives back the burst, and no more than it', () => {
  let now = 0;
  const take = createPace({ burst: 3, perSecond: 1 }, () => now);
  for (let index = 0; index < 3; index++) take('a');
  now = 3_600_000;
  expect([1, 2, 3, 4].map(() => take('a'))).toEqual([0, 0, 0, 1]);
});

it('In any time, no more is taken than the burst and what the time gives', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 1, maxLength: 200 }), (waits) => {
      let now = 0;
      const take = createPace({ burst: 5, perSecond: 2 }, () => now);
      let taken = 0;
      for (const wait of waits) {
        now += wait;
        if (take('a') === 0) taken += 1;
      }
      return taken <= 5 + (now / 1000) * 2 + 1e-6;
    }),
  );
});

it('However many ask, those who are remembered are few', () => {
  const take = createPace({ burst: 1, perSecond: 0.001 }, () => 0);
  expect([take('first'), take('first') > 0]).toEqual([0, true]);
  for (let index = 0; index < 30_000; index++) take(`other ${index}`);
  expect(take('first')).toBe(0);
  expect(take('other 29999')).toBeGreaterThan(0);
});
