import { describe, expect, it } from 'vitest';
import type { ResolvedSession } from '../../catalogue/index.ts';
import type { PieceWithFiles } from '../../pieces/index.ts';
import { shippedCatalogue } from '../../testing/catalogue.ts';
import type { FileCase } from '../fileCase.ts';
import { awaitedOf, missingOf, whyNotGranted, whyNotInvited } from './invitation.ts';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);
const session = (await shippedCatalogue()).session('bp-2024-clermont') as ResolvedSession;
const CLOSING = session.window.closesAt;
const LATER = CLOSING.add({ hours: 48 });

const piece = (code: string, changes: Partial<PieceWithFiles> = {}): PieceWithFiles =>
  ({
    code,
    status: 'none',
    files: [],
    refused: [],
    countsForValidation: true,
    confidential: false,
    dueAt: CLOSING,
    correctableUntil: null,
    ...changes,
  }) as unknown as PieceWithFiles;
const given = piece('GIVEN', { files: [{ kept: {} }] as never });
const file = (changes: Partial<Pick<FileCase, 'pieces' | 'found' | 'invitations'>> = {}) => ({
  pieces: [piece('DOMICIL'), given],
  found: { state: 'to-invite', missing: ['DOMICIL'], held: [], apart: [] } as FileCase['found'],
  invitations: [] as FileCase['invitations'],
  ...changes,
});

describe('A candidate is invited to regularise', () => {
  it('once the time of what is missing is over, and the half hour of what was begun in time', () => {
    expect(whyNotInvited(file(), session, LATER)).toBeNull();
    expect(whyNotInvited(file(), session, CLOSING.add({ minutes: 29 }))).toMatchObject({ code: 'in-grace' });
    expect(whyNotInvited(file(), session, CLOSING.add({ minutes: 30 }))).toBeNull();
  });
  it('never before, nor for nothing', () => {
    const early = CLOSING.subtract({ hours: 1 });
    expect(whyNotInvited(file({ found: null }), session, early)).toEqual({ code: 'not-closed', closesAt: CLOSING });
    expect(whyNotInvited(file({ found: null, pieces: [given] }), session, early)).toEqual({ code: 'nothing-missing' });
    expect(whyNotInvited(file({ found: null }), session, CLOSING)).toEqual({ code: 'nothing-missing' });
  });
  it('once at a time, and not over what came in time and we could not take', () => {
    const invited = { state: 'invited', missing: ['DOMICIL'], held: [], apart: [] } as FileCase['found'];
    const last = { until: LATER.add({ hours: 300 }), letter: null } as FileCase['invitations'][number];
    expect(whyNotInvited(file({ found: invited, invitations: [last] }), session, LATER)).toEqual({
      code: 'already-invited',
      until: last.until,
    });
    expect(whyNotInvited(file({ found: invited }), session, LATER)).toBeNull();
    const apart = { state: 'apart', missing: ['DOMICIL'], held: [], apart: [] } as FileCase['found'];
    expect(whyNotInvited(file({ found: apart }), session, LATER)).toEqual({ code: 'begun-in-time' });
  });
  it('as long as some time is left before the convocations', () => {
    expect(whyNotInvited(file(), session, session.lastCorrectionAt)).toEqual({ code: 'no-time-left' });
  });
  it('for the pieces that are missing alone', () => {
    expect(missingOf(file()).map(({ code }) => code)).toEqual(['DOMICIL']);
    expect(missingOf(file({ found: null }))).toEqual([]);
  });
});

describe('Time is granted to one candidate', () => {
  const now = CLOSING.subtract({ hours: 24 });
  const until = at('2023-12-15T17:00:00+01:00');
  it('for what has not come or was refused, of what counts, and nothing of health', () => {
    const pieces = [
      piece('MISSING'),
      given,
      piece('REFUSED', { status: 'non-compliant', files: [{ kept: {} }] as never }),
      piece('HEALTH', { confidential: true }),
      piece('LATER', { countsForValidation: false }),
      piece('COMPLIANT', { status: 'compliant' }),
      piece('RECEIVED', { status: 'received' }),
    ];
    expect(awaitedOf({ pieces }).map(({ code }) => code)).toEqual(['MISSING', 'REFUSED']);
  });
  it('ahead, longer than what was told, before the convocations', () => {
    const why = (to: Temporal.Instant, pieces = [piece('MISSING')]) => whyNotGranted({ pieces }, session, to, now);
    expect(why(until)).toBeNull();
    expect(why(until, [given])).toEqual({ code: 'nothing-awaited' });
    expect(why(session.lastCorrectionAt)).toBeNull();
    expect(why(session.lastCorrectionAt.add({ nanoseconds: 1 }))).toMatchObject({ code: 'after-convocations' });
    expect(why(now)).toEqual({ code: 'not-ahead' });
    expect(why(now.add({ nanoseconds: 1 }))).toEqual({ code: 'no-more-time' });
    expect(why(CLOSING)).toEqual({ code: 'no-more-time' });
    expect(why(CLOSING.add({ nanoseconds: 1 }))).toBeNull();
    const longer = piece('MORE', { correctableUntil: until.add({ hours: 1 }) });
    expect(why(until, [longer])).toEqual({ code: 'no-more-time' });
    expect(why(until, [longer, piece('MISSING')])).toBeNull();
  });
});
