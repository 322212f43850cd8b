import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskOf } from './risk.ts';

describe('The risk of a piece', () => {
  const days = fc.integer({ min: -40, max: 200 });
  it('grows with waiting, shrinks with the days left, and is twice for a piece that blocks', () => {
    fc.assert(
      fc.property(fc.nat(200), days, (waitingDays, daysLeft) => {
        const facts = { countsForValidation: false, waitingDays, daysLeft };
        const risk = riskOf(facts);
        expect(riskOf({ ...facts, waitingDays: waitingDays + 1 })).toBeGreaterThan(risk);
        expect(riskOf({ ...facts, daysLeft: daysLeft + 1 })).toBeLessThanOrEqual(risk);
        expect(riskOf({ ...facts, countsForValidation: true })).toBe(2 * risk);
      }),
    );
  });
  it('is as high as it can be once the deadline is past', () => {
    const facts = { countsForValidation: true, waitingDays: 3 };
    expect(riskOf({ ...facts, daysLeft: -5 })).toBe(riskOf({ ...facts, daysLeft: 0 }));
  });
});
