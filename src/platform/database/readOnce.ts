import { AsyncLocalStorage } from 'node:async_hooks';
import type { CompiledQuery, QueryResult } from 'kysely';
import { createRecent } from '../memory.ts';

/** The database, or a transaction of it. */
type Handle = { readonly isTransaction: boolean };

/** What was read so far, by statement and parameters. `tx`: of one transaction; null: outside of any. */
type Reads = { readonly tx: Handle | null; readonly known: Map<string, Map<string, Answer>> };
type Answer = Promise<QueryResult<unknown>>;

const reading = new AsyncLocalStorage<Reads>();

/**
 * While a page is made, or a part of an act that only reads (`tx`), the same question to the database is asked once, whichever rooms ask
 * it. Whatever is written meanwhile makes it ask anew.
 */
export function readingOnce<T>(work: () => Promise<T>, tx: Handle | null = null): Promise<T> {
  return reading.run({ tx, known: new Map() }, work);
}

/** Null where nothing is remembered: the caller asks. */
export function askedOnce(
  db: Handle,
  { sql, parameters }: CompiledQuery,
  ask: () => Promise<QueryResult<unknown>>,
): Promise<QueryResult<unknown>> | null {
  const of = reading.getStore();
  if (of === undefined || !isRead(sql) || (of.tx === null ? db.isTransaction : of.tx !== db)) return null;
  const { known: reads } = of;
  const answers = reads.get(sql) ?? new Map<string, Answer>();
  reads.set(sql, answers);
  const key = JSON.stringify(parameters);
  const known = answers.get(key);
  if (known !== undefined) return known;
  const asked = ask();
  answers.set(key, asked);
  // What failed may be asked again.
  asked.catch(() => answers.delete(key));
  return asked;
}

/** Whatever leaves for the database passes here: what isn't a plain reading makes it forget what was read. */
export function noteAsked(statement: string): void {
  const of = reading.getStore();
  if (of !== undefined && !isRead(statement)) of.known.clear();
}

/** Statements are few and come again and again. */
const known = createRecent<string, boolean>(1000);

/** A statement that changes nothing, takes no lock and draws no number. */
function isRead(statement: string): boolean {
  return known(
    statement,
    () =>
      /^\s*select\b/i.test(statement) && !/\bfor (no key )?(update|share)\b|\bnextval\b|pg_advisory/i.test(statement),
  );
}
