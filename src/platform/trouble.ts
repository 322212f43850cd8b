import { sql } from 'kysely';
import { columns, instant, oneOf, type RowOf } from './database/columns.ts';
import type { Database } from './database/database.ts';

const TROUBLE = columns({ sort: oneOf(['files-unwritable', 'files-unread', 'antivirus-away']), since: instant });
/** What a node can't do at present, for the office to know: whichever node answers them. */
export type Trouble = RowOf<typeof TROUBLE>;
export type TroubleSort = Trouble['sort'];

/** A node in trouble says so again every few seconds; what none has said for so long ended with its node. */
const FORGOTTEN_AFTER = '10 minutes';

export async function noteTrouble(db: Database, sort: TroubleSort, node: string): Promise<void> {
  await sql`insert into trouble as old (sort, node) values (${sort}, ${node})
    on conflict (sort, node) do update set seen_at = now(),
      since = case when old.seen_at < now() - ${FORGOTTEN_AFTER}::interval then now() else old.since end`.execute(db);
}

export async function endTrouble(db: Database, sort: TroubleSort, node: string): Promise<void> {
  await db.deleteFrom('trouble').where('sort', '=', sort).where('node', '=', node).execute();
}

/** Each sort once, since its first node; in real time, as the office's watches show it. */
export function listTroubles(db: Database): Promise<readonly Trouble[]> {
  return TROUBLE.all(
    db,
    sql`select sort, min(since) as since from trouble
    where seen_at > now() - ${FORGOTTEN_AFTER}::interval group by sort order by sort`,
  );
}
