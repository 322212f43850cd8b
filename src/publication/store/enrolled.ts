import { sql } from 'kysely';
import { PERSON_NAMES } from '../../accounts/index.ts';
import type { AcademySession } from '../../catalogue/index.ts';
import { type EnrolmentId, HELD_BACK } from '../../enrolment/index.ts';
import { columns, id, nullable, oneOf, present, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { amongWords } from '../../platform/database/listed.ts';
import type { EnrolledCandidate } from '../rules/snapshot.ts';

const ENROLLED = columns({ enrolmentId: present(id<EnrolmentId>()), speciality: present(text) });

/** Whom a jury has to judge: registered, not ended, under no reserve that waits. */
export function listEnrolled(
  db: Database,
  { academy, session }: AcademySession,
): Promise<readonly EnrolledCandidate[]> {
  return ENROLLED.all(
    db,
    sql`select id as "enrolmentId", speciality from enrolment_file
    where academy = ${academy} and session = ${session} and status in ('registered', 'validated')
      and coalesce(reserve not in ${amongWords(HELD_BACK)}, true) and speciality is not null order by id`,
  );
}

/** Whose enrolment ended, by whomever: nothing is published of them any more. */
export async function listEnded(db: Database, { academy, session }: AcademySession): Promise<ReadonlySet<EnrolmentId>> {
  const rows = await columns({ enrolmentId: present(id<EnrolmentId>()) }).all(
    db,
    sql`select id as "enrolmentId" from enrolment_file
    where academy = ${academy} and session = ${session} and number is not null and ended_at is not null`,
  );
  return new Set(rows.map(({ enrolmentId }) => enrolmentId));
}

const NAMED = columns({
  enrolmentId: present(id<EnrolmentId>()),
  number: nullable(text),
  civility: present(oneOf(['M', 'MME'])),
  ...PERSON_NAMES.shape,
});
export type NamedEnrolment = RowOf<typeof NAMED>;

/** Who they are, for the office. */
export function listNames(
  db: Database,
  academy: string,
  enrolments: readonly EnrolmentId[],
): Promise<readonly NamedEnrolment[]> {
  return NAMED.all(
    db,
    sql`select e.id as "enrolmentId", e.number, c.civility, ${PERSON_NAMES.of('c')}
    from enrolment_file e join candidate_identity c on c.account_id = e.candidate_id
    where e.academy = ${academy} and e.id = any(${enrolments}::uuid[]) order by c.birth_name, e.id`,
  );
}
