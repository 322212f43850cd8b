import { describe, expect, it } from 'vitest';
import { PART } from '../piece.ts';
import { refusePart } from './parts.ts';

const upload = { size: 3 * PART.most, received: PART.most };

describe('A part of an upload', () => {
  it.each([
    ['the next one', upload.received, PART.most, null],
    ['the smallest one', upload.received, PART.least, null],
    ['one that came already', 0, PART.most, 'part-misplaced'],
    ['one that leaves a hole', upload.received + 1, PART.most, 'part-misplaced'],
    ['one too small to be worth its line', upload.received, PART.least - 1, 'part-size'],
    ['one too large', upload.received, PART.most + 1, 'part-size'],
    ['an empty one', upload.received, 0, 'part-size'],
  ] as const)('is taken, or refused with the reason: %s', (_, start, size, outcome) => {
    expect(refusePart(upload, { start, size })).toBe(outcome);
  });

  it('may be as small as it likes where it is the last, and never goes beyond what was announced', () => {
    const almost = { size: 100, received: 99 };
    expect(refusePart(almost, { start: 99, size: 1 })).toBeNull();
    expect(refusePart(almost, { start: 99, size: 2 })).toBe('part-size');
    expect(refusePart({ size: 100, received: 100 }, { start: 100, size: 1 })).toBe('part-size');
  });
});
