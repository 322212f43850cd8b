import { sql } from 'kysely';
import type { AccountId } from '../../../accounts/index.ts';
import type { Tx } from '../../../platform/database/database.ts';

/** What somebody who closed their account said and gave of an absence; when it came, and what was concluded, stays. */
export async function forgetExcuses(tx: Tx, id: AccountId): Promise<void> {
  const theirs = sql`(select enrolment_id from closed_enrolment where candidate_id = ${id})`;
  await sql`delete from absence_proof where enrolment_id in ${theirs}`.execute(tx);
  await sql`update absence_excuse set words = '' where enrolment_id in ${theirs}`.execute(tx);
}
