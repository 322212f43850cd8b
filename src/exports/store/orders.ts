import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  bytes,
  columns,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Due, dueRows, lasting } from '../../platform/database/due.ts';
import { type FileState, inFiles, type Scope } from '../../scope/index.ts';

const ORDER = columns({
  id: uuid,
  academy: text,
  session: text,
  accountId: uuid,
  query: text,
  portfolios: nullable(texts),
  format: oneOf(['csv', 'xlsx']),
  what: text,
  state: oneOf(['planned', 'ready', 'failed']),
  total: nullable(integer),
  written: integer,
  tries: integer,
  orderedAt: instant,
});
/** A list that is made ready without its reader; `portfolios`: the groups that they read when they asked. */
export type ExportOrder = RowOf<typeof ORDER>;
export type NewExportOrder = Pick<
  ExportOrder,
  'academy' | 'session' | 'accountId' | 'query' | 'portfolios' | 'format' | 'what'
>;

export function findOrder(db: Database, id: string): Promise<ExportOrder | null> {
  return ORDER.first(db, sql`select ${ORDER} from export_order where id = ${id}`);
}

export function listOrders(db: Database, accountId: string, since: Temporal.Instant): Promise<readonly ExportOrder[]> {
  return ORDER.all(
    db,
    sql`select ${ORDER} from export_order where account_id = ${accountId} and ordered_at > ${since} order by ordered_at desc, id limit 50`,
  );
}

/** null: one of theirs is still being made ready. */
export async function insertOrder(tx: Tx, one: NewExportOrder): Promise<string | null> {
  const id = randomUUID();
  const { numAffectedRows } =
    await sql`insert into export_order (id, academy, session, account_id, query, portfolios, format, what, state)
    values (${id}, ${one.academy}, ${one.session}, ${one.accountId}, ${one.query}, ${one.portfolios}::text[], ${one.format}, ${one.what}, 'planned')
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n ? id : null;
}

/** From its beginning, whatever a try that was cut has left. False: it is no more to be done. */
export async function beginOrder(tx: Tx, id: string, total: number): Promise<boolean> {
  const { numAffectedRows } = await sql`update export_order set total = ${total}, written = 0, tries = tries + 1
    where id = ${id} and state = 'planned'`.execute(tx);
  if (numAffectedRows !== 1n) return false;
  await sql`delete from export_part where order_id = ${id}`.execute(tx);
  return true;
}

export async function keepPart(tx: Tx, id: string, rank: number, bytes: Buffer, written: number): Promise<void> {
  await sql`insert into export_part (order_id, rank, bytes) values (${id}, ${rank}, ${bytes})`.execute(tx);
  await sql`update export_order set written = ${written} where id = ${id}`.execute(tx);
}

export async function endOrder(db: Database, id: string, state: 'ready' | 'failed'): Promise<void> {
  await sql`update export_order set state = ${state}, ended_at = business_now() where id = ${id} and state = 'planned'`.execute(
    db,
  );
}

/** Asked for again after it failed. False: another one of theirs is being made ready, or it isn't failed. */
export async function againOrder(tx: Tx, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update export_order o set state = 'planned', tries = 0, ended_at = null, ordered_at = business_now()
    where id = ${id} and state = 'failed'
      and not exists (select from export_order p where p.account_id = o.account_id and p.state = 'planned')`.execute(
      tx,
    );
  return numAffectedRows === 1n;
}

const PART = columns({ bytes });

/** What it gives, part by part: a slow reader holds neither a connection nor memory. */
export async function* partsOf(db: Database, id: string): AsyncGenerator<Buffer> {
  for (let rank = 0; ; rank += 1) {
    const part = await PART.first(db, sql`select bytes from export_part where order_id = ${id} and rank = ${rank}`);
    if (part === null) return;
    yield part.bytes;
  }
}

const COUNT = columns({ count: integer });

/** How many files the list will have. */
export async function countExported(
  db: Database,
  scope: Scope,
  { speciality, state }: { readonly speciality: string | null; readonly state: FileState | null },
): Promise<number> {
  const rows = await COUNT.one(
    db,
    sql`select count(*) as count from listed_file f where ${inFiles(scope)}
      and (${speciality}::text is null or f.speciality = ${speciality}::text) and (${state}::text is null or f.state = ${state}::text)`,
  );
  return rows.count;
}

/** Each night. */
export function oldOrders(kept: Temporal.Duration): Due {
  return dueRows('export_order', sql`ordered_at < business_now() - ${lasting(kept)}`);
}
