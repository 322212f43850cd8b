import type { LetterOutcome, NoticeLetter } from '../notice.ts';
import type { NoticeRefusal } from '../noticeRefusals.ts';
import type { Notification } from './notification.ts';

type Days = { readonly issuedOn: Temporal.PlainDate; readonly today: Temporal.PlainDate };

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0;

/** Why a letter can't be entered as posted that day; null: it can. */
export function whyNotPosted(
  notification: Notification,
  holds: boolean,
  postedOn: Temporal.PlainDate,
  { issuedOn, today }: Days,
): NoticeRefusal | null {
  if (!holds) return { code: 'not-standing' };
  if (notification.state === 'notified') return { code: 'notified', on: notification.on };
  if (notification.state === 'posted') return { code: 'under-way', tracking: notification.letter.tracking ?? '' };
  if (notification.state === 'deposited') return { code: 'on-line', until: notification.until };
  if (isAfter(postedOn, today)) return { code: 'ahead' };
  return isAfter(issuedOn, postedOn) ? { code: 'before-decision', day: issuedOn } : null;
}

export type LetterEnd = {
  readonly outcome: LetterOutcome;
  readonly presentedOn: Temporal.PlainDate | null;
  readonly outcomeOn: Temporal.PlainDate;
};

/** Why what became of a letter can't be entered so. */
export function whyNotEnded(
  { outcome, postedOn }: Pick<NoticeLetter, 'outcome' | 'postedOn'>,
  end: LetterEnd,
  today: Temporal.PlainDate,
): NoticeRefusal | null {
  if (outcome !== null) return { code: 'changed' };
  if (isAfter(end.outcomeOn, today)) return { code: 'ahead' };
  if (end.outcome === 'unclaimed' && end.presentedOn === null) return { code: 'presentation-missing' };
  if (isAfter(postedOn, end.presentedOn ?? end.outcomeOn)) return { code: 'before-posting', day: postedOn };
  if (end.presentedOn !== null && isAfter(end.presentedOn, end.outcomeOn))
    return { code: 'before-presentation', day: end.presentedOn };
  return null;
}

/** How a number of the post is kept: as it is printed, without its spaces. */
export function trackingIn(typed: string): string {
  return typed.replace(/[\s\u00a0.-]/g, '').toUpperCase();
}
