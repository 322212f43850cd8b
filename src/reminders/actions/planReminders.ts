import type { RemindDeps } from '../deps.ts';
import { planDrafts, takeDrafts } from '../draftStore.ts';
import { rangesOf } from '../rules/plan.ts';
import { lockSweep, noteSweep, plan, takePlanned } from '../store.ts';

/** People told by one order. */
const LOT = 50;
/** Orders made in one transaction. */
const LOTS = 10;

/**
 * Asks whose deadline stands at a step of its session's plan now, writes it down for all of them in one statement, then orders them
 * to be told, some hundreds a transaction: as many as there are need no more memory. A kill in between loses and doubles nothing.
 */
export async function planReminders({
  db,
  catalogue,
  jobs,
}: Pick<RemindDeps, 'db' | 'catalogue' | 'jobs'>): Promise<void> {
  for (const session of catalogue().sessions()) {
    const place = { academy: session.academy, session: session.code };
    await db.transaction().execute(async (tx) => {
      const { asked, now } = await lockSweep(tx, place);
      for (const range of rangesOf(session.reminders, asked, now)) {
        await plan(tx, place, range);
        await planDrafts(tx, session, range);
      }
      await noteSweep(tx, place);
    });
  }
  for (let taken = LOT * LOTS; taken === LOT * LOTS; )
    taken = await db.transaction().execute(async (tx) => {
      const ids = await takePlanned(tx, LOT * LOTS);
      for (let at = 0; at < ids.length; at += LOT)
        await jobs.enqueue(tx, 'reminder.tell', { reminderIds: ids.slice(at, at + LOT) });
      return ids.length;
    });
  for (let taken = LOT * LOTS; taken === LOT * LOTS; )
    taken = await db.transaction().execute(async (tx) => {
      const ids = await takeDrafts(tx, LOT * LOTS);
      for (const reminderId of ids) await jobs.enqueue(tx, 'reminder.tellDraft', { reminderId });
      return ids.length;
    });
}
