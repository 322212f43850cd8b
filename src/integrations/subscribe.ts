import { sql } from 'kysely';
import { columns, flag } from '../platform/database/columns.ts';
import type { Tx } from '../platform/database/database.ts';
import type { EventBus, Published } from '../platform/events.ts';
import { type DeliverDeps, handleHooks } from './deliver.ts';
import { writeDeliveries } from './store/deliveries.ts';
import { FACT_NAMES, FACTS, type Fact } from './webhook.ts';

/** What happens to files is written for each hook that asked for it, in the same transaction, and sent by jobs. */
export function subscribeHooks(deps: DeliverDeps & { readonly events: EventBus }): void {
  for (const fact of FACT_NAMES)
    deps.events.subscribe(FACTS[fact], 'tell', async (tx, event) => {
      if (fact === 'piece.decided' && !(await isShown(tx, event.payload))) return;
      await tell(deps, tx, fact, event);
    });
  handleHooks(deps);
}

async function tell(
  { jobs }: DeliverDeps,
  tx: Tx,
  fact: Fact,
  {
    id: eventId,
    subject: { academy, session },
    payload: { enrolmentId: file },
  }: Pick<Published<(typeof FACTS)[Fact][number]>, 'id' | 'subject' | 'payload'>,
): Promise<void> {
  if (academy === null || session === null) return;
  const timestamp = Temporal.Now.instant().round('millisecond').toString();
  const body = JSON.stringify({ type: fact, timestamp, data: { file, session } });
  for (const hookId of await writeDeliveries(tx, { academy, session, fact, eventId, body }))
    await jobs.enqueue(tx, 'webhook.send', { hookId });
}

const SHOWN = columns({ shown: flag });

/** A piece of health, or that a waiver excuses, is told to nobody: whoever may not read it isn't told that it moved. */
async function isShown(tx: Tx, payload: object): Promise<boolean> {
  if (!('code' in payload) || !('enrolmentId' in payload)) return false;
  const { enrolmentId, code } = payload;
  const asked = sql`select exists (select from piece_standing where enrolment_id = ${enrolmentId} and code = ${code}) as shown`;
  return (await SHOWN.one(tx, asked)).shown;
}
