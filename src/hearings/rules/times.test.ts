import { describe, expect, it } from 'vitest';
import type { PieceWithFiles } from '../../pieces/index.ts';
import type { Hearing } from '../hearing.ts';
import { answeredUntil, answerTime, endOf, isHeard, isStillAsked, whyNotUndone, whyTooLate } from './times.ts';

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

  it('is asked by nobody once it is decided; where it asked for no piece, until then', () => {
    expect(isStillAsked({ outcome: null, codes: [] }, [])).toBe(true);
    expect(isStillAsked({ outcome: null, codes: ['DOMICIL'] }, [])).toBe(false);
    expect(isStillAsked({ outcome: 'dropped', codes: [] }, [])).toBe(false);
  });
});

describe('The time of a hearing', () => {
  const at = Temporal.Instant.from('2024-03-20T16:30:00+01:00');
  const until = Temporal.Instant.from('2024-04-05T00:00:00+02:00');
  const invited = (letter: Hearing['letter']) => ({ at, until, letter, codes: ['DOMICIL'] });
  const letter = { id: 'l', postedOn: day('2024-03-21') };
  const onLine = invited(null);
  const inTray = invited({ ...letter, reachedOn: null });
  const byPost = invited({ ...letter, reachedOn: day('2024-03-25') });

  it('is what the invitation says; by the post as many days, from that on which its letter came', () => {
    expect(endOf(onLine)).toEqual(until);
    expect(endOf(inTray)).toBeNull();
    expect(`${endOf(byPost)}`).toBe('2024-04-09T22:00:00Z');
  });

  it('nobody decides before its end, nor before it has begun', () => {
    expect([isHeard(onLine, until.subtract({ seconds: 1 })), isHeard(onLine, until)]).toEqual([true, false]);
    expect(isHeard(inTray, until.add({ hours: 9_000 }))).toBe(true);
    expect(isHeard(byPost, until)).toBe(true);
  });

  it('lasts as long as what it asked for may be given, where that is later', () => {
    const [sooner, later] = [until.subtract({ hours: 24 }), until.add({ hours: 24 })];
    const missing = (code: string, dueAt: Temporal.Instant, status = 'none') =>
      ({ code, status, files: [], dueAt, correctableUntil: null }) as unknown as PieceWithFiles;
    expect(answeredUntil(onLine, [missing('DOMICIL', sooner)])).toEqual(until);
    expect(answeredUntil(onLine, [missing('DOMICIL', later), missing('DOMICIL', sooner)])).toEqual(later);
    // Another piece, or one that is in order, puts nothing off.
    expect(answeredUntil(onLine, [missing('VAE', later), missing('DOMICIL', later, 'compliant')])).toEqual(until);
    expect(answeredUntil(inTray, [missing('DOMICIL', later)])).toBeNull();
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
