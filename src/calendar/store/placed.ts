import { sql } from 'kysely';
import type { RoomId, SittingId } from '../../places/index.ts';
import { columns, id, instant, integer, present, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const PLACED = columns({
  session: text,
  sittingId: id<SittingId>(),
  roomId: id<RoomId>(),
  speciality: present(text),
  unit: text,
  startsAt: present(instant),
  endsAt: present(instant),
  persons: integer,
});
/** How many candidates a published plan has in a room for a test, from the first who begins to the last who ends. */
export type Placed = RowOf<typeof PLACED>;

/** What the published plans of an academy have between two instants, the second not included. */
export function listPlaced(
  db: Database,
  academy: string,
  { from, to }: Readonly<Record<'from' | 'to', Temporal.Instant>>,
): Promise<readonly Placed[]> {
  return PLACED.all(
    db,
    sql`select p.session, s.sitting_id as "sittingId", s.room_id as "roomId", min(e.speciality) as speciality, s.unit,
      min(s.starts_at) as "startsAt", max(s.ends_at) as "endsAt", count(*)::integer as persons
    from seating_plan p join planned_seat s on s.plan_id = p.id join enrolment_file e on e.id = s.enrolment_id
    where p.academy = ${academy} and p.state = 'published' and s.starts_at >= ${from} and s.starts_at < ${to}
    group by p.session, s.sitting_id, s.room_id, s.unit order by p.session, s.room_id, s.sitting_id`,
  );
}
