import { describe, expect, it } from 'vitest';
import { type ClosingFile, whyNotClosed } from './closing.ts';

const file: ClosingFile = {
  ...{ status: 'registered', seated: false, published: false, again: false },
  ...{ over: false, asked: false, heard: false },
};

describe('An account may be closed', () => {
  it('with a draft, or with what has ended', () => {
    for (const status of ['draft', 'abandoned', 'withdrawn', 'set-aside', 'cancelled'] as const)
      expect(whyNotClosed({ ...file, status }), status).toBeNull();
  });

  it('not with an enrolment that can still be taken back, nor before the results of an exam with a place', () => {
    for (const status of ['registered', 'validated'] as const) {
      expect(whyNotClosed({ ...file, status })).toBe('withdraw');
      expect(whyNotClosed({ ...file, status, seated: true })).toBe('exam');
    }
  });

  it('once the result is told, but for a unit that is sat again', () => {
    const told = { ...file, seated: true, published: true };
    expect(whyNotClosed(told)).toBeNull();
    expect(whyNotClosed({ ...told, again: true })).toBe('replacement');
  });

  it('once the time of the session is over, whatever came of it', () => {
    expect(whyNotClosed({ ...file, seated: true, over: true })).toBeNull();
    expect(whyNotClosed({ ...file, published: true, again: true, over: true })).toBeNull();
  });

  it('never while an answer is owed to them, or theirs is waited for', () => {
    for (const status of ['registered', 'withdrawn', 'cancelled'] as const) {
      const ended = { ...file, status, published: true, over: true };
      expect(whyNotClosed({ ...ended, asked: true })).toBe('case');
      expect(whyNotClosed({ ...ended, heard: true })).toBe('hearing');
    }
  });
});
