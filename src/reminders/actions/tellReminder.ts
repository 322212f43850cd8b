import { sql } from 'kysely';
import { subjectOf } from '../../enrolment/index.ts';
import { issuePaper, reminderContent } from '../../papers/index.ts';
import { listPieces } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { eachAlone } from '../../platform/database/eachAlone.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { type About, post, readAbout } from '../../post/index.ts';
import { wordsOfCall } from '../callStore.ts';
import type { RemindDeps } from '../deps.ts';
import { isCall, isReminded } from '../reminder.ts';
import { enrolmentOf, findExclusions, listWaiting, markSent, settleReminders, type WaitingReminder } from '../store.ts';
import { withWords } from '../texts.ts';
import { type ReminderWords, wordsOf } from '../words.ts';

/** Tells those whom an order names, each in a transaction of its own: one that fails keeps nobody else from being told. */
export async function tellReminders(deps: RemindDeps, reminderIds: readonly string[]): Promise<void> {
  await eachAlone(deps.db, reminderIds, (tx, id) => tellReminder(deps, tx, id));
}

/**
 * All that waits to be told to the person of this reminder, if something of its deadline is still theirs to do. A second run finds
 * nothing that waits.
 */
async function tellReminder(deps: RemindDeps, tx: Tx, reminderId: string): Promise<void> {
  const enrolmentId = await enrolmentOf(tx, reminderId);
  if (enrolmentId === null) return;
  // The lock of every act on the enrolment: what is given now is either seen here, or comes after.
  const about = await readAbout(deps, tx, enrolmentId);
  const waiting = await listWaiting(tx, enrolmentId);
  const ids = waiting.map(({ id }) => id);
  if (!isReminded(about.enrolment)) return settleReminders(tx, ids, 'ended');
  if ((await findExclusions(tx, [enrolmentId])).has(enrolmentId)) return settleReminders(tx, ids, 'excluded');
  const { now } = await readMoment(tx, SYSTEM);
  const past = waiting.filter(({ until }) => Temporal.Instant.compare(until, now) <= 0);
  const words = await wordsOf(deps, tx, about, await listPieces(tx, enrolmentId), now);
  const due = waiting.filter((one) => !past.includes(one) && words.dates.some(({ until }) => until.equals(one.until)));
  await settleReminders(
    tx,
    past.map(({ id }) => id),
    'missed',
  );
  const solved = waiting.filter((one) => !past.includes(one) && !due.includes(one));
  await settleReminders(
    tx,
    solved.map(({ id }) => id),
    'solved',
  );
  if (due.length > 0) await send(deps, tx, about, due, words, now);
}

async function send(
  deps: RemindDeps,
  tx: Tx,
  about: About,
  due: readonly WaitingReminder[],
  { left, mail }: ReminderWords,
  now: Temporal.Instant,
): Promise<void> {
  const { enrolment, number } = about;
  const { id: enrolmentId } = enrolment;
  const eventId = await deps.events.publish(tx, SYSTEM, 'reminder.sent', subjectOf(enrolment), {
    enrolmentId,
    number,
    until: due.map(({ until }) => until.toString()),
    steps: due.map(({ step }) => step),
  });
  const paperId = await issuePaper(deps, tx, SYSTEM, about, 'reminder', reminderContent(about, left, now));
  if (paperId === null) throw new Error(`No reminder could be issued for ${number}`);
  const called = due.filter(({ step }) => isCall(step)).map(({ id }) => id);
  const words = called.length === 0 ? null : await wordsOfCall(tx, sql.table('reminder'), called);
  await post(deps, tx, about, { eventId }, withWords(mail, words));
  await markSent(
    tx,
    due.map(({ id }) => id),
    { eventId, paperId },
  );
}
