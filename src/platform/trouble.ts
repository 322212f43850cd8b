import { sql } from 'kysely';
import type { Database } from './database/database.ts';

/** What a node can't do at present, for the office to know: whichever node answers them. */
export type TroubleSort = 'files-unwritable' | 'antivirus-away';

export type Trouble = {
  readonly sort: TroubleSort;
  readonly since: Temporal.Instant;
};

/** A node in trouble says so again every few seconds; what none has said for so long ended with its node. */
const FORGOTTEN_AFTER = '10 minutes';

export async function noteTrouble(db: Database, sort: TroubleSort, node: string): Promise<void> {
  await sql`insert into trouble as old (sort, node) values (${sort}, ${node})
    on conflict (sort, node) do update set seen_at = now(),
      since = case when old.seen_at < now() - ${FORGOTTEN_AFTER}::interval then now() else old.since end`.execute(db);
}

export async function endTrouble(db: Database, sort: TroubleSort, node: string): Promise<void> {
  await sql`delete from trouble where sort = ${sort} and node = ${node}`.execute(db);
}

/** Each sort once, since its first node; in real time, as the office's watches show it. */
export async function listTroubles(db: Database): Promise<readonly Trouble[]> {
  const { rows } = await sql<Trouble>`select sort, min(since) as since from trouble
    where seen_at > now() - ${FORGOTTEN_AFTER}::interval group by sort order by sort`.execute(db);
  return rows;
}
