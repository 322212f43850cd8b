import { sql } from 'kysely';
import { IDENTITY } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { CentreId } from '../../places/index.ts';
import type { PlanId } from '../../plan/index.ts';
import {
  columns,
  day,
  id,
  instant,
  integer,
  nullable,
  present,
  type RowOf,
  text,
} from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const DAY = columns({
  centreId: id<CentreId>(),
  code: text,
  name: text,
  day: present(day),
  seats: integer,
  rooms: integer,
});
export type CentreDay = RowOf<typeof DAY>;

/** Which centres a plan uses on which days, without those whose enrolment ended. */
export function centreDays(db: Database, planId: PlanId): Promise<readonly CentreDay[]> {
  return DAY.all(
    db,
    sql`select w.id as "centreId", coalesce(c.code, w.code) as code, w.name, (s.starts_at at time zone 'Europe/Paris')::date as day,
      count(*) as seats, count(distinct s.room_id) as rooms
    from planned_seat s join enrolment_file e on e.id = s.enrolment_id join written_room r on r.id = s.room_id
      join written_centre w on w.id = r.centre_id
      left join session_centre c on c.id = w.id and c.academy = e.academy and c.session = e.session
    where s.plan_id = ${planId} and e.ended_at is null
    group by w.id, c.code, w.code, w.name, day order by day, code`,
  );
}

const LINE = columns({
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  startsAt: instant,
  endsAt: instant,
  callsAt: nullable(instant),
  place: nullable(integer),
  room: text,
  number: present(text),
  speciality: present(text),
  ...IDENTITY.shape,
});
export type ListLine = RowOf<typeof LINE>;

/** Who sits in a centre on a day, by room, hour, table; whose enrolment ended isn't expected. */
export function listLines(
  db: Database,
  planId: PlanId,
  centreId: CentreId,
  on: Temporal.PlainDate,
  limit: number,
): Promise<readonly ListLine[]> {
  return LINE.all(
    db,
    sql`select s.enrolment_id as "enrolmentId", s.unit, s.starts_at as "startsAt", s.ends_at as "endsAt", s.calls_at as "callsAt", s.place, r.name as room, e.number,
      e.speciality, ${IDENTITY.of('i')}
    from planned_seat s join written_room r on r.id = s.room_id join enrolment_file e on e.id = s.enrolment_id
      join candidate_identity i on i.account_id = e.candidate_id
    where s.plan_id = ${planId} and r.centre_id = ${centreId} and e.ended_at is null
      and (s.starts_at at time zone 'Europe/Paris')::date = ${on}::date
    order by r.folded, r.id, s.starts_at, s.place nulls last, i.birth_name, i.first_names, e.number limit ${limit}`,
  );
}
