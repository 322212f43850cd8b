import { sql } from 'kysely';
import { columns, text } from '../database/columns.ts';
import type { Database } from '../database/database.ts';
import type { FileStore } from '../files.ts';
import type { Log } from '../log.ts';
import type { Ledger } from './ledger.ts';

/** A file is written before its row: one of less than a day may still get it. */
const YOUNG = { hours: 24 };
/** How long a file must have been nobody's: after a database was restored, its newer files wait for who brings their rows back. */
const WAIT = '7 days';
/** So many of nobody's, and a tenth of all: this is another database's store, or ours was restored. */
const [MANY, SHARE] = [100, 10];
const BATCH = 500;

export type Sweep = Pick<Ledger, 'makes' | 'named'>;

/** Removes files that no row has named for a week; says how many. Files under keys that nobody here makes stay. */
export async function sweepOrphans(
  db: Database,
  store: Pick<FileStore, 'list' | 'remove'>,
  ledgers: readonly Sweep[],
  log: Log,
): Promise<number> {
  const { orphans, total } = await findOrphans(store, ledgers);
  if (orphans.length > MANY && orphans.length * SHARE > total) {
    log.error(
      `${orphans.length} of ${total} files belong to no row of this database: is FILES_URL the store of another? None is removed.`,
    );
    return 0;
  }
  const condemned = await noteOrphans(db, orphans);
  for (const key of condemned) await store.remove(key);
  if (condemned.length > 0) log.info(`${condemned.length} files that no row has named for ${WAIT} were removed.`);
  return condemned.length;
}

async function findOrphans(
  store: Pick<FileStore, 'list'>,
  ledgers: readonly Sweep[],
): Promise<{ readonly orphans: readonly string[]; readonly total: number }> {
  const before = Temporal.Now.instant().subtract(YOUNG);
  const orphans: string[] = [];
  const waiting = new Map<Sweep, string[]>(ledgers.map((ledger) => [ledger, []]));
  let total = 0;
  const settle = async (ledger: Sweep, keys: string[]): Promise<void> => {
    const named = await ledger.named(keys);
    orphans.push(...keys.splice(0).filter((key) => !named.has(key)));
  };
  for await (const { key, modifiedAt } of store.list()) {
    total += 1;
    const ledger = ledgers.find(({ makes }) => makes.test(key));
    const keys = ledger === undefined ? undefined : waiting.get(ledger);
    if (ledger === undefined || keys === undefined || Temporal.Instant.compare(modifiedAt, before) > 0) continue;
    keys.push(key);
    if (keys.length === BATCH) await settle(ledger, keys);
  }
  for (const [ledger, keys] of waiting) await settle(ledger, keys);
  return { orphans, total };
}

const CONDEMNED = columns({ key: text });

/** Keeps the list of them, each since when; gives those whose time is over. */
async function noteOrphans(db: Database, orphans: readonly string[]): Promise<readonly string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`delete from orphan_file where key <> all (${orphans}::text[])`.execute(tx);
    await sql`insert into orphan_file (key) select unnest(${orphans}::text[]) on conflict (key) do nothing`.execute(tx);
    const condemned = await CONDEMNED.all(
      tx,
      sql`delete from orphan_file
      where key = any (${orphans}::text[]) and found_at < now() - ${WAIT}::interval returning ${CONDEMNED}`,
    );
    return condemned.map(({ key }) => key);
  });
}
