import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, instant, nullable, present, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { AccountId } from '../account.ts';
import {
  RECOVERY,
  RECOVERY_LIFE,
  RECOVERY_LINK_HOURS,
  RECOVERY_WAIT_HOURS,
  type Recovery,
  type RecoverySubject,
} from '../recovery.ts';
import type { Approval } from '../secondPerson.ts';
import { lockAddress } from './accounts.ts';

/** The last of an account that this office asked for. */
export function lastRecovery(db: Database, academy: string, account: AccountId): Promise<Recovery | null> {
  return RECOVERY.first(
    db,
    sql`select ${RECOVERY} from address_recovery where account_id = ${account} and academy = ${academy} order by proposed_at desc, id limit 1`,
  );
}

const KEPT = columns({ ...RECOVERY.shape, stream: text, academy: text, session: nullable(text), now: instant });
export type KeptRecovery = Recovery & RecoverySubject & { readonly now: Temporal.Instant };

/**
 * With the file where it is noted and the instant on the exam's clock; nobody else changes it, nor does anything with the new
 * address, until the transaction ends. The address first, as a proposal does.
 */
export async function lockRecovery(tx: Tx, recovery: string): Promise<KeptRecovery | null> {
  const seen = await readRecovery(tx, recovery);
  if (seen === null) return null;
  await lockAddress(tx, seen.newAddress);
  return KEPT.first(
    tx,
    sql`select ${RECOVERY}, stream, academy, session, business_now() as now from address_recovery where id = ${recovery} for update`,
  );
}

export function readRecovery(db: Database, recovery: string): Promise<KeptRecovery | null> {
  return KEPT.first(
    db,
    sql`select ${RECOVERY}, stream, academy, session, business_now() as now from address_recovery where id = ${recovery}`,
  );
}

/** Those whose link was never followed make room for another. */
export async function lapseRecoveries(tx: Tx, account: AccountId): Promise<void> {
  await sql`update address_recovery set state = 'lapsed', ended_at = ends_at
    where account_id = ${account} and state = 'approved' and ends_at <= business_now()`.execute(tx);
}

export type NewRecovery = Pick<
  Recovery,
  'accountId' | 'formerAddress' | 'newAddress' | 'proof' | 'seenOn' | 'proposedBy'
>;

/** False: one is under way for this account. */
export async function insertRecovery(tx: Tx, subject: RecoverySubject, made: NewRecovery): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('address_recovery')
    .values({
      id: randomUUID(),
      account_id: made.accountId,
      academy: subject.academy,
      session: subject.session,
      stream: subject.stream,
      state: 'proposed',
      former_address: made.formerAddress,
      new_address: made.newAddress,
      proof: made.proof,
      seen_on: made.seenOn,
      proposed_by: made.proposedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

const OPENING = columns({ opensAt: present(instant), endsAt: present(instant) });

/** `waits`: somebody may read the old address still. Gives from when to when the link serves, to the minute. */
export async function approveRecovery(
  tx: Tx,
  recovery: string,
  approval: Approval,
  waits: boolean,
): Promise<RowOf<typeof OPENING>> {
  const hours = waits ? RECOVERY_WAIT_HOURS : 0;
  const opens = sql`date_trunc('minute', business_now() + make_interval(hours => ${hours}::int))`;
  return OPENING.one(
    tx,
    sql`update address_recovery set state = 'approved', approved_by = ${approval.by}, opens_at = ${opens},
      ends_at = ${opens} + make_interval(hours => ${RECOVERY_LINK_HOURS}::int) where id = ${recovery}
      returning opens_at as "opensAt", ends_at as "endsAt"`,
  );
}

export async function endRecovery(tx: Tx, recovery: string, act: 'drop' | 'object' | 'follow'): Promise<void> {
  await sql`update address_recovery set state = ${RECOVERY_LIFE.acts[act].to}, ended_at = business_now() where id = ${recovery}`.execute(
    tx,
  );
}

/** Nobody signs in by a password that was known while the address was lost. */
export async function forgetPassword(tx: Tx, account: AccountId): Promise<void> {
  await sql`update auth_account set password = null where user_id = ${account} and provider_id = 'credential'`.execute(
    tx,
  );
}
