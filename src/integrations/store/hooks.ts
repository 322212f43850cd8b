import { sql } from 'kysely';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type Fact, type HookState, WEBHOOK, type Webhook } from '../webhook.ts';

/** Of an academy, but those that were removed. */
export function listHooks(db: Database, academy: string): Promise<readonly Webhook[]> {
  return WEBHOOK.all(
    db,
    sql`select ${WEBHOOK} from webhook where academy = ${academy} and state <> 'removed' order by made_at desc, id`,
  );
}

export async function findHook(db: Database, academy: string, id: string | undefined): Promise<Webhook | null> {
  if (!isUuid(id)) return null;
  return WEBHOOK.first(
    db,
    sql`select ${WEBHOOK} from webhook where id = ${id} and academy = ${academy} and state <> 'removed'`,
  );
}

/** In the transaction of an act: its row waits for who else acts on it. */
export async function lockHook(tx: Tx, { id }: Pick<Webhook, 'id'>): Promise<Webhook> {
  return WEBHOOK.one(tx, sql`select ${WEBHOOK} from webhook where id = ${id} for update`);
}

const COUNT = columns({ count: integer });

export async function countHooks(tx: Tx, academy: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended('hooks of ' || ${academy}::text, 0))`.execute(tx);
  return (
    await COUNT.one(tx, sql`select count(*) as count from webhook where academy = ${academy} and state <> 'removed'`)
  ).count;
}

export async function insertHook(
  tx: Tx,
  hook: Pick<Webhook, 'id' | 'academy' | 'name' | 'address' | 'madeBy'> & { readonly facts: readonly Fact[] },
): Promise<void> {
  const { id, academy, name, address, facts, madeBy } = hook;
  await sql`insert into webhook (id, academy, name, address, facts, made_by)
    values (${id}, ${academy}, ${name}, ${address}, ${facts}::text[], ${madeBy})`.execute(tx);
}

/** A hook that stands anew has failed nobody yet. */
export async function writeState(tx: Tx, { id }: Pick<Webhook, 'id'>, state: HookState): Promise<void> {
  await sql`update webhook set state = ${state}, failures = 0, failing_since = null, rest_until = null where id = ${id}`.execute(
    tx,
  );
}

/** Gives the rank of the new one. */
export async function writeNextSecret(tx: Tx, { id }: Pick<Webhook, 'id'>): Promise<number> {
  const rank = columns({ secretRank: integer });
  const renewed = sql`update webhook set secret_rank = secret_rank + 1 where id = ${id} returning ${rank}`;
  return (await rank.one(tx, renewed)).secretRank;
}
