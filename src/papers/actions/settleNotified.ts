import { endSetAside, lockEnrolment, readEnrolmentId } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import type { PapersDeps } from '../deps.ts';
import { stillStands } from '../notice.ts';
import { notificationOf } from '../rules/notification.ts';
import { listNotices, listUnread } from '../store/notices.ts';
import { isToUndo } from '../store/toldDecisions.ts';

type SettleDeps = Pick<PapersDeps, 'db' | 'events' | 'catalogue'>;

/**
 * A decision counts from its notification (CRPA L221-8): what it ends, ends then. Asked when something becomes known of how it reached its
 * person, or is corrected.
 */
export async function settleNotified(deps: SettleDeps, tx: Tx, act: Act, enrolmentId: string): Promise<void> {
  const id = readEnrolmentId(enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  if (enrolment?.reserve !== 'upheld') return;
  const notice = (await listNotices(tx, enrolmentId)).find(
    (one) => one.kind === 'set-aside' && stillStands(one, enrolment),
  );
  // An appeal against it was accepted: it isn't carried out before it is undone. One that waits suspends nothing.
  if (enrolment.status === 'registered' && notice !== undefined && (await isToUndo(tx, notice.id))) return;
  const { now } = await readMoment(tx, act);
  const found = notice === undefined ? null : notificationOf(notice, now);
  await endSetAside(deps, tx, act, enrolment, found?.state === 'notified' ? found.on : null);
}

/** Every minute: what was deposited on line and isn't read is deemed notified after fifteen days (CRPA R112-20). */
export async function settleUnread(deps: SettleDeps): Promise<void> {
  for (const id of await listUnread(deps.db))
    await deps.db.transaction().execute((tx) => settleNotified(deps, tx, SYSTEM, id));
}
