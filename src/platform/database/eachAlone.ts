import type { Database, Tx } from './database.ts';

/**
 * Does the same for each of many, one after another, each in a transaction of its own: one that fails keeps no other from it. The first
 * fault is thrown at the end, so that a job is tried again; what was done is done, which `work` finds by looking.
 */
export async function eachAlone<Of>(
  db: Database,
  all: readonly Of[],
  work: (tx: Tx, one: Of) => Promise<void>,
): Promise<void> {
  const faults: unknown[] = [];
  for (const one of all)
    await db
      .transaction()
      .execute((tx) => work(tx, one))
      .catch((error: unknown) => {
        faults.push(error);
      });
  if (faults.length > 0) throw faults[0];
}
