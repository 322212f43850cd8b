import type { ResolvedSession } from '../../catalogue/index.ts';
import { lastDayToWithdraw } from '../../law/index.ts';
import { PARIS, parisDay } from '../../platform/time.ts';
import type { Basis } from '../hearing.ts';
import type { Refusal } from '../refusals.ts';

/**
 * Until when somebody told now may answer: as many whole days as the session leaves for a correction. No text read gives a number
 * (CRPA L122-1 asks that the person was able to).
 */
export function answerTime({ correctionDays }: Pick<ResolvedSession, 'correctionDays'>, now: Temporal.Instant) {
  return parisDay(now)
    .add({ days: correctionDays + 1 })
    .toZonedDateTime(PARIS)
    .toInstant();
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
