import { describe, expect, it } from 'vitest';
import { saysEachRefusal } from '../testing/refusals.ts';
import { headersOf, refusals } from './refusals.ts';

describe('Each refusal of an act on an account', () => {
  saysEachRefusal(refusals, {
    waitSeconds: 130,
    days: 30,
    opensAt: Temporal.Instant.from('2023-12-01T10:00:00Z'),
  });

  it('says how long to wait, in words and in Retry-After', () => {
    const refusal = { code: 'too-many-tries', waitSeconds: 130 } as const;
    expect(refusals.inWords(refusal)).toContain('3\u00a0minutes');
    expect(headersOf(refusal)).toEqual({ 'retry-after': '130' });
    expect(refusals.inWords({ code: 'too-many-tries', waitSeconds: 1 })).toContain('1\u00a0seconde,');
    expect(headersOf({ code: 'link-ended' })).toEqual({});
  });
});
