import { sql } from 'kysely';
import type { AccountId } from '../../accounts/index.ts';
import type { Tx } from '../../platform/database/database.ts';

/** Accounts on which an enrolment leans, or what was decided of one person under several. SQL. */
export const accountsInUse = sql`select candidate_id from enrolment
  union select unnest(array[one_id, other_id]) from same_person union select unnest(array[one_id, other_id]) from same_person_proposal`;

/** Nothing is being written any more, nor what an officer found being written. */
export async function emptyDrafts(tx: Tx, id: AccountId): Promise<void> {
  await sql`update enrolment set working = null, row_version = row_version + 1 where candidate_id = ${id} and working is not null`.execute(
    tx,
  );
  await sql`update enrolment_entry set found = null where found is not null
    and enrolment_id in (select enrolment_id from closed_enrolment where candidate_id = ${id})`.execute(tx);
}

/** No arrangement is asked for, nor was any waiver; the versions before say it no more. */
export async function forgetHealth(tx: Tx, id: AccountId): Promise<void> {
  const theirs = sql`(select enrolment_id from closed_enrolment where candidate_id = ${id})`;
  await sql`delete from accommodation_request where enrolment_id in ${theirs}`.execute(tx);
  await sql`update enrolment set registered = ${unsaid('registered')} where candidate_id = ${id} and registered is not null`.execute(
    tx,
  );
  await sql`update enrolment_version set answers = ${unsaid('answers')} where enrolment_id in ${theirs}`.execute(tx);
}

/** Answers that say « non » where they were asked of health. */
function unsaid(answers: 'registered' | 'answers') {
  const kept = sql.ref(answers);
  return sql`jsonb_set(jsonb_set(${kept}, '{informations,handicap}', '"non"', false), '{qualification,disabledWorker}', '"non"', false)`;
}
