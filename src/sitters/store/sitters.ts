import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import { columns, day, id, integer, nullable, present, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const FILE = columns({
  enrolmentId: id<EnrolmentId>(),
  number: present(text),
  version: integer,
  status: text,
  reserve: nullable(text),
  portfolio: nullable(text),
  birthDate: day,
});

/** Running files of a session, in the order of their numbers, without their answers. */
export function listFiles(db: Database, { academy, session }: ExamPlace): Promise<readonly RowOf<typeof FILE>[]> {
  return FILE.all(
    db,
    sql`select e.id as "enrolmentId", e.number, e.version, e.status, e.reserve, e.portfolio, c.birth_date as "birthDate"
    from enrolment_file e join candidate_identity c on c.account_id = e.candidate_id
    where e.academy = ${academy} and e.session = ${session} and e.status in ('registered', 'validated') order by e.number`,
  );
}
