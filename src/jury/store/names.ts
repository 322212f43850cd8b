import { sql } from 'kysely';
import { CIVILITIES, PERSON_NAMES } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, oneOf, type RowOf } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const NAMED = columns({
  enrolmentId: id<EnrolmentId>(),
  civility: oneOf(CIVILITIES),
  ...PERSON_NAMES.shape,
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
    sql`select e.id as "enrolmentId", i.civility, ${PERSON_NAMES.of('i')}
    from enrolment_file e join candidate_identity i on i.account_id = e.candidate_id
    where e.academy = ${academy} and e.id = any(${enrolments}::uuid[])`,
  );
  return new Map(rows.map((one) => [one.enrolmentId, one]));
}
