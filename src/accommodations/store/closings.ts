import { sql } from 'kysely';
import type { AccountId } from '../../accounts/index.ts';
import type { Tx } from '../../platform/database/database.ts';

/**
 * What somebody who closed their account asked, gave and was asked, and the doctor's advice. Where it was decided, the bare request stays
 * under its decision. The bytes of documents are nobody's from now on, and swept.
 */
export async function forgetRequests(tx: Tx, id: AccountId): Promise<void> {
  const theirs = sql`(select enrolment_id from closed_enrolment where candidate_id = ${id})`;
  const cases = sql`(select id from accommodation_case where enrolment_id in ${theirs})`;
  await sql`delete from accommodation_prepared where case_id in ${cases}`.execute(tx);
  await sql`delete from accommodation_advice where case_id in ${cases}`.execute(tx);
  await sql`delete from accommodation_demand where case_id in ${cases}`.execute(tx);
  await sql`delete from accommodation_document where enrolment_id in ${theirs}`.execute(tx);
  await sql`delete from accommodation_reminder where enrolment_id in ${theirs}`.execute(tx);
  await sql`delete from accommodation_said where enrolment_id in ${theirs}`.execute(tx);
  await sql`delete from accommodation_case c where enrolment_id in ${theirs}
    and not exists (select from accommodation_decision d where d.case_id = c.id)`.execute(tx);
  await sql`update accommodation_case set measures = '{}', words = '', late_words = null, revealed_on = null, row_version = row_version + 1
    where enrolment_id in ${theirs}`.execute(tx);
}
