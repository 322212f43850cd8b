import type { ResolvedSession } from '../../catalogue/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { RemindDeps } from '../deps.ts';
import { draftReminders, planDrafts } from '../draftStore.ts';
import { type DeadlineRange, rangesOf } from '../rules/plan.ts';
import { lockSweep, noteSweep, planDeadlineReminders, takePlanned } from '../store.ts';

export type PlanDeps = Pick<RemindDeps, 'db' | 'catalogue' | 'jobs'>;

/** What is reminded of by a session's plan. A higher room follows the same plan with a kind of its own. */
export type ReminderKind = {
  /** Writes down whose deadline stands in this range, each once. */
  readonly plan: (tx: Tx, session: ResolvedSession, range: DeadlineRange) => Promise<void>;
  /** Orders up to `most` of those written down to be told; says how many it took. */
  readonly order: (tx: Tx, most: number) => Promise<number>;
};

/** People told by one order. */
const LOT = 50;
/** Orders made in one transaction. */
const LOTS = 10;

/**
 * Asks whose deadline stands at a step of its session's plan now, writes it down for all of them in one statement, then orders them
 * to be told, some hundreds a transaction: as many as there are need no more memory. A kill in between loses and doubles nothing.
 */
export async function planReminders(deps: PlanDeps, others: readonly ReminderKind[] = []): Promise<void> {
  const kinds = [...ownKinds(deps), ...others];
  for (const session of deps.catalogue().sessions()) {
    const place = { academy: session.academy, session: session.code };
    await deps.db.transaction().execute(async (tx) => {
      const { asked, now } = await lockSweep(tx, place);
      for (const range of rangesOf(session.reminders, asked, now))
        for (const kind of kinds) await kind.plan(tx, session, range);
      await noteSweep(tx, place);
    });
  }
  await orderPlanned(deps, kinds);
}

/** Orders to be told whoever is written down, as many as there are. */
export async function orderPlanned({ db }: PlanDeps, kinds: readonly ReminderKind[]): Promise<void> {
  const most = LOT * LOTS;
  for (const { order } of kinds)
    for (let taken = most; taken === most; ) taken = await db.transaction().execute((tx) => order(tx, most));
}

export function ownKinds(deps: PlanDeps): readonly ReminderKind[] {
  return [ofPieces(deps), ofDrafts(deps)];
}

/** What a registered candidate still has to give or do. */
function ofPieces({ jobs }: PlanDeps): ReminderKind {
  return {
    plan: (tx, { academy, code }, range) => planDeadlineReminders(tx, { academy, session: code }, range),
    order: async (tx, most) => {
      const ids = await takePlanned(tx, most);
      for (let at = 0; at < ids.length; at += LOT)
        await jobs.enqueue(tx, 'reminder.tell', { reminderIds: ids.slice(at, at + LOT) });
      return ids.length;
    },
  };
}

/** An enrolment begun and never registered. */
function ofDrafts({ jobs }: PlanDeps): ReminderKind {
  return {
    plan: planDrafts,
    order: async (tx, most) => {
      const ids = await draftReminders.take(tx, most);
      for (const reminderId of ids) await jobs.enqueue(tx, 'reminder.tellDraft', { reminderId });
      return ids.length;
    },
  };
}
