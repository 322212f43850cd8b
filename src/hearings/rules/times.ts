import type { ResolvedSession } from '../../catalogue/index.ts';
import { lastDayToWithdraw } from '../../law/index.ts';
import { closingOf, hasNotCome, isBeingRead, type PieceWithFiles } from '../../pieces/index.ts';
import { inParis, PARIS, parisDay } from '../../platform/time.ts';
import type { Basis, Hearing } from '../hearing.ts';
import type { Refusal } from '../refusals.ts';

/**
 * Until when somebody told now may answer: as many whole days as the session leaves for a correction. No text read gives a number
 * (CRPA L122-1 asks that the person was able to).
 */
export function answerTime(
  { correctionDays }: Pick<ResolvedSession, 'correctionDays'>,
  now: Temporal.Instant,
): Temporal.Instant {
  return parisDay(now)
    .add({ days: correctionDays + 1 })
    .toZonedDateTime(PARIS)
    .toInstant();
}

/**
 * The end of a hearing's own time; null: it hasn't begun. As many days as the invitation gives, from the day when its letter reached
 * whoever is told by the post.
 */
export function endOf({ at, until, letter }: Pick<Hearing, 'at' | 'until' | 'letter'>): Temporal.Instant | null {
  if (letter === null) return until;
  const { reachedOn } = letter;
  if (reachedOn === null) return null;
  const { days } = parisDay(at).until(reachedOn);
  return inParis(until).add({ days }).toInstant();
}

/** May nobody decide yet? Its time runs, or hasn't begun. */
export function isHeard(hearing: Pick<Hearing, 'at' | 'until' | 'letter'>, now: Temporal.Instant): boolean {
  const end = endOf(hearing);
  return end === null || Temporal.Instant.compare(now, end) < 0;
}

/**
 * The instant before which this hearing is answered, null before its letter came: its own, or as long as what it asked for may be given, where an extension or time of the
 * candidate's own put that off.
 */
export function answeredUntil(
  hearing: Pick<Hearing, 'at' | 'until' | 'letter' | 'codes'>,
  pieces: readonly PieceWithFiles[],
): Temporal.Instant | null {
  const until = endOf(hearing);
  if (until === null) return null;
  const { codes } = hearing;
  const asked = missingOf(codes, pieces).map(closingOf);
  return asked.reduce((last, one) => (Temporal.Instant.compare(one, last) > 0 ? one : last), until);
}

/** Nothing is decided yet, and something could be: what came meanwhile may have ended the matter, once it is read. */
export function isStillAsked(
  { outcome, codes }: Pick<Hearing, 'outcome' | 'codes'>,
  pieces: readonly PieceWithFiles[],
): boolean {
  return outcome === null && (codes.length === 0 || missingOf(codes, pieces).length > 0);
}

function missingOf(codes: readonly string[], pieces: readonly PieceWithFiles[]): readonly PieceWithFiles[] {
  return pieces.filter((piece) => codes.includes(piece.code) && (hasNotCome(piece) || isBeingRead(piece)));
}

/** A place is kept unless its candidate was heard before the convocations are made: the office's lateness never falls on them. */
export function whyTooLate(
  { lastCorrectionAt }: Pick<ResolvedSession, 'lastCorrectionAt'>,
  until: Temporal.Instant,
): Refusal | null {
  return Temporal.Instant.compare(until, lastCorrectionAt) > 0 ? { code: 'no-time-left' } : null;
}

/**
 * Why the law doesn't let this validation be undone by a decision signed on that day; null: it does. An unlawful act that gave rights is
 * undone within four months (CRPA L242-1); one obtained by fraud, or at its holder's own request, at any time (L241-2, L242-4).
 */
export function whyNotUndone(
  basis: Basis,
  validatedAt: Temporal.Instant,
  signedOn: Temporal.PlainDate,
): Refusal | null {
  if (basis !== 'unlawful') return null;
  const { last } = lastDayToWithdraw(parisDay(validatedAt));
  return Temporal.PlainDate.compare(signedOn, last) > 0 ? { code: 'four-months', last } : null;
}
