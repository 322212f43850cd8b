import { sql } from 'kysely';
import { columns, integer, nullable, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Jury } from '../jury.ts';

const ARRANGED = columns({ label: text, percent: nullable(integer), candidates: integer });
/** A measure that was granted, and to how many of a jury's candidates; `percent` of more time. */
export type GrantedMeasure = RowOf<typeof ARRANGED>;

/** What was granted to candidates of these specialities, counted: nobody is named, and no cause is known here. */
export function listArranged(
  db: Database,
  { academy, session, specialities }: Pick<Jury, 'academy' | 'session' | 'specialities'>,
): Promise<readonly GrantedMeasure[]> {
  return ARRANGED.all(
    db,
    sql`select a.label, a.percent, count(distinct a.enrolment_id) as candidates
      from accommodation_effect a join enrolment_file f on f.id = a.enrolment_id
      where f.academy = ${academy} and f.session = ${session} and f.speciality = any(${specialities}::text[])
        and f.status in ('registered', 'validated')
      group by a.label, a.percent order by a.label, a.percent`,
  );
}
