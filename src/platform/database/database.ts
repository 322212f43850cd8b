import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { shareBeside, sparing } from './besidePages.ts';
import { PreparedClient } from './preparedClient.ts';

/** The tables and views, by name: each room adds its own in its `tables.d.ts`, which `npm run types` writes. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms
export interface Tables {}

export type Database = Kysely<Tables>;
/** An open transaction. Functions that write take one; they never open their own. */
export type Tx = Transaction<Tables>;

/** Instants come and go as Temporal, days as Temporal.PlainDate, 64-bit integers as numbers (ours stay far below 2^53). */
const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text: string) =>
  Temporal.Instant.from(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
);
types.setTypeParser(pg.types.builtins.DATE, (text: string) => Temporal.PlainDate.from(text));
types.setTypeParser(pg.types.builtins.INT8, Number);

export type Pool = { readonly db: Database; readonly pool: pg.Pool; readonly close: () => Promise<void> };

/** About 8 connections were best on two cores (stack.md). */
const USUAL_CONNECTIONS = 8;

/** A wait for one is bounded, so that a storm is answered by 503. */
export function connectDatabase(connection: pg.PoolConfig, onError: (error: Error) => void): Pool {
  const pool = new pg.Pool({
    max: USUAL_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'registre',
    Client: PreparedClient,
    ...connection,
    types,
  });
  let closing = false;
  // pg doesn't wait for its idle connections to say goodbye: the server may end them first.
  pool.on('error', (error) => {
    if (!closing) onError(error);
  });
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: sparing(pool, shareBeside(pool.options.max)) }),
  });
  return {
    db,
    pool,
    close: () => {
      closing = true;
      return db.destroy();
    },
  };
}

/** Is the database out of reach, as opposed to refusing what we asked? Pages then answer 503, never « fermé ». */
export function isOutage(error: unknown): boolean {
  // pg-boss emits plain objects with the words of the error.
  if (typeof error !== 'object' || error === null || !('message' in error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  // The embedded server's socket that isn't there; a file that isn't there is another matter.
  if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect';
  if (/^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|08...|57P0[1-5]|53[1-4]..|58...)$/.test(code))
    return true;
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
    String(error.message),
  );
}

/** Was a null character among what was sent? PostgreSQL has no text with it; no form of ours sends one. */
export function holdsNullCharacter(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '22021';
}

/** The name of the unique constraint that a write ran into, or null. */
export function violatedConstraint(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return null;
  return 'constraint' in error ? String(error.constraint) : '';
}

/** Did a row have to go, or to change its key, while another still leans on it? */
export function isStillReferenced(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '23503';
}
