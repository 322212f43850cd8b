import { type DeemedNotice, deemedNotice, noticeByLetter } from '../../law/index.ts';
import { parisDay } from '../../platform/time.ts';
import type { Notice, NoticeLetter } from '../notice.ts';

/** Since when a decision is notified and how, or where its notification stands. Days of Paris. */
export type Notification =
  | {
      readonly state: 'notified';
      readonly on: Temporal.PlainDate;
      readonly how: 'first-reading' | 'unread' | 'received' | 'unclaimed';
    }
  /** Deposited and not opened yet: the last of its fifteen days. */
  | { readonly state: 'deposited'; readonly until: Temporal.PlainDate }
  | { readonly state: 'to-post'; readonly why: 'no-agreement' | 'mail-refused' | 'returned' }
  | { readonly state: 'posted'; readonly letter: NoticeLetter };

type Facts = Pick<Notice, 'issuedAt' | 'openedAt' | 'electronic' | 'mail' | 'letters'>;

/** Found by asking, never stored: what is entered late, or corrected, counts as it should have. */
export function notificationOf(notice: Facts, now: Temporal.Instant): Notification {
  const days = [onLine(notice, now), ...notice.letters.map(byPost)].filter((one) => one !== null);
  const [first] = days.toSorted((a, b) => Temporal.PlainDate.compare(a.on, b.on));
  if (first !== undefined) return { state: 'notified', ...first };
  const last = notice.letters.at(-1);
  if (last !== undefined && last.outcome === null) return { state: 'posted', letter: last };
  if (last !== undefined) return { state: 'to-post', why: 'returned' };
  if (!notice.electronic) return { state: 'to-post', why: 'no-agreement' };
  return notice.mail === 'refused'
    ? { state: 'to-post', why: 'mail-refused' }
    : { state: 'deposited', until: deemedOf(notice).lastToRead };
}

/** The first day on which one of these letters counts as handed over; null: none does, as far as anybody noted. */
export function handedOverOn(letters: readonly Parameters<typeof noticeByLetter>[0][]): Temporal.PlainDate | null {
  const [first = null] = letters.flatMap((one) => noticeByLetter(one) ?? []).toSorted(Temporal.PlainDate.compare);
  return first;
}

/**
 * From when the days run of what a notified decision asks for. Deposited and never read, it counts as notified on the day of its deposit
 * (CRPA R112-20): the days for reading it aren't those for giving a piece.
 */
export function daysRunFrom(
  notice: Pick<Notice, 'issuedAt'>,
  { on, how }: Extract<Notification, { state: 'notified' }>,
): Temporal.PlainDate {
  return how === 'unread' ? deemedOf(notice).lastToRead : on;
}

type Notified = Pick<Extract<Notification, { state: 'notified' }>, 'on' | 'how'>;

/**
 * The first reading, or the day of the deposit where nobody read it in time (CRPA R112-20). Without an agreement a reading on line
 * notifies nothing; nor do fifteen days whose mail never left.
 */
function onLine({ electronic, issuedAt, openedAt, mail }: Facts, now: Temporal.Instant): Notified | null {
  if (!electronic) return null;
  const { lastToRead, on, saidFrom } = deemedOf({ issuedAt });
  const read = openedAt === null ? null : parisDay(openedAt);
  const inTime = read !== null && Temporal.PlainDate.compare(read, lastToRead) <= 0;
  const isOver = Temporal.PlainDate.compare(parisDay(now), saidFrom) >= 0;
  if (mail === 'left' && isOver && !inTime) return { on, how: 'unread' };
  return read === null ? null : { on: read, how: 'first-reading' };
}

function byPost(letter: NoticeLetter): Notified | null {
  const on = noticeByLetter(letter);
  return on === null ? null : { on, how: letter.outcome === 'received' ? 'received' : 'unclaimed' };
}

function deemedOf({ issuedAt }: Pick<Notice, 'issuedAt'>): DeemedNotice {
  return deemedNotice(parisDay(issuedAt));
}
