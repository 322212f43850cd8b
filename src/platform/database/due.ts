import { type RawBuilder, sql } from 'kysely';
import { columns, integer } from './columns.ts';
import type { Database, Tables, Tx } from './database.ts';

/** What is kept no longer, asked in one way by who counts it and by who erases it: they can't differ (decision 207). */
export type Due = {
  readonly count: (db: Database) => Promise<number>;
  /** Says how much went. */
  readonly erase: (tx: Tx) => Promise<number>;
};

/** The same of what is erased one by one, each for itself: files, whose bytes go after their row. */
export type DueAlone = { readonly count: () => Promise<number>; readonly erase: () => Promise<number> };

const COUNT = columns({ count: integer });

/** The rows of a table of which this is so. */
export function dueRows(table: keyof Tables & string, isSo: RawBuilder<unknown>): Due {
  return {
    count: async (db) =>
      (await COUNT.one(db, sql`select count(*)::int as count from ${sql.table(table)} t where ${isSo}`)).count,
    erase: async (tx) => {
      const { numAffectedRows } = await sql`delete from ${sql.table(table)} t where ${isSo}`.execute(tx);
      return Number(numAffectedRows ?? 0n);
    },
  };
}

/** Each in turn. */
export function dueOf(...all: readonly Due[]): Due {
  const sum = async (each: (one: Due) => Promise<number>): Promise<number> => {
    let found = 0;
    for (const one of all) found += await each(one);
    return found;
  };
  return { count: (db) => sum((one) => one.count(db)), erase: (tx) => sum((one) => one.erase(tx)) };
}

/** An interval of the database. */
export function lasting(length: Temporal.Duration): RawBuilder<unknown> {
  return sql`${length.toString()}::interval`;
}
