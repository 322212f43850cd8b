import { describe, expect, it } from 'vitest';
import { confirmationState } from './confirmationState.ts';

const closesAt = Temporal.Instant.from('2023-12-01T17:00:00+01:00');
const before = closesAt.subtract({ nanoseconds: 1 });
const unsigned = { status: 'registered', signed: false, piece: 'none', closesAt, now: before } as const;

describe('« La confirmation datée et signée est téléversée avant la date de clôture »', () => {
  it('is to sign until the last instant, and late at the closing itself', () => {
    expect(confirmationState(unsigned)).toBe('to-sign');
    expect(confirmationState({ ...unsigned, piece: null })).toBe('to-sign');
    expect(confirmationState({ ...unsigned, now: closesAt })).toBe('late');
  });

  it('is given once signed, also after the closing, and done once compliant', () => {
    expect(confirmationState({ ...unsigned, signed: true })).toBe('signed');
    expect(confirmationState({ ...unsigned, signed: true, now: closesAt })).toBe('signed');
    expect(confirmationState({ ...unsigned, signed: true, piece: 'compliant' })).toBe('compliant');
    expect(confirmationState({ ...unsigned, status: 'validated', signed: true, piece: 'compliant' })).toBe('compliant');
  });

  it('is to do again when refused, until the end of corrections', () => {
    expect(confirmationState({ ...unsigned, piece: 'non-compliant' })).toBe('refused');
    expect(confirmationState({ ...unsigned, piece: 'non-compliant', now: closesAt })).toBe('late');
  });

  it('asks for nothing of an enrolment that ended', () => {
    for (const status of ['withdrawn', 'set-aside', 'cancelled'] as const)
      expect(confirmationState({ ...unsigned, status })).toBe('ended');
  });
});
