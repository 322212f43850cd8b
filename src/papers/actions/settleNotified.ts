import { endSetAside, lockEnrolment, readEnrolmentId } from '../../enrolment/index.ts';
import { deemedNotice } from '../../law/index.ts';
import { runFromNotice } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import { parisDay } from '../../platform/time.ts';
import type { PapersDeps } from '../deps.ts';
import { type Notice, stillStands } from '../notice.ts';
import { notificationOf } from '../rules/notification.ts';
import { listNotices, listUnread } from '../store/notices.ts';
import { isToUndo } from '../store/toldDecisions.ts';

type SettleDeps = Pick<PapersDeps, 'db' | 'events' | 'catalogue'>;

/**
 * A decision counts from its notification (CRPA L221-8): what it ends, ends then, and the days of what it asks for run from then. Asked when something becomes known of how it reached its
 * person, or is corrected.
 */
export async function settleNotified(deps: SettleDeps, tx: Tx, act: Act, enrolmentId: string): Promise<void> {
  const id = readEnrolmentId(enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  if (enrolment === null) return;
  const notices = await listNotices(tx, enrolmentId);
  const { now } = await readMoment(tx, act);
  const undone = notices
    .filter(({ kind }) => kind === 'unvalidated')
    .toSorted((one, other) => Temporal.Instant.compare(one.issuedAt, other.issuedAt))
    .at(-1);
  if (undone !== undefined) await runFromNotice(deps, tx, enrolment, undone.issuedAt, daysFrom(undone, now));
  if (enrolment.reserve !== 'upheld') return;
  const notice = notices.find((one) => one.kind === 'set-aside' && stillStands(one, enrolment));
  // An appeal against it was accepted: it isn't carried out before it is undone. One that waits suspends nothing.
  if (enrolment.status === 'registered' && notice !== undefined && (await isToUndo(tx, notice.id))) return;
  const found = notice === undefined ? null : notificationOf(notice, now);
  await endSetAside(deps, tx, act, enrolment, found?.state === 'notified' ? found.on : null);
}

/**
 * The day from which the days of what it asks for run; null: nobody knows yet that it was notified. Deposited and never read, it counts as
 * notified on the day of its deposit: the days for reading it aren't those for giving a piece.
 */
function daysFrom(notice: Notice, now: Temporal.Instant): Temporal.PlainDate | null {
  const found = notificationOf(notice, now);
  if (found.state !== 'notified') return null;
  return found.how === 'unread' ? deemedNotice(parisDay(notice.issuedAt)).lastToRead : found.on;
}

/** Every minute: what was deposited on line and isn't read is deemed notified after fifteen days (CRPA R112-20). */
export async function settleUnread(deps: SettleDeps): Promise<void> {
  for (const id of await listUnread(deps.db))
    await deps.db.transaction().execute((tx) => settleNotified(deps, tx, SYSTEM, id));
}
