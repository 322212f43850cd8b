import { sql } from 'kysely';
import { IDENTITY } from '../../accounts/index.ts';
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
import type { Database } from '../../platform/database/database.ts';
import type { Keeping } from '../attendance.ts';

const SEAT = columns({
  academy: text,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  roomId: uuid,
  room: text,
  centreId: uuid,
  startsAt: instant,
  endsAt: instant,
  place: nullable(integer),
  day: present(day),
  speciality: present(text),
  number: present(text),
  ...IDENTITY.shape,
});
/** A seat of the published plan with whose it is. The hour it ends tells of more time, and of no cause. */
export type Seat = RowOf<typeof SEAT>;

type AtCentre = Pick<Keeping, 'academy' | 'session' | 'centreId'>;

/** Of whoever is still enrolled: who withdrew since the plan isn't waited for. */
const SEATS = sql`select s.academy, s.session, s.enrolment_id as "enrolmentId", s.unit, s.room_id as "roomId", s.room, s.centre_id as "centreId",
    s.starts_at as "startsAt", s.ends_at as "endsAt", s.place, s.day, e.speciality, e.number, ${IDENTITY.of('c')}
  from exam_published_seat s join enrolment_file e on e.id = s.enrolment_id and e.status in ('registered', 'validated')
    join candidate_identity c on c.account_id = e.candidate_id`;
const IN_ORDER = sql`order by s.room, s.room_id, s.starts_at, s.place nulls last, c.birth_name, c.first_names, e.number, s.unit`;

/** All seats of a centre on a day, room by room, by hour and table. */
export function listSeats(
  db: Database,
  { academy, session, centreId }: AtCentre,
  on: Temporal.PlainDate,
): Promise<readonly Seat[]> {
  return SEAT.all(
    db,
    sql`${SEATS} where s.academy = ${academy} and s.session = ${session} and s.centre_id = ${centreId} and s.day = ${on}::date ${IN_ORDER}`,
  );
}

/** The seats of these candidates at a centre, on any day. */
export function listSeatsOf(
  db: Database,
  { academy, session, centreId }: AtCentre,
  enrolments: readonly EnrolmentId[],
): Promise<readonly Seat[]> {
  return SEAT.all(
    db,
    sql`${SEATS} where s.academy = ${academy} and s.session = ${session} and s.centre_id = ${centreId}
      and s.enrolment_id = any(${enrolments}::uuid[]) ${IN_ORDER}`,
  );
}

const DAY = columns({ day: present(day), firstAt: present(instant), lastAt: present(instant) });

/** The days on which a centre has sittings. */
export function listDays(
  db: Database,
  { academy, session, centreId }: AtCentre,
): Promise<
  readonly {
    readonly day: Temporal.PlainDate;
    readonly firstAt: Temporal.Instant;
    readonly lastAt: Temporal.Instant;
  }[]
> {
  return DAY.all(
    db,
    sql`select day, min(starts_at) as "firstAt", max(ends_at) as "lastAt" from exam_published_seat
    where academy = ${academy} and session = ${session} and centre_id = ${centreId} group by day order by day`,
  );
}

const EXAM_DAY = columns({ day: present(day) });

/** The days of a session on which something is sat anywhere. */
export function listExamDays(
  db: Database,
  { academy, session }: Omit<AtCentre, 'centreId'>,
): Promise<readonly { readonly day: Temporal.PlainDate }[]> {
  return EXAM_DAY.all(
    db,
    sql`select distinct day from exam_published_seat where academy = ${academy} and session = ${session} order by day`,
  );
}

const ROOM = columns({ id: uuid, name: text });

/** The rooms of a centre. */
export function listRooms(
  db: Database,
  { academy, centreId }: Omit<AtCentre, 'session'>,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return ROOM.all(
    db,
    sql`select ${ROOM} from exam_named_room where academy = ${academy} and centre_id = ${centreId} order by name, id`,
  );
}

/** The seat of a candidate and a unit, at whichever centre of the session. */
export function findSeat(
  db: Database,
  { academy, session }: Omit<AtCentre, 'centreId'>,
  enrolment: string,
  unit: string,
): Promise<Seat | null> {
  return SEAT.first(
    db,
    sql`${SEATS} where s.academy = ${academy} and s.session = ${session} and s.enrolment_id = ${enrolment} and s.unit = ${unit}`,
  );
}

/** All seats of a session on a day, centre by centre. */
export function listSeatsOn(
  db: Database,
  { academy, session }: Omit<AtCentre, 'centreId'>,
  on: Temporal.PlainDate,
): Promise<readonly Seat[]> {
  return SEAT.all(
    db,
    sql`${SEATS} where s.academy = ${academy} and s.session = ${session} and s.day = ${on}::date ${IN_ORDER}`,
  );
}
