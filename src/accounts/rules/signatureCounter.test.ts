import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCounter } from './signatureCounter.ts';

describe('The counter of a passkey', () => {
  it('goes on, by one or by many', () => {
    expect(judgeCounter(0, 1)).toBe('good');
    expect(judgeCounter(7, 8)).toBe('good');
    expect(judgeCounter(7, 4_294_967_295)).toBe('good');
  });

  it('is always 0 where an authenticator does not count', () => {
    expect(judgeCounter(0, 0)).toBe('good');
  });

  it('that stands still, goes back or stops counting comes from a copy', () => {
    expect(judgeCounter(7, 7)).toBe('back');
    expect(judgeCounter(7, 6)).toBe('back');
    expect(judgeCounter(7, 0)).toBe('back');
  });

  it('lets one of two equal signatures through, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 1000 }), (last, given) => {
        if (judgeCounter(last, given) === 'good') expect(judgeCounter(given, given)).toBe('back');
        else expect(given).toBeLessThanOrEqual(last);
      }),
    );
  });
});
