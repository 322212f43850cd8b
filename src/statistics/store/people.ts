import { sql } from 'kysely';
import type { AcademySession } from '../../catalogue/index.ts';
import { columns, flag, integer, nullable, oneOf, present, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Counted } from '../rules/counts.ts';
import type { Kind } from '../statistics.ts';

const COUNTED = columns({
  kind: present(oneOf(['speciality', 'centre', 'department'])),
  key: nullable(text),
  name: nullable(text),
  decision: nullable(oneOf(['ADMITTED', 'REFUSED', 'NOT_JUDGED'])),
  absent: nullable(flag),
  people: integer,
  blocks: integer,
});

export type CountedPeople = Counted & { readonly kind: Kind; readonly name: string };

/**
 * Registered candidates of a session and what is published of them, counted by speciality, by the centre of their first test and by
 * postcode, all in one pass: three tables, one reading of each candidate.
 */
export async function countPeople(
  db: Database,
  { academy, session }: AcademySession,
): Promise<readonly CountedPeople[]> {
  const rows = await COUNTED.all(
    db,
    sql`with person as (
      select e.speciality, h.postcode, s.centre_code as centre, s.centre as centre_name, r.decision, coalesce(r.absent, false) as absent,
        r.has_block as block
      from enrolment_file e left join result_outcome r on r.enrolment_id = e.id and r.academy = ${academy} and r.session = ${session}
        left join enrolment_home h on h.enrolment_id = e.id
        left join (select distinct on (enrolment_id) enrolment_id, centre_code, centre from exam_published_seat
          where academy = ${academy} and session = ${session} order by enrolment_id, starts_at) s on s.enrolment_id = e.id
      where e.academy = ${academy} and e.session = ${session} and (e.status in ('registered', 'validated') or r.enrolment_id is not null)
    )
    select case when grouping(speciality) = 0 then 'speciality' when grouping(centre) = 0 then 'centre' else 'department' end as kind,
      coalesce(speciality, centre, postcode) as key, centre_name as name, decision, absent, count(*) as people,
      count(*) filter (where block) as blocks
    from person group by grouping sets ((speciality, decision, absent), (centre, centre_name, decision, absent), (postcode, decision, absent))`,
  );
  return rows.map(({ key, name, absent, ...row }) => ({
    ...row,
    key: key ?? '',
    name: name ?? '',
    absent: absent ?? false,
  }));
}

const OFFERED = columns({ speciality: present(text) });

/** Those of which something is published. */
export async function publishedSpecialities(
  db: Database,
  { academy, session }: AcademySession,
): Promise<readonly string[]> {
  const rows = await OFFERED.all(
    db,
    sql`select distinct speciality from result_outcome where academy = ${academy} and session = ${session} order by speciality`,
  );
  return rows.map(({ speciality }) => speciality);
}
