import { type DecisionId, type DecisionRead, readDecided } from '../decisions/index.ts';
import { type Enrolment, type EnrolmentId, whereOf } from '../enrolment/index.ts';
import { type LastDay, lastDayToAppeal, type Where } from '../law/index.ts';
import type { Database } from '../platform/database/database.ts';
import { addresses } from './addresses.ts';
import type { PapersDeps } from './deps.ts';
import { type Decidable, endedBy, type Notice, stillStands } from './notice.ts';
import { noticeTexts, notificationInWords } from './noticeTexts.ts';
import type { PaperKind } from './paper.ts';
import { notificationOf } from './rules/notification.ts';
import type { ToldDecision } from './toldDecisions.ts';

type At = { readonly now: Temporal.Instant; readonly where: Where };

/** Where the notification of each decision that stands is, in words for its candidate, by paper, the last first. */
export function notifiedIn(
  notices: readonly Notice[],
  enrolment: Decidable,
  at: At,
  kind: PaperKind | null = null,
): ReadonlyMap<string, string> {
  return new Map(
    notices
      .filter((notice) => stillStands(notice, enrolment) && (kind ?? notice.kind) === notice.kind)
      .flatMap((notice) => {
        const words = noticeInWords(notice, at);
        return words === null ? [] : [[notice.id, words] as const];
      }),
  );
}

/** What an office is to send by post is said at once of what ends an enrolment; of the others, once a letter left. */
function noticeInWords(notice: Notice, { now, where }: At): string | null {
  const found = notificationOf(notice, now);
  if (endedBy(notice.kind) === null && found.state === 'to-post') return null;
  const opening = found.state === 'deposited' ? ` ${noticeTexts.opens}` : '';
  return `${notificationInWords(found, where, now)}${opening}`;
}

/** A decision as whom it is about reads it on a page. `told`: as it was told, where that is known. */
export async function readTold(
  db: Database,
  { id, enrolmentId }: { readonly id: DecisionId; readonly enrolmentId: EnrolmentId },
  told: ToldDecision | null,
  at: At,
): Promise<DecisionRead> {
  const { reason, ground, author } = await readDecided(db, id);
  return { reason, ground, author, notified: toldInWords(told, at), href: addresses.list(enrolmentId) };
}

/** Where its notification stands, or that an appeal was accepted against it; null: nothing is to be said. */
export function toldInWords(told: Pick<ToldDecision, 'notice' | 'toUndo'> | null, at: At): string | null {
  if (told?.toUndo) return noticeTexts.held;
  return told === null || told.notice === null ? null : noticeInWords(told.notice, at);
}

/** The last day to contest the decision of that kind that stands; null: it isn't notified yet. */
export function lastDayOfNotified(
  notices: readonly Notice[],
  enrolment: Decidable,
  { now, where }: At,
  kind: PaperKind,
): LastDay | null {
  const [notice] = notices.filter((one) => one.kind === kind && stillStands(one, enrolment));
  const found = notice === undefined ? null : notificationOf(notice, now);
  return found?.state === 'notified' ? lastDayToAppeal(found.on, where) : null;
}

/** By when and where a notification is judged, for whoever reads its page now. */
export function timeOf(
  deps: Pick<PapersDeps, 'clock' | 'catalogue'>,
  enrolment: Pick<Enrolment, 'academy' | 'registered'>,
): At {
  return { now: deps.clock.now(), where: whereOf(deps.catalogue().academy(enrolment.academy), enrolment) };
}
