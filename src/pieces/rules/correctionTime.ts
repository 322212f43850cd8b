import type { ResolvedSession } from '../../catalogue/index.ts';
import { PARIS, parisDay } from '../../platform/time.ts';

/** A refusal is told when nothing more was decided on the file for ten minutes, and thirty minutes after it at the latest. */
const LONGEST_SILENCE = { minutes: 30 } as const;

type Corrections = Pick<ResolvedSession, 'correctionDays' | 'lastCorrectionAt'> & {
  readonly correctionsEndAt: { readonly at: Temporal.Instant };
};

/**
 * Until when a piece refused now may be corrected: the session's end of corrections, or whole days of Paris after the day on
 * which the candidate is told, whichever is later (CRPA L114-5 and L114-6: the delay is this person's, and is told). None
 * passes the session's last correction, before the convocations are made. `told`: what a refusal before left; it stands.
 */
export function correctionTime(
  session: Corrections,
  refusedAt: Temporal.Instant,
  told: Temporal.Instant | null = null,
): Temporal.Instant {
  const left = earlier(timeFromLetter(session, parisDay(refusedAt.add(LONGEST_SILENCE))), session.lastCorrectionAt);
  return told === null ? left : laterOf(told, left);
}

/** The same from the day on which a letter brought it: what the letter says is given in full, whatever its day. */
export function timeFromLetter(
  { correctionDays, correctionsEndAt }: Pick<Corrections, 'correctionDays' | 'correctionsEndAt'>,
  broughtOn: Temporal.PlainDate,
): Temporal.Instant {
  const ownDays = broughtOn
    .add({ days: correctionDays + 1 })
    .toZonedDateTime(PARIS)
    .toInstant();
  return laterOf(correctionsEndAt.at, ownDays);
}

/** The days of whoever a decision had ended and goes on (`reopenMissing`). */
export type TimeAgain = {
  /** The first instant from which such a decision stood. */
  readonly endedAt: Temporal.Instant;
  readonly until: Temporal.Instant;
};

/** When the time of something ends that is asked of everybody until an instant: later, if it ran out while a decision stood. */
export function endAgain(end: Temporal.Instant, again: TimeAgain | null): Temporal.Instant {
  return again !== null && Temporal.Instant.compare(again.endedAt, end) < 0 ? laterOf(end, again.until) : end;
}

export function laterOf(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) > 0 ? a : b;
}

function earlier(a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(a, b) < 0 ? a : b;
}
