import { type RawBuilder, sql } from 'kysely';
import { columns, flag, instant, integer, nullable, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { AccountId } from '../account.ts';

const FACTOR = columns({ secret: text, lastStep: integer, setAt: instant });
const STATE = columns({ setAt: instant, codesLeft: integer });
const USED = columns({ usedAt: nullable(instant) });
const THERE = columns({ there: flag });
const SINCE = columns({ since: nullable(instant) });

/** Since when this account proves itself by more than its password: an application or a passkey. Null: it doesn't. */
export function proofSince(account: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`least((select f.set_at from second_factor f where f.account_id = ${account}),
    (select min(k.created_at) from passkey k where k.account_id = ${account}))`;
}

export async function secondProofSince(db: Database, id: AccountId): Promise<Temporal.Instant | null> {
  return (await SINCE.one(db, sql`select ${proofSince(sql`${id}::uuid`)} as since`)).since;
}

/** The secret as it is stored: sealed. */
export type StoredFactor = { readonly secret: string; readonly lastStep: number };

/** Of an application. */
export async function hasSecondFactor(db: Database, id: AccountId): Promise<boolean> {
  return (await THERE.one(db, sql`select exists (select from second_factor where account_id = ${id}) as there`)).there;
}

/** Held until the transaction ends, so that of two codes at once one is looked at after the other. */
export function lockSecondFactor(tx: Tx, id: AccountId): Promise<StoredFactor | null> {
  return FACTOR.first(tx, sql`select ${FACTOR} from second_factor where account_id = ${id} for update`);
}

/** null: none is set. */
export function secondFactorState(db: Database, id: AccountId): Promise<RowOf<typeof STATE> | null> {
  return STATE.first(
    db,
    sql`select f.set_at as "setAt",
      (select count(*) from recovery_code c where c.account_id = f.account_id and c.used_at is null) as "codesLeft"
    from second_factor f where f.account_id = ${id}`,
  );
}

/** False where one stands already. */
export async function insertSecondFactor(tx: Tx, id: AccountId, factor: StoredFactor): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('second_factor')
    .values({ account_id: id, secret: factor.secret, last_step: factor.lastStep })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function setLastStep(tx: Tx, id: AccountId, step: number): Promise<void> {
  await tx.updateTable('second_factor').set({ last_step: step }).where('account_id', '=', id).execute();
}

/** With its recovery codes. False where there was none. */
export async function deleteSecondFactor(tx: Tx, id: AccountId): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('second_factor').where('account_id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}

/** In place of those of before, used or not. */
export async function replaceRecoveryCodes(tx: Tx, id: AccountId, marks: readonly string[]): Promise<void> {
  await tx.deleteFrom('recovery_code').where('account_id', '=', id).execute();
  await sql`insert into recovery_code (account_id, mark) select ${id}::uuid, mark from unnest(${marks}::text[]) as mark`.execute(
    tx,
  );
}

/** Once: of two at once, one gets it. */
export async function useRecoveryCode(tx: Tx, id: AccountId, mark: string): Promise<'good' | 'used' | 'unknown'> {
  const found = await USED.first(
    tx,
    sql`select used_at as "usedAt" from recovery_code where account_id = ${id} and mark = ${mark} for update`,
  );
  if (found === null) return 'unknown';
  if (found.usedAt !== null) return 'used';
  await sql`update recovery_code set used_at = now() where account_id = ${id} and mark = ${mark}`.execute(tx);
  return 'good';
}
