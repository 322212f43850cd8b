import { whyNotHeard } from '../../decisions/index.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { findCall, listUnfinished, writeCall } from '../callStore.ts';
import type { RemindDeps } from '../deps.ts';
import type { CallRefusal } from '../refusals.ts';
import { rangeOf } from '../rules/call.ts';
import { lockSweep } from '../store.ts';
import { orderPlanned, ownKinds, type PlanDeps, type ReminderKind } from './planReminders.ts';

export type CallOrder = {
  readonly academy: string;
  readonly headId: string;
  readonly session: string;
  readonly words: string;
  readonly key: string | null;
};

/**
 * A head writes, after an incident, to whoever has something due at the closing of a session. They are reminded as by the plan, each once for
 * that closing, whatever the number of heads and clicks: by a mail or a letter that says what is left to them, if something still is.
 */
export function callUnfinished(
  deps: Pick<RemindDeps, 'db' | 'catalogue' | 'jobs' | 'events'>,
  act: Act,
  { academy, headId, session: code, words, key }: CallOrder,
): Promise<Result<string, CallRefusal>> {
  const sent = { key, owner: headId, purpose: 'reminder call', content: { session: code, words } };
  return transact<string, CallRefusal>(deps.db, (tx) =>
    onceAccepted<string, CallRefusal>(tx, sent, async () => {
      const session = deps.catalogue().session(code);
      if (session?.academy !== academy) return refuse({ code: 'no-session' });
      const { closesAt } = session.window;
      // Who plans at the same time waits: nobody is counted twice.
      const { now } = await lockSweep(tx, { academy, session: code });
      if (Temporal.Instant.compare(closesAt, now) <= 0) return refuse({ code: 'closed' });
      const closing = { academy, session: code, closesAt };
      const unfinished = await listUnfinished(tx, closing);
      const people = unfinished.length;
      if (people === 0) return refuse({ code: 'nobody' });
      const unheard = await whyNotHeard(tx, act, unfinished, words);
      if (unheard !== null) return refuse(unheard);
      const callId = await writeCall(tx, closing, { words, headId });
      for (const kind of ownKinds(deps)) await kind.plan(tx, session, rangeOf(closesAt));
      const subject = { stream: `reminders:${academy}`, academy, session: code };
      const until = closesAt.toString();
      await deps.events.publish(tx, act, 'reminderCall.ordered', subject, { callId, until, people });
      await deps.jobs.enqueue(tx, 'reminder.call', { callId });
      return ok(callId);
    }),
  );
}

/** Has them told now, and those too of whom no head may know. A second run finds nothing to plan. */
export async function carryOutCall(deps: PlanDeps, callId: string, others: readonly ReminderKind[]): Promise<void> {
  const call = await findCall(deps.db, callId);
  const session = call === null ? undefined : deps.catalogue().session(call.session);
  if (call === null || session === undefined) return;
  await deps.db.transaction().execute(async (tx) => {
    for (const kind of others) await kind.plan(tx, session, rangeOf(call.closesAt));
  });
  await orderPlanned(deps, [...ownKinds(deps), ...others]);
}
