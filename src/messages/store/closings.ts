import { sql } from 'kysely';
import type { AccountId } from '../../accounts/index.ts';
import type { Tx } from '../../platform/database/database.ts';

/** Every thread of somebody who closed their account, whoever wrote. */
export async function forgetMessages(tx: Tx, id: AccountId): Promise<void> {
  const theirs = sql`(select enrolment_id from closed_enrolment where candidate_id = ${id})`;
  await sql`delete from message_reading where message_id in (select id from message where enrolment_id in ${theirs})`.execute(
    tx,
  );
  await sql`delete from message where enrolment_id in ${theirs}`.execute(tx);
  await sql`delete from message_settlement where enrolment_id in ${theirs}`.execute(tx);
  await sql`delete from message_lot_recipient where enrolment_id in ${theirs}`.execute(tx);
  await sql`delete from message_thread where enrolment_id in ${theirs}`.execute(tx);
}
