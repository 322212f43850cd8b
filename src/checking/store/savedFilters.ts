import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

const SAVED = columns({ id: uuid, name: text, query: text });
/** A filter of the queue under a name; `query` is that of its address, « ?etat=… ». */
export type SavedFilter = RowOf<typeof SAVED>;

export const MOST_FILTERS = 20;

export function savedFilters(db: Database, accountId: string): Promise<readonly SavedFilter[]> {
  return SAVED.all(db, sql`select ${SAVED} from office_saved_filter where account_id = ${accountId} order by name`);
}

/** Under a name that this person has already, the filter takes the place of the other. False: they have too many. */
export async function saveFilter(
  tx: Tx,
  filter: { readonly academy: string; readonly accountId: string; readonly name: string; readonly query: string },
): Promise<boolean> {
  const { academy, accountId, name, query } = filter;
  await sql`select pg_advisory_xact_lock(hashtext('office_saved_filter'), hashtext(${accountId}))`.execute(tx);
  const known = await savedFilters(tx, accountId);
  if (known.length >= MOST_FILTERS && !known.some((one) => one.name === name)) return false;
  await sql`insert into office_saved_filter (id, academy, account_id, name, query) values (${randomUUID()}, ${academy}, ${accountId}, ${name}, ${query})
    on conflict (account_id, name) do update set query = excluded.query, saved_at = business_now()`.execute(tx);
  return true;
}

export async function forgetFilter(db: Database, accountId: string, id: string): Promise<void> {
  await db.deleteFrom('office_saved_filter').where('account_id', '=', accountId).where('id', '=', id).execute();
}
