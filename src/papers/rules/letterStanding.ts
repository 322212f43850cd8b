import type { Notice } from '../notice.ts';
import { noticeTexts } from '../noticeTexts.ts';
import { toldTexts } from '../toldTexts.ts';
import { type Notification, notificationOf } from './notification.ts';

/**
 * Where a decision or a letter stands: as a notification, or told by telephone in the place of a letter. `over`: a letter that is still
 * to be posted, and whose matter is over.
 */
export type LetterStanding =
  | Notification
  | { readonly state: 'told'; readonly on: Temporal.PlainDate }
  | { readonly state: 'over' };

type Facts = Pick<Notice, 'kind' | 'toldOn' | 'issuedAt' | 'openedAt' | 'electronic' | 'mail' | 'letters'>;

export function standingOf(notice: Facts, now: Temporal.Instant, isOver = false): LetterStanding {
  if (notice.toldOn !== null) return { state: 'told', on: notice.toldOn };
  const found = notificationOf(notice, now);
  return isOver && found.state === 'to-post' ? { state: 'over' } : found;
}

const say = toldTexts.standing;

/** For the office; a decision speaks of its notification, any other letter of the post. */
export function standingInWords(
  { kind, printedAt, signedBy }: Pick<Notice, 'kind' | 'printedAt' | 'signedBy'>,
  found: LetterStanding,
): string {
  if (found.state === 'told') return say.told(found.on);
  if (found.state === 'over') return say.over;
  if (kind !== null) return `${noticeTexts.standing(found)}${toSign({ signedBy }, found)}`;
  switch (found.state) {
    case 'notified':
      return found.how === 'unclaimed' ? say.unclaimed(found.on) : say.received(found.on);
    case 'posted':
      return say.posted(found.letter.postedOn, found.letter.tracking);
    default:
      if ('why' in found && found.why === 'returned') return say.returned;
      return printedAt === null ? say.toPost(signedBy) : say.printed(printedAt, signedBy);
  }
}

/** A decision that goes by the post is signed by its author's own hand, each time that it leaves. */
export function toSign({ signedBy }: Pick<Notice, 'signedBy'>, { state }: Pick<LetterStanding, 'state'>): string {
  return signedBy === null || state !== 'to-post' ? '' : say.toSign(signedBy);
}
