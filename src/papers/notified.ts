import { type LastDay, lastDayToAppeal, type Where } from '../law/index.ts';
import { type Decidable, endedBy, type Notice, stillStands } from './notice.ts';
import { noticeTexts, notificationInWords } from './noticeTexts.ts';
import type { PaperKind } from './paper.ts';
import { notificationOf } from './rules/notification.ts';

/**
 * Where the notification of each decision that stands is, in words for its candidate, by paper, the last first. What an office is
 * to send by post is said at once of what ends an enrolment; of the others, once a letter left.
 */
export function notifiedIn(
  notices: readonly Notice[],
  enrolment: Decidable,
  { now, where }: { readonly now: Temporal.Instant; readonly where: Where },
  kind: PaperKind | null = null,
): ReadonlyMap<string, string> {
  return new Map(
    notices
      .filter((notice) => stillStands(notice, enrolment) && (kind ?? notice.kind) === notice.kind)
      .map((notice) => ({ notice, found: notificationOf(notice, now) }))
      .filter(({ notice, found }) => endedBy(notice.kind) !== null || found.state !== 'to-post')
      .map(({ notice, found }) => {
        const opening = found.state === 'deposited' ? ` ${noticeTexts.opens}` : '';
        return [notice.id, `${notificationInWords(found, where, now)}${opening}`];
      }),
  );
}

/** The last day to contest the decision of that kind that stands; null: it isn't notified yet. */
export function lastDayOfNotified(
  notices: readonly Notice[],
  enrolment: Decidable,
  { now, where }: { readonly now: Temporal.Instant; readonly where: Where },
  kind: PaperKind,
): LastDay | null {
  const [notice] = notices.filter((one) => one.kind === kind && stillStands(one, enrolment));
  const found = notice === undefined ? null : notificationOf(notice, now);
  return found?.state === 'notified' ? lastDayToAppeal(found.on, where) : null;
}
