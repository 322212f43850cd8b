import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, flag, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

const SAVED = columns({ id: uuid, accountId: uuid, name: text, query: text, shared: flag });
/** A list under a name; `query` is that of its address, « ?session=… ». */
export type SavedExport = RowOf<typeof SAVED>;

export const MOST_SAVED = 30;

type Reader = { readonly academy: string; readonly accountId: string };

/** Those of this person, and what colleagues share. */
export function savedExports(db: Database, { academy, accountId }: Reader): Promise<readonly SavedExport[]> {
  return SAVED.all(
    db,
    sql`select ${SAVED} from saved_export where academy = ${academy} and (account_id = ${accountId} or shared) order by name, id`,
  );
}

/** Under a name that this person has already, it takes the place of the other. False: they have too many. */
export async function saveExport(
  tx: Tx,
  one: Reader & Pick<SavedExport, 'name' | 'query' | 'shared'>,
): Promise<boolean> {
  const { academy, accountId, name, query, shared } = one;
  await sql`select pg_advisory_xact_lock(hashtext('saved_export'), hashtext(${accountId}))`.execute(tx);
  const known = (await savedExports(tx, one)).filter((saved) => saved.accountId === accountId);
  if (known.length >= MOST_SAVED && !known.some((saved) => saved.name === name)) return false;
  await sql`insert into saved_export (id, academy, account_id, name, query, shared)
    values (${randomUUID()}, ${academy}, ${accountId}, ${name}, ${query}, ${shared})
    on conflict (account_id, name) do update set query = excluded.query, shared = excluded.shared, saved_at = business_now()`.execute(
    tx,
  );
  return true;
}

/** Theirs; a head also forgets what a colleague shares, who may have left. */
export async function forgetExport(
  db: Database,
  { academy, accountId }: Reader,
  id: string,
  head: boolean,
): Promise<void> {
  await sql`delete from saved_export where id = ${id} and academy = ${academy}
    and (account_id = ${accountId} or (shared and ${head}::boolean))`.execute(db);
}
