import { sql } from 'kysely';
import { columns, integer, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Due, dueRows, lasting } from '../../platform/database/due.ts';
import { TRIED_HOURS } from '../rules/retries.ts';
import type { Outcome } from '../send.ts';
import { DELIVERY, type Delivery, type Fact, type Fault, WEBHOOK, type Webhook } from '../webhook.ts';

const HOOK_ID = columns({ id: uuid });

export type Told = {
  readonly academy: string;
  readonly session: string;
  readonly fact: Fact;
  /** Of the journal: two of one event are one. */
  readonly eventId: string;
  readonly body: string;
};

/**
 * One for each hook that asked for it, in the transaction of what happened. Gives the hooks that nothing of was due before: of the others
 * somebody is on the way already.
 */
export async function writeDeliveries(tx: Tx, told: Told): Promise<readonly string[]> {
  const { academy, session, fact, eventId, body } = told;
  const woken = await HOOK_ID.all(
    tx,
    sql`with written as (
      insert into webhook_delivery (id, academy, session, webhook_id, event_id, fact, body, state, fault, expires_at)
      select gen_random_uuid(), ${academy}, ${session}, h.id, ${eventId}, ${fact}, ${body},
        case h.state when 'active' then 'waiting' else 'dead' end, case h.state when 'active' then null else 'suspended' end,
        now() + make_interval(hours => ${TRIED_HOURS}::int)
      from webhook h where h.academy = ${academy} and h.state <> 'removed' and ${fact}::text = any(h.facts)
      on conflict (webhook_id, event_id) do nothing returning webhook_id, state)
    select w.webhook_id as id from written w where w.state = 'waiting' and not exists (
      select from webhook_delivery d where d.webhook_id = w.webhook_id and d.state = 'waiting' and d.next_at <= now())`,
  );
  return woken.map(({ id }) => id);
}

/** Of which something is due, that nobody is at and that don't rest. */
export async function hooksDue(db: Database): Promise<readonly string[]> {
  const due = sql`select h.id from webhook h where h.state = 'active' and (h.busy_until is null or h.busy_until < now())
    and (h.rest_until is null or h.rest_until <= now())
    and exists (select from webhook_delivery d where d.webhook_id = h.id and d.state = 'waiting' and d.next_at <= now())`;
  return (await HOOK_ID.all(db, due)).map(({ id }) => id);
}

/** Longer than a try takes: whoever was killed at it holds it no longer than that. */
const HELD_SECONDS = 30;

/** Takes a hook for oneself; null: another is at it, it rests, or it isn't active. */
export function takeHook(db: Database, id: string): Promise<Webhook | null> {
  return WEBHOOK.first(
    db,
    sql`update webhook set busy_until = now() + make_interval(secs => ${HELD_SECONDS}::int) where id = ${id} and state = 'active'
      and (busy_until is null or busy_until < now()) and (rest_until is null or rest_until <= now()) returning ${WEBHOOK}`,
  );
}

export async function leaveHook(db: Database, id: string): Promise<void> {
  await sql`update webhook set busy_until = null where id = ${id}`.execute(db);
}

/**
 * The next that is due of a hook, counted as tried before its receiver hears of it: killed in between, it is due again in a minute, and comes
 * twice rather than never. null: none is due, or the hook isn't active any more.
 */
export function takeDelivery(db: Database, hookId: string): Promise<Delivery | null> {
  return DELIVERY.first(
    db,
    sql`with held as (update webhook set busy_until = now() + make_interval(secs => ${HELD_SECONDS}::int)
        where id = ${hookId} and state = 'active' returning id)
    update webhook_delivery set tries = tries + 1, next_at = now() + interval '1 minute' where id = (
      select d.id from webhook_delivery d join held h on h.id = d.webhook_id where d.state = 'waiting' and d.next_at <= now()
      order by d.next_at, d.id limit 1 for update of d skip locked) returning ${DELIVERY}`,
  );
}

export async function writeTaken(tx: Tx, { id, webhookId }: Delivery, status: number): Promise<void> {
  await sql`update webhook_delivery set state = 'delivered', delivered_at = now(), status = ${status}, fault = null
    where id = ${id} and state = 'waiting'`.execute(tx);
  await sql`update webhook set failures = 0, failing_since = null, rest_until = null where id = ${webhookId}
    and (failures > 0 or failing_since is not null or rest_until is not null)`.execute(tx);
}

/** `next` null: it is tried no more by itself. */
export async function writeFailed(
  tx: Tx,
  { id, webhookId }: Delivery,
  { status, fault }: Extract<Outcome, { taken: false }>,
  next: Temporal.Instant | null,
): Promise<void> {
  await sql`update webhook_delivery set state = ${next === null ? 'dead' : 'waiting'}, status = ${status}, fault = ${fault},
    next_at = coalesce(${next}::timestamptz, next_at) where id = ${id} and state = 'waiting'`.execute(tx);
  await sql`update webhook set failing_since = coalesce(failing_since, now()) where id = ${webhookId}`.execute(tx);
}

const FAILURES = columns({ failures: integer });

/** One more time in a row that the receiver couldn't be reached; gives how many. */
export async function countUnreached(tx: Tx, hookId: string): Promise<number> {
  const counted = sql`update webhook set failures = failures + 1 where id = ${hookId} returning ${FAILURES}`;
  return (await FAILURES.one(tx, counted)).failures;
}

/** Left in peace for so long; what waited longer than its time is given up, tried or not. */
export async function rest(tx: Tx, hookId: string, seconds: number, fault: Fault): Promise<void> {
  await sql`update webhook set rest_until = now() + make_interval(secs => ${seconds}::int) where id = ${hookId}`.execute(
    tx,
  );
  await sql`update webhook_delivery set state = 'dead', fault = coalesce(fault, ${fault}::text)
    where webhook_id = ${hookId} and state = 'waiting' and expires_at <= now()`.execute(tx);
}

/** All that waits, of a hook that is suspended. */
export async function giveUpWaiting(tx: Tx, hookId: string): Promise<void> {
  await sql`update webhook_delivery set state = 'dead', fault = coalesce(fault, 'suspended') where webhook_id = ${hookId} and state = 'waiting'`.execute(
    tx,
  );
}

/** Those that nobody took, or one of them, from the beginning and under the same id. Gives how many. */
export async function sendAgain(tx: Tx, hookId: string, one: string | null): Promise<number> {
  const { numAffectedRows } =
    await sql`update webhook_delivery set state = 'waiting', tries = 0, next_at = now(), fault = null, status = null,
    expires_at = now() + make_interval(hours => ${TRIED_HOURS}::int)
    where webhook_id = ${hookId} and state = 'dead' and (${one}::uuid is null or id = ${one}::uuid)`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Shown at once. */
const SHOWN = 50;

/** The latest of a hook: those that nobody took apart. */
export function listDeliveries(db: Database, hookId: string, dead: boolean): Promise<readonly Delivery[]> {
  const which = dead ? sql`state = 'dead'` : sql`state <> 'dead'`;
  return DELIVERY.all(
    db,
    sql`select ${DELIVERY} from webhook_delivery where webhook_id = ${hookId} and ${which} order by created_at desc, id limit ${SHOWN}`,
  );
}

const COUNTED = columns({ hookId: uuid, waiting: integer, dead: integer });

/** How many of each hook of an academy wait, and how many nobody took. */
export async function countDeliveries(
  db: Database,
  academy: string,
): Promise<ReadonlyMap<string, { readonly waiting: number; readonly dead: number }>> {
  const counted = await COUNTED.all(
    db,
    sql`select webhook_id as "hookId", count(*) filter (where state = 'waiting') as waiting, count(*) filter (where state = 'dead') as dead
    from webhook_delivery where academy = ${academy} and state in ('waiting', 'dead') group by webhook_id`,
  );
  return new Map(counted.map(({ hookId, ...counts }) => [hookId, counts]));
}

/** How long each is kept once nothing more becomes of it. */
export function oldDeliveries(kept: { readonly delivered: Temporal.Duration; readonly dead: Temporal.Duration }): Due {
  return dueRows(
    'webhook_delivery',
    sql`state = 'delivered' and created_at < now() - ${lasting(kept.delivered)} or state = 'dead' and expires_at < now() - ${lasting(kept.dead)}`,
  );
}
