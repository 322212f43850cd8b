import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { columns, json, present } from '../database/columns.ts';
import type { Database, Tx } from '../database/database.ts';
import type { Act, Json } from '../journal.ts';
import { ok, type Result, refuse } from '../result.ts';
import { isUuid } from '../uuid.ts';

/** A form carries a key of its own (`cle`). A form sent without one, or with nonsense, is simply not protected by it. */
export function idempotencyKey(value: unknown): string | null {
  return isUuid(value) ? value : null;
}

/** What tells one content from another without saying it: within a purpose, other words from an old tab are another act. */
export function digestOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
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
    const before = await find<T>(tx, key, owner, purpose);
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

/**
 * An act on a locked row, as its form saw it: `seen` is the version that the form carried, `now` the row's. Two clicks are one: the
 * same form of the same person is answered as the first was, while the row is as that one left it (an act raises a version by one).
 */
export async function atVersion<T extends Json, E>(
  tx: Tx,
  { actor, form }: Act,
  { now, seen }: { readonly now: number; readonly seen: number },
  changed: E,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  const key = form === undefined || actor.id === null ? null : keyOfForm(form);
  if (now !== seen) {
    const first = key === null || now !== seen + 1 ? null : await find<T>(tx, key, actor.id ?? '', AT_VERSION);
    return first === null ? refuse(changed) : ok(first.outcome);
  }
  const done = await work();
  if (done.ok && key !== null)
    await sql`insert into once (key, owner, purpose, outcome) values (${key}, ${actor.id}, ${AT_VERSION}, ${JSON.stringify(done.value)}::jsonb)
      on conflict (key, owner, purpose) do update set outcome = excluded.outcome, at = excluded.at`.execute(tx);
  return done;
}

const AT_VERSION = 'form at a version';

function keyOfForm(sha256: string): string {
  return sha256.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

async function find<T extends Json>(tx: Tx, key: string, owner: string, purpose: string) {
  const row = columns({ outcome: present(json<T>()) });
  return row.first(tx, sql`select ${row} from once where key = ${key} and owner = ${owner} and purpose = ${purpose}`);
}

/** Older keys protect nothing any more. */
export const ONCE_KEPT_DAYS = 7;
export async function forgetOldKeys(db: Database): Promise<void> {
  await sql`delete from once where at < now() - make_interval(days => ${ONCE_KEPT_DAYS}::int)`.execute(db);
}
