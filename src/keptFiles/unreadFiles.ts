import { type RawBuilder, sql } from 'kysely';
import { columns, integer, json, type RowOf, text, uuid } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import type { Sweep } from '../platform/files/sweepOrphans.ts';
import type { Unread, UnreadPart } from './keptFile.ts';
import { ASIDE_KEYS } from './quarantine.ts';

/** Its room, and the row of it. */
export type UnreadOf = { readonly room: string; readonly id: string };

/** Writes, beside the row of its room, that a file is to be read. `until`: when what it is for ends. */
export async function letWait(tx: Tx, of: UnreadOf, unread: Unread, until: Temporal.Instant): Promise<void> {
  await toWait(of, unread, until).execute(tx);
}

/** The same as a part of the statement that writes the row. */
export function toWait({ room, id }: UnreadOf, unread: Unread, until: Temporal.Instant): RawBuilder<unknown> {
  const { folder, owner, parts } = unread;
  return sql`insert into unread_file (id, room, folder, owner, parts, until)
    values (${id}, ${room}, ${folder}, ${owner}, ${JSON.stringify(parts)}, ${until})`;
}

const TAKEN = columns({ id: uuid, room: text, folder: text, owner: text, parts: json<readonly UnreadPart[]>() });
export type Taken = UnreadOf & Unread;

/** A reader that is killed keeps a file from the others for so long. */
const LEASE = '30 seconds';
/** Who looked at its page so lately waits in front of it. */
const LOOKING = '20 seconds';

/**
 * The one whose turn it is, for this reader alone; null: nobody waits. However many wait, an index leads to it: the second is looked for where
 * nobody is looking at what waits.
 */
export function takeNext(db: Database): Promise<Taken | null> {
  return TAKEN.first(
    db,
    sql`update unread_file set taken_until = now() + ${LEASE}::interval
      where id = coalesce((${firstFree(sql`watched_at > now() - ${LOOKING}::interval`)}), (${firstFree(sql`true`)})) returning ${TAKEN}`,
  );
}

function firstFree(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select id from unread_file where kept_until is null and (taken_until is null or taken_until <= now()) and ${which}
    order by until, received_at limit 1 for update skip locked`;
}

export async function keepTaken(db: Database, id: string): Promise<void> {
  await sql`update unread_file set taken_until = now() + ${LEASE}::interval where id = ${id}`.execute(db);
}

/** It couldn't be read now, for a reason of ours. */
export async function putBack(db: Database, id: string, afterSeconds: number): Promise<void> {
  await sql`update unread_file set taken_until = now() + make_interval(secs => ${afterSeconds}) where id = ${id}`.execute(
    db,
  );
}

const OVER = columns({ id: uuid, parts: json<readonly UnreadPart[]>() });
const PARTS = columns({ parts: json<readonly UnreadPart[]>() });

/** It waits no more; its bytes are the caller's to remove, once this is done for good. Null: somebody else was before. */
export async function stopWaiting(tx: Tx, id: string): Promise<readonly UnreadPart[] | null> {
  const gone = await PARTS.first(
    tx,
    sql`delete from unread_file where id = ${id} and kept_until is null returning ${PARTS}`,
  );
  return gone?.parts ?? null;
}

/** Of these that wait, what there is to read, by their ids. */
export async function unreadParts(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly UnreadPart[]>> {
  if (ids.length === 0) return new Map();
  const rows = await OVER.all(db, sql`select ${OVER} from unread_file where id = any (${ids}::uuid[])`);
  return new Map(rows.map(({ id, parts }) => [id, parts]));
}

/** Their rows are given up: their bytes are the caller's to remove. */
export async function forgetUnread(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`delete from unread_file where id = any (${ids}::uuid[])`.execute(tx);
}

/** It can't be read, or not well: what was sent is kept until then. False: somebody else was before. */
export async function keepOriginal(tx: Tx, id: string, until: Temporal.Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`update unread_file set kept_until = ${until}, taken_until = null
    where id = ${id} and kept_until is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Somebody looks at the page where these stand. */
export async function watch(db: Database, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await sql`update unread_file set watched_at = now() where id = any (${ids}::uuid[])`.execute(db);
}

const IS_OVER = sql`kept_until < business_now()`;
const OVER_COUNT = columns({ count: integer });

export async function countOver(db: Database): Promise<number> {
  return (await OVER_COUNT.one(db, sql`select count(*)::int as count from unread_file where ${IS_OVER}`)).count;
}

/** Refused ones whose time is over, taken off the list: their bytes are the caller's to remove. */
export function takeOver(db: Database, limit: number): Promise<readonly RowOf<typeof OVER>[]> {
  return OVER.all(
    db,
    sql`delete from unread_file where id in (
      select id from unread_file where ${IS_OVER} order by kept_until limit ${limit}) returning ${OVER}`,
  );
}

const WAITING = columns({ count: integer, seconds: integer });

/** How many wait to be read, and for how many seconds the one that waits longest has. */
export function countUnread(db: Database): Promise<RowOf<typeof WAITING>> {
  return WAITING.one(
    db,
    sql`select count(*)::int as count, coalesce(extract(epoch from now() - min(received_at)), 0)::int as seconds
      from unread_file where kept_until is null`,
  );
}

const KEY = columns({ key: text });

/** Of these keys, those of what waits. */
export async function waitingKeys(db: Database, keys: readonly string[]): Promise<readonly string[]> {
  const parts: RawBuilder<unknown> = sql`unread_file u, jsonb_array_elements(u.parts) part`;
  const rows = await KEY.all(
    db,
    sql`select part ->> 'key' as key from ${parts} where part ->> 'key' = any (${keys}::text[])`,
  );
  return rows.map(({ key }) => key);
}

/** What the sweep knows of the quarantine. Nothing is checked there each night: it is read, and that is the check. */
export function unreadSweep(db: Database): Sweep {
  return { makes: ASIDE_KEYS, named: async (keys) => new Set(await waitingKeys(db, keys)) };
}
