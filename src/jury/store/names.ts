import { sql } from 'kysely';
import { CIVILITIES } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, nullable, oneOf, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const NAMED = columns({
  enrolmentId: id<EnrolmentId>(),
  civility: oneOf(CIVILITIES),
  birthName: text,
  usageName: nullable(text),
  firstNames: text,
});
export type NamedCandidate = RowOf<typeof NAMED>;

/** Who they are: for the record, and where a head asked for names. */
export async function namesOf(
  db: Database,
  academy: string,
  enrolments: readonly EnrolmentId[],
): Promise<ReadonlyMap<EnrolmentId, NamedCandidate>> {
  const rows = await NAMED.all(
    db,
    sql`select e.id as "enrolmentId", i.civility, i.birth_name as "birthName", i.usage_name as "usageName", i.first_names as "firstNames"
    from enrolment_file e join candidate_identity i on i.account_id = e.candidate_id
    where e.academy = ${academy} and e.id = any(${enrolments}::uuid[])`,
  );
  return new Map(rows.map((one) => [one.enrolmentId, one]));
}
