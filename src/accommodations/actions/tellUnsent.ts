import { healthSubjectOf, isRunning } from '../../enrolment/index.ts';
import { readAbout } from '../../papers/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { untilInWords } from '../../ui/index.ts';
import type { AccommodationActDeps } from '../deps.ts';
import { tell as mail } from '../mails.ts';
import { findRequest } from '../store/requests.ts';
import { unsentReminders } from '../store/unsent.ts';

/** Tells whoever began a request and never sent it, if it still waits to be sent. By a mail alone: nobody else knows of a draft. */
export async function tellUnsent(deps: AccommodationActDeps, reminderId: string): Promise<void> {
  const waiting = await unsentReminders.find(deps.db, reminderId);
  if (waiting === null) return;
  await deps.db.transaction().execute((tx) => tell(deps, tx, waiting));
}

type Waiting = NonNullable<Awaited<ReturnType<typeof unsentReminders.find>>>;

async function tell(deps: AccommodationActDeps, tx: Tx, { id, enrolmentId, until, step }: Waiting): Promise<void> {
  // The lock of every act on the enrolment: what is sent or abandoned now is either seen here, or comes after.
  const about = await readAbout(deps, tx, enrolmentId);
  // Another order may have told it since.
  if ((await unsentReminders.find(tx, id)) === null) return;
  if (!isRunning(about.enrolment)) return unsentReminders.settle(tx, id, 'ended');
  // One that came on paper meanwhile stands before the draft.
  if ((await findRequest(tx, enrolmentId))?.state !== 'draft') return unsentReminders.settle(tx, id, 'solved');
  const { now } = await readMoment(tx, SYSTEM);
  const hasMoved = !about.session.window.closesAt.equals(until);
  if (hasMoved || Temporal.Instant.compare(until, now) <= 0) return unsentReminders.settle(tx, id, 'missed');
  const eventId = await deps.events.publish(tx, SYSTEM, 'accommodation.reminded', healthSubjectOf(about.enrolment), {
    enrolmentId,
    until: until.toString(),
    step,
  });
  await mail(deps, tx, about, eventId, 'unsent', untilInWords(until));
  await unsentReminders.settle(tx, id, 'sent', eventId);
}
