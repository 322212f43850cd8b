import { endOfDay, PARIS, parisDay } from '../../platform/time.ts';
import type { Mode, Piece } from '../piece.ts';
import { closingOf, isOver } from './deadline.ts';

/** What the postmark of a paper says; `in-time` where the day is the last one, whatever its hour. */
export type Postmark = { readonly on: Temporal.PlainDate; readonly standing: 'in-time' | 'late' };

/** The last day on which a paper may be posted: that of the instant before which the piece must be in. */
export function lastPostingDay(piece: Pick<Piece, 'dueAt' | 'correctableUntil'>): Temporal.PlainDate {
  return lastDayBefore(closingOf(piece));
}

/** The last day on which a letter may be posted for what ends at this instant: that day counts whole, whatever the hour. */
export function lastDayBefore(end: Temporal.Instant): Temporal.PlainDate {
  return parisDay(end.subtract({ nanoseconds: 1 }));
}

type PostedPaper = Pick<
  Piece,
  'postedOn' | 'status' | 'dueAt' | 'correctableUntil' | 'typedLate' | 'daysRunFrom' | 'awaitsNotice'
>;
/** When it ends for who gives it that way: on line at its instant, by the post with its last day. */
export function endByMode(mode: Mode, end: Temporal.Instant): Temporal.Instant {
  return mode === 'post' ? endOfDay(lastDayBefore(end)) : end;
}

/**
 * By post, the postmark decides lateness, not the day it came (CRPA L112-1). Null: none was read. A late one refuses nothing by
 * itself: a person decides.
 */
export function postmarkOf(piece: PostedPaper): Postmark | null {
  const { postedOn } = piece;
  if (postedOn === null) return null;
  const isLate = isOver(piece, postedOn.toZonedDateTime(PARIS).toInstant());
  return { on: postedOn, standing: isLate ? 'late' : 'in-time' };
}

/** Why the days of a paper can't be so: posted, then received, then sent back. */
export type PaperDaysFault = 'received-before-posted' | 'returned-before-received' | 'returned-not-refused';

export function paperDaysFault(
  days: {
    readonly postedOn: Temporal.PlainDate | null;
    readonly receivedOn: Temporal.PlainDate | null;
    readonly returnedOn: Temporal.PlainDate | null;
  },
  isRefused: boolean,
): PaperDaysFault | null {
  const { postedOn, receivedOn, returnedOn } = days;
  const isBefore = (one: Temporal.PlainDate | null, other: Temporal.PlainDate | null): boolean =>
    one !== null && other !== null && Temporal.PlainDate.compare(one, other) < 0;
  if (isBefore(receivedOn, postedOn)) return 'received-before-posted';
  if (returnedOn === null) return null;
  if (!isRefused) return 'returned-not-refused';
  return isBefore(returnedOn, receivedOn ?? postedOn) ? 'returned-before-received' : null;
}
