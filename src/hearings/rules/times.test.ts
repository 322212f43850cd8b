import { describe, expect, it } from 'vitest';
import type { PieceWithFiles } from '../../pieces/index.ts';
import { answerTime, isStillAsked, whyNotUndone, whyTooLate } from './times.ts';

const VALIDATED = Temporal.Instant.from('2023-12-04T15:00:00+01:00');
const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

describe('Undoing a validation', () => {
  it('validated on 4 December, unlawful, is signed by 4 April at the latest (CRPA L242-1)', () => {
    expect(whyNotUndone('unlawful', VALIDATED, day('2024-04-04'))).toBeNull();
    expect(whyNotUndone('unlawful', VALIDATED, day('2024-04-05'))).toEqual({
      code: 'four-months',
      last: day('2024-04-04'),
    });
  });

  it('obtained by fraud, or asked for by its holder, has no such day (L241-2, L242-4)', () => {
    for (const basis of ['fraud', 'asked'] as const)
      expect(whyNotUndone(basis, VALIDATED, day('2030-01-01'))).toBeNull();
  });
});

describe('What a hearing asked for', () => {
  it('is still asked while what came for it waits to be read, and no longer once it is', () => {
    const asked = (...unread: readonly boolean[]): boolean =>
      isStillAsked({ outcome: null, codes: ['DOMICIL'] }, [
        { code: 'DOMICIL', status: 'none', files: unread.map((one) => ({ kept: { unread: one } })) },
      ] as unknown as readonly PieceWithFiles[]);
    expect([asked(), asked(true), asked(false, true), asked(false)]).toEqual([true, true, true, false]);
  });
});

describe('The time to answer', () => {
  it('is whole days of Paris, as many as the session leaves for a correction', () => {
    const now = Temporal.Instant.from('2024-03-20T16:30:00+01:00');
    expect(`${answerTime({ correctionDays: 15 }, now)}`).toBe('2024-04-04T22:00:00Z');
  });

  it('ends before the convocations are made, or the place is kept', () => {
    const lastCorrectionAt = Temporal.Instant.from('2024-05-03T17:00:00+02:00');
    expect(whyTooLate({ lastCorrectionAt }, lastCorrectionAt)).toBeNull();
    expect(whyTooLate({ lastCorrectionAt }, lastCorrectionAt.add({ seconds: 1 }))).toEqual({ code: 'no-time-left' });
  });
});
