import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, flag, id, instant, integer, nullable, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const SEAT = columns({
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  startsAt: instant,
  endsAt: instant,
  callsAt: nullable(instant),
  percent: integer,
  alone: flag,
  place: nullable(integer),
  room: text,
  centreName: text,
  address: text,
  postcode: text,
  city: text,
  material: nullable(text),
});

/** The seats of these enrolments in a plan with what a summons says of them, by their hours. */
export function seatsToTell(
  db: Database,
  planId: string,
  enrolments: readonly string[],
): Promise<readonly RowOf<typeof SEAT>[]> {
  return SEAT.all(
    db,
    sql`select s.enrolment_id as "enrolmentId", s.unit, s.starts_at as "startsAt", s.ends_at as "endsAt", s.calls_at as "callsAt", s.percent, s.alone, s.place,
      r.name as room, c.name as "centreName", c.address, c.postcode, c.city, g.material
    from planned_seat s join written_room r on r.id = s.room_id join written_centre c on c.id = r.centre_id
      left join calendar_sitting g on g.id = s.sitting_id
    where s.plan_id = ${planId} and s.enrolment_id = any(${enrolments}::uuid[])
    order by s.enrolment_id, s.starts_at, s.unit`,
  );
}

const EFFECT = columns({ enrolmentId: id<EnrolmentId>(), measure: text, label: text, percent: nullable(integer) });

/** What was granted to these, by its name: effects alone. */
export function effectsToTell(db: Database, enrolments: readonly string[]): Promise<readonly RowOf<typeof EFFECT>[]> {
  return EFFECT.all(
    db,
    sql`select e.enrolment_id as "enrolmentId", e.measure, e.label, e.percent from accommodation_effect e
    where e.enrolment_id = any(${enrolments}::uuid[]) order by e.enrolment_id, e.label`,
  );
}
