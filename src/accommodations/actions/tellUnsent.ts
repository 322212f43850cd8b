import { healthSubjectOf } from '../../enrolment/index.ts';
import { listPieces, todosOf } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { type About, readAbout } from '../../post/index.ts';
import { isReminded } from '../../reminders/index.ts';
import { untilInWords } from '../../ui/index.ts';
import type { AccommodationActDeps } from '../deps.ts';
import { tellNews as mail } from '../mails.ts';
import { unsentReminders } from '../store/unsent.ts';

/** Tells whoever has something to do for their health by that deadline, if it is still theirs. By a mail alone: nobody else knows of it. */
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
  if (!isReminded(about.enrolment)) return unsentReminders.settle(tx, id, 'ended');
  const { now } = await readMoment(tx, SYSTEM);
  if (Temporal.Instant.compare(until, now) <= 0) return unsentReminders.settle(tx, id, 'missed');
  if (!(await isPrivatelyDue(deps, tx, about, until, now))) return unsentReminders.settle(tx, id, 'solved');
  const eventId = await deps.events.publish(tx, SYSTEM, 'accommodation.reminded', healthSubjectOf(about.enrolment), {
    enrolmentId,
    until: until.toString(),
    step,
  });
  await mail(deps, tx, about, eventId, 'unsent', { until: untilInWords(until) });
  await unsentReminders.settle(tx, id, 'sent', eventId);
}

/** Has the candidate something to do by then that the office may not know of? */
async function isPrivatelyDue(
  deps: AccommodationActDeps,
  tx: Tx,
  { enrolment, session }: About,
  until: Temporal.Instant,
  now: Temporal.Instant,
): Promise<boolean> {
  const file = { enrolment, session, pieces: await listPieces(tx, enrolment.id) };
  const count = async (reader: 'candidate' | 'office'): Promise<number> =>
    todosOf(await deps.due(tx, file, now, reader)).filter((todo) => todo.until?.equals(until)).length;
  return (await count('candidate')) > (await count('office'));
}
