import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { columns, json, present } from '../database/columns.ts';
import type { Database, Tx } from '../database/database.ts';
import { type Due, dueRows, lasting } from '../database/due.ts';
import type { Act } from '../journal.ts';
import type { Json } from '../keys.ts';
import { ok, type Result, refuse } from '../result.ts';
import { isUuid } from '../uuid.ts';

/** A form carries a key of its own (`cle`). A form sent without one, or with nonsense, is simply not protected by it. */
export function idempotencyKey(value: unknown): string | null {
  return isUuid(value) ? value : null;
}

/** What was typed, chosen or sent: values that JSON writes whole (of a file, its SHA-256). Never a password. */
export type Content =
  | string
  | number
  | boolean
  | null
  | undefined
  | { readonly toJSON: () => string }
  | readonly Content[]
  | { readonly [name: string]: Content };

/** A form that was sent: its key, who sent it, what for, and all that it says. */
export type SentForm = {
  readonly key: string | null;
  readonly owner: string;
  readonly purpose: string;
  readonly content: NonNullable<Content> | null;
  /** What it will give, where that is known before its work is done: it is written at once. */
  readonly promised?: Json;
};

/**
 * The same form sent twice does its work once: the second time gives what the first one gave. The first line of the
 * transaction: a twin that runs at the same time waits here for the first to commit. Other content under the same key is no twin (the
 * browser's « back » brings the page, key and all, to other words): it is another act, which the room's own rules take or refuse.
 */
export async function once<T extends Json>(tx: Tx, sent: SentForm, work: () => Promise<T>): Promise<T> {
  const { key, owner, purpose } = sent;
  if (key === null) return work();
  const content = contentOf(sent);
  const promised = sent.promised === undefined ? null : JSON.stringify(sent.promised);
  // The first content stands under the purpose itself, where the version before looks for it; others stand beside it.
  const beside = `${purpose} ${content}`;
  for (const under of [purpose, beside]) {
    const { numAffectedRows } = await sql`insert into once (key, owner, purpose, content, outcome)
      select ${key}::uuid, ${owner}::text, ${under}::text, ${content}::text, ${promised}::jsonb
      where not exists (select from once where key = ${key} and owner = ${owner} and purpose = ${beside})
      on conflict do nothing`.execute(tx);
    if (numAffectedRows === 0n) {
      const before =
        (await find<T>(tx, key, owner, beside, content)) ?? (await find<T>(tx, key, owner, purpose, content));
      if (before !== null) return before.outcome;
      continue;
    }
    const outcome = await work();
    if (promised !== null) return outcome;
    await sql`update once set outcome = ${JSON.stringify(outcome)}::jsonb where key = ${key} and owner = ${owner} and purpose = ${under}`.execute(
      tx,
    );
    return outcome;
  }
  throw new Error(`A key for ${purpose} is taken, and by nothing`);
}

/** The same, for work that may be refused: a refusal is not kept, the transaction that carries it rolls back. */
export async function onceAccepted<T extends Json, E>(
  tx: Tx,
  sent: SentForm,
  work: () => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  let refused: Result<T, E> | null = null;
  const outcome = await once<T | null>(tx, sent, async () => {
    const result = await work();
    if (result.ok) return result.value;
    refused = result;
    return null;
  });
  return refused ?? ok(outcome as T);
}

/**
 * What a form gave that was done already, word for word. Null: it wasn't. For rules that are read before the work begins: what it did
 * would be held against its twin.
 */
export async function givenAlready<T extends Json>(db: Database, sent: SentForm): Promise<T | null> {
  const { key, owner, purpose } = sent;
  if (key === null) return null;
  const content = contentOf(sent);
  const beside = await find<T>(db, key, owner, `${purpose} ${content}`, content);
  return (beside ?? (await find<T>(db, key, owner, purpose, content)))?.outcome ?? null;
}

function contentOf({ content }: SentForm): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
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

/** `content`: of one content alone, or of a key that the version before accepted, which says none. */
async function find<T extends Json>(
  tx: Database,
  key: string,
  owner: string,
  purpose: string,
  content: string | null = null,
) {
  const row = columns({ outcome: present(json<T>()) });
  return row.first(
    tx,
    sql`select ${row} from once where key = ${key} and owner = ${owner} and purpose = ${purpose} and (content is null or content = ${content})`,
  );
}

/** Older keys protect nothing any more. */
export function oldKeys(kept: Temporal.Duration): Due {
  return dueRows('once', sql`at < now() - ${lasting(kept)}`);
}
