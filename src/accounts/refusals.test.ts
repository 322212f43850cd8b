import { describe, expect, it } from 'vitest';
import { headersOf, type Refusal, type RefusalCode, refusals, sentenceOf, statusOf } from './refusals.ts';

const codes = Object.keys(refusals) as RefusalCode[];
const example = (code: RefusalCode): Refusal =>
  code === 'too-many-tries' || code === 'too-many-codes' ? { code, waitSeconds: 130 } : ({ code } as Refusal);

describe('Each refusal', () => {
  it.each(codes)('%s has a status of its own kind and a whole French sentence', (code) => {
    const refusal = example(code);
    expect(statusOf(refusal)).toBeGreaterThanOrEqual(400);
    expect(statusOf(refusal)).not.toBe(500);
    expect(statusOf(refusal)).toBeLessThanOrEqual(503);
    expect(sentenceOf(refusal)).toMatch(/^\p{Lu}.{20,}\.$/u);
    expect(sentenceOf(refusal)).not.toMatch(/ [:;!?»]|« |’/);
  });

  it('differs from the others in its sentence', () => {
    expect(new Set(codes.map((code) => sentenceOf(example(code)))).size).toBe(codes.length);
  });

  it('says how long to wait, in words and in Retry-After', () => {
    const refusal = example('too-many-tries');
    expect(sentenceOf(refusal)).toContain('3\u00a0minutes');
    expect(headersOf(refusal)).toEqual({ 'retry-after': '130' });
    expect(sentenceOf({ code: 'too-many-tries', waitSeconds: 1 })).toContain('1\u00a0seconde,');
    expect(headersOf(example('link-ended'))).toEqual({});
  });
});
