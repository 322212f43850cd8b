import { sql } from 'kysely';
import { columns, json, present } from '../database/columns.ts';
import type { Database, Tx } from '../database/database.ts';
import type { Json } from '../journal.ts';
import { ok, type Result } from '../result.ts';
import { isUuid } from '../uuid.ts';

/** A form carries a key of its own (`cle`). A form sent without one, or with nonsense, is simply not protected by it. */
export function idempotencyKey(value: unknown): string | null {
  return isUuid(value) ? value : null;
}

/**
 * The same form sent twice does its work once: the second time gives what the first one gave. The first line of the
 * transaction: a twin that runs at the same time waits here for the first to commit.
 */
export async function once<T extends Json>(
  tx: Tx,
  key: string | null,
  owner: string,
  purpose: string,
  work: () => Promise<T>,
): Promise<T> {
  if (key === null) return work();
  const { numAffectedRows } =
    await sql`insert into once (key, owner, purpose) values (${key}, ${owner}, ${purpose}) on conflict do nothing`.execute(
      tx,
    );
  if (numAffectedRows === 0n) {
    const row = columns({ outcome: present(json<T>()) });
    const asked = sql`select ${row} from once where key = ${key} and owner = ${owner} and purpose = ${purpose}`;
    const before = await row.first(tx, asked);
    if (before !== null) return before.outcome;
  }
  const outcome = await work();
  await sql`update once set outcome = ${JSON.stringify(outcome)}::jsonb where key = ${key} and owner = ${owner} and purpose = ${purpose}`.execute(
    tx,
  );
  return outcome;
}

/** The same, for work that may be refused: a refusal is not kept, the transaction that carries it rolls back. */
export async function onceAccepted<T extends Json, E>(
  tx: Tx,
  key: string | null,
  owner: string,
  purpose: string,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  let refused: Result<T, E> | null = null;
  const outcome = await once<T | null>(tx, key, owner, purpose, async () => {
    const result = await work();
    if (result.ok) return result.value;
    refused = result;
    return null;
  });
  return refused ?? ok(outcome as T);
}

/** Keys older than a week protect nothing any more. */
export async function forgetOldKeys(db: Database): Promise<void> {
  await sql`delete from once where at < now() - interval '7 days'`.execute(db);
}
