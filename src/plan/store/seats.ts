import { sql } from 'kysely';
import { IDENTITY } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { type ExamPlace, phaseOf } from '../../exam/index.ts';
import { type CentreId, inSession, type RoomId } from '../../places/index.ts';
import { columns, id, present, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import {
  type ExamPlan,
  PLAN,
  type PlanId,
  type PlanSeat,
  type PlanUnseated,
  type RoomSeat,
  SEAT,
  SEAT_CHANGE,
  type SeatChange,
  UNSEATED,
} from '../plan.ts';

/** By which candidates are summoned. */
export function findPublishedPlan(db: Database, place: ExamPlace): Promise<ExamPlan | null> {
  return PLAN.first(db, sql`select ${PLAN} from exam_plan where ${inSession(place)} and state = 'published'`);
}

/** Seats of a plan, by candidate and hour; of these candidates, or of all. */
export function seatsOf(
  db: Database,
  planId: PlanId,
  enrolmentIds: readonly EnrolmentId[] | null,
): Promise<readonly PlanSeat[]> {
  return SEAT.all(
    db,
    sql`select ${SEAT} from exam_seat where plan_id = ${planId}
      ${enrolmentIds === null ? sql`` : sql`and enrolment_id = any(${enrolmentIds}::uuid[])`}
    order by enrolment_id, starts_at, unit`,
  );
}

/** All seats of a centre. */
export function seatsAt(db: Database, planId: PlanId, centreId: CentreId): Promise<readonly PlanSeat[]> {
  return SEAT.all(
    db,
    sql`select ${SEAT.of('s')} from exam_seat s join written_room r on r.id = s.room_id
    where s.plan_id = ${planId} and r.centre_id = ${centreId} order by s.enrolment_id, s.starts_at, s.unit`,
  );
}

/** Units of a plan without a seat; of these candidates, or of all. */
export function unseatedOf(
  db: Database,
  planId: PlanId,
  enrolmentIds: readonly EnrolmentId[] | null,
): Promise<readonly PlanUnseated[]> {
  return UNSEATED.all(
    db,
    sql`select ${UNSEATED} from exam_unseated where plan_id = ${planId}
      ${enrolmentIds === null ? sql`` : sql`and enrolment_id = any(${enrolmentIds}::uuid[])`}
    order by enrolment_id, unit`,
  );
}

const ROOM_SEAT = columns({
  ...SEAT.shape,
  centreId: id<CentreId>(),
  room: text,
  number: present(text),
  speciality: present(text),
  candidateId: id<string>(),
  ...IDENTITY.shape,
});

/** Who sits in a room, or in the rooms of a centre: by room, beginning, table, then name. */
export function roomSeats(
  db: Database,
  planId: PlanId,
  within: { readonly centreId: CentreId } | { readonly roomId: RoomId },
): Promise<readonly RoomSeat[]> {
  return ROOM_SEAT.all(
    db,
    sql`select ${SEAT.of('s')}, r.centre_id as "centreId", r.name as room, e.number, e.speciality, i.account_id as "candidateId",
      ${IDENTITY.of('i')}
    from exam_seat s join written_room r on r.id = s.room_id join enrolment_file e on e.id = s.enrolment_id
      join candidate_identity i on i.account_id = e.candidate_id
    where s.plan_id = ${planId}
      and ${'centreId' in within ? sql`r.centre_id = ${within.centreId}` : sql`s.room_id = ${within.roomId}`}
    order by r.folded, r.id, s.starts_at, s.place nulls last, coalesce(i.usage_name, i.birth_name), i.first_names, e.number`,
  );
}

/**
 * What differs between two plans, unit by unit; the first thing that differs is said. `before` null: everything is new. More time
 * alone is a change of hour.
 */
export function changesBetween(db: Database, planId: PlanId, before: PlanId | null): Promise<readonly SeatChange[]> {
  return SEAT_CHANGE.all(
    db,
    sql`select coalesce(a.enrolment_id, b.enrolment_id) as "enrolmentId", coalesce(a.unit, b.unit) as unit,
      case when b.unit is null then 'added' when a.unit is null then 'gone'
        when (select centre_id from written_room where id = a.room_id) <> (select centre_id from written_room where id = b.room_id) then 'centre'
        when (a.starts_at, a.ends_at) <> (b.starts_at, b.ends_at) then 'hour'
        when a.room_id <> b.room_id then 'room' else 'table' end as what
    from (select * from exam_seat where plan_id = ${planId}) a
      full join (select * from exam_seat where plan_id = ${before}) b on b.enrolment_id = a.enrolment_id and b.unit = a.unit
    where a.unit is null or b.unit is null or (a.room_id, a.starts_at, a.ends_at) <> (b.room_id, b.starts_at, b.ends_at)
      or a.place is distinct from b.place
    order by 1, 2`,
  );
}

const PUBLISHED_SEAT = columns({ enrolmentId: id<EnrolmentId>(), speciality: present(text), unit: text });

/** For marks: who has a seat for what in the published plan of a session; nothing while none is published. */
export async function publishedSeats(
  db: Database,
  { academy, session }: ExamPlace,
): Promise<readonly { readonly enrolmentId: EnrolmentId; readonly speciality: string; readonly unit: string }[]> {
  const seats = await PUBLISHED_SEAT.all(
    db,
    sql`select s.enrolment_id as "enrolmentId", e.speciality, s.unit from exam_published_seat s join enrolment_file e on e.id = s.enrolment_id
    where s.academy = ${academy} and s.session = ${session} and e.speciality is not null order by s.enrolment_id, s.unit`,
  );
  return seats.filter(({ unit }) => phaseOf(unit) === 1);
}
