import { describe, expect, it } from 'vitest';
import { MOST_COUNTED, pagesOf } from './counts.ts';

describe('The pages of a list', () => {
  it('are as many as its lines fill, the last one begun', () => {
    expect([pagesOf(0, 50), pagesOf(1, 50), pagesOf(50, 50), pagesOf(51, 50)]).toEqual([0, 1, 1, 2]);
  });
  it('end where nobody reads on', () => {
    expect(pagesOf(MOST_COUNTED + 1, 50)).toBe(MOST_COUNTED / 50);
    expect(pagesOf(10 * MOST_COUNTED, 50)).toBe(MOST_COUNTED / 50);
  });
});
