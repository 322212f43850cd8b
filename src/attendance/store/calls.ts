import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
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
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Keeping, SaidCall, Source } from '../attendance.ts';
import { type StatementsOfRoom, saidBy } from './statements.ts';

const TURN = columns({
  roomId: present(uuid),
  sittingId: present(uuid),
  centreId: present(uuid),
  room: present(text),
  day: present(day),
  rest: present(integer),
  enrolmentId: present(id<EnrolmentId>()),
  unit: present(text),
  speciality: present(text),
  session: present(text),
  plannedAt: present(instant),
  startsAt: present(instant),
  endsAt: present(instant),
});
/** A turn before a board, as the published plan has it. */
export type PlannedTurn = RowOf<typeof TURN>;

/** All turns of a day, of whoever is still enrolled, board by board; of one centre where it is named. */
export function listTurns(
  db: Database,
  { academy, session }: Pick<Keeping, 'academy' | 'session'>,
  on: Temporal.PlainDate,
  centreId: string | null = null,
): Promise<readonly PlannedTurn[]> {
  return TURN.all(
    db,
    sql`select s.room_id as "roomId", s.sitting_id as "sittingId", r.centre_id as "centreId", r.name as room,
      (s.starts_at at time zone 'Europe/Paris')::date as day, coalesce(g.rest, 0) as rest, s.enrolment_id as "enrolmentId", s.unit, e.speciality, p.session,
      s.calls_at as "plannedAt", s.starts_at as "startsAt", s.ends_at as "endsAt"
    from seating_plan p join planned_seat s on s.plan_id = p.id join exam_named_room r on r.id = s.room_id
      join enrolment_file e on e.id = s.enrolment_id and e.status in ('registered', 'validated') left join calendar_sitting g on g.id = s.sitting_id
    where p.academy = ${academy} and p.session = ${session} and p.state = 'published' and s.calls_at is not null
      and (s.starts_at at time zone 'Europe/Paris')::date = ${on}::date ${centreId === null ? sql`` : sql`and r.centre_id = ${centreId}`}
    order by r.name, s.room_id, s.sitting_id, s.calls_at, s.enrolment_id`,
  );
}

const LATE = columns({ roomId: present(uuid), sittingId: present(uuid), minutes: nullable(integer) });

/** What was said last of how late each board is. */
export function listLate(db: Database, rooms: readonly string[]): Promise<readonly RowOf<typeof LATE>[]> {
  return LATE.all(
    db,
    sql`select distinct on (room_id, sitting_id) room_id as "roomId", sitting_id as "sittingId", minutes from attendance_call
    where room_id = any(${rooms}::uuid[]) and minutes is not null order by room_id, sitting_id, rank desc`,
  );
}

export async function insertCall(
  tx: Tx,
  { id, sittingId, change, saidAt }: SaidCall,
  { keeping, roomId, day, by }: StatementsOfRoom,
  { source, device }: { readonly source: Exclude<Source, 'office'>; readonly device: string },
): Promise<void> {
  const [minutes, whose, from] =
    change.kind === 'late' ? [change.minutes, null, null] : [null, change.enrolmentId, change.takenFrom];
  await sql`insert into attendance_call (id, academy, session, centre_id, room_id, sitting_id, day, minutes, enrolment_id, taken_from, agreed,
      source, device, said_at, "by")
    values (${id}, ${keeping.academy}, ${keeping.session}, ${keeping.centreId}, ${roomId}, ${sittingId}, ${day}::date, ${minutes}::integer, ${whose}::uuid,
      ${from}::uuid, ${change.agreed}, ${source}, ${device}, ${saidBy(saidAt)}, ${by})`.execute(tx);
}
