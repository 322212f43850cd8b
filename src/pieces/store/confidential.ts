import { sql } from 'kysely';
import { columns, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const GIVEN = columns({ enrolmentId: uuid, id: uuid });

/** Of each of these enrolments, the piece of health data for which something was given. */
export async function listGivenConfidential(
  db: Database,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await GIVEN.all(
    db,
    sql`select distinct on (p.enrolment_id) ${GIVEN.of('p')} from piece p
      where p.enrolment_id = any(${enrolments}::uuid[]) and p.confidential and (p.received_on is not null
        or exists (select from deposit d where d.piece_id = p.id and d.state = 'stored')) order by p.enrolment_id, p.code`,
  );
  return new Map(rows.map(({ enrolmentId, id }) => [enrolmentId, id]));
}
