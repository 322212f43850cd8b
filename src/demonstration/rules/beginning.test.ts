import { expect, it } from 'vitest';
import { filledAt, readFilled, STAGES } from './beginning.ts';

it('what the stages take is the whole, and how far it is never goes back', () => {
  expect(STAGES.reduce((sum, { takes }) => sum + takes, 0)).toBeCloseTo(1, 10);
  const shares = STAGES.flatMap(({ code }) => [0, 0.5, 1].map((within) => filledAt(code, within).share));
  expect(shares).toEqual(shares.toSorted((one, other) => one - other));
  expect([shares[0], shares.at(-1)]).toEqual([0, expect.closeTo(1, 10)]);
});

it('a stage that takes longer than it says stays within itself', () => {
  expect(filledAt('plan', 7)).toEqual({ stage: 'plan', share: filledAt('marks', 0).share });
  expect(filledAt('year-before', -1).share).toBe(0);
});

it('what another process says is taken for what it must be alone', () => {
  expect(readFilled({ stage: 'jury', share: 0.5, more: 1 })).toEqual({ stage: 'jury', share: 0.5 });
  for (const other of [null, 'jury', {}, { stage: 'jury' }, { stage: 'jury', share: 'half' }, { stage: 'x', share: 1 }])
    expect(readFilled(other)).toBeNull();
});
