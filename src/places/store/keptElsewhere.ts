import { type RawBuilder, sql } from 'kysely';
import type { Catalogue } from '../../catalogue/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import { columns, id, instant, integer, nullable, oneOf, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { PARIS } from '../../platform/time.ts';
import type { RoomId } from '../places.ts';
import { isLent, STANDS } from './lentCentres.ts';
import { inSession, isUsed } from './places.ts';

const KEPT_ROOM = columns({
  roomId: id<RoomId>(),
  startsAt: instant,
  minutes: integer,
  /** '': no session of the academy. */
  session: text,
  /** `to`: another academy has it by a loan; `from`: it is another's, which doesn't lend it then. */
  lent: nullable(oneOf(['to', 'from'])),
});
/** When a session can't have a room. */
export type KeptRoom = RowOf<typeof KEPT_ROOM>;

/** From the beginning of the first day of a loan until the end of its last. */
const LENT_TIME = {
  from: sql`l.first_day::timestamp at time zone 'Europe/Paris'`,
  to: sql`(l.last_day + 1)::timestamp at time zone 'Europe/Paris'`,
};

/**
 * When other sessions of the academy have rooms of this one's centres: kept by their calendar, or with candidates of their published plan; when a room
 * is lent to another academy, or isn't lent by another. Of what comes
 * after this session began, by the rules or by its own calendar: years that are over are not read.
 */
export function listKeptElsewhere(db: Database, catalogue: Catalogue, place: ExamPlace): Promise<readonly KeptRoom[]> {
  const others = sql`o.academy = ${place.academy} and o.session <> ${place.session}`;
  const here = sql`(select r.id from exam_room r where ${isUsed(place, sql`r.centre_id`)})`;
  const first = catalogue.session(place.session)?.examStartsOn.on.toZonedDateTime(PARIS).toInstant() ?? null;
  const since = sql`(select least(${first}::timestamptz, min(starts_at)) - interval '1 day' from exam_sitting where ${inSession(place)})`;
  const minutes = (from: RawBuilder<unknown>, to: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(extract(epoch from ${to} - ${from}) / 60)::integer`;
  const { from: lentFrom, to: lentTo } = LENT_TIME;
  const ever = sql`coalesce(${since}, business_now() - interval '1 year')`;
  // A board or a workshop has its room between two people, too.
  const from = sql`case when h.held in ('oral', 'practical') then h.has_from else s.starts_at end`;
  const to = sql`case when h.held in ('oral', 'practical') then greatest(h.has_to, s.ends_at) else s.ends_at end`;
  return KEPT_ROOM.all(
    db,
    sql`select room_id as "roomId", has_from as "startsAt", ${minutes(sql`has_from`, sql`has_to`)} as minutes, session, null as lent
      from held_sitting o where ${others} and room_id in ${here} and has_to > ${since}
    union select s.room_id, ${from}, ${minutes(from, to)}, o.session, null
      from seating_plan o join planned_seat s on s.plan_id = o.id left join held_sitting h on h.id = s.sitting_id
      where ${others} and o.state = 'published' and s.room_id in ${here} and s.starts_at > ${since}
    union select l.room_id, ${lentFrom}, ${minutes(lentFrom, lentTo)}, '', 'to'
      from exam_room_loan l where l.academy = ${place.academy} and ${STANDS} and l.room_id in ${here}
    union select r.id, lower(g), ${minutes(sql`lower(g)`, sql`upper(g)`)}, '', 'from'
      from exam_room r, unnest(tstzmultirange(tstzrange(${ever}, ${ever} + interval '3 years')) - coalesce((
        select range_agg(tstzrange(${lentFrom}, ${lentTo})) from exam_room_loan l
        where l.room_id = r.id and l.borrower = ${place.academy} and ${STANDS}), '{}')) g
      where r.id in ${here} and r.academy <> ${place.academy} and ${isLent(place, sql`r.id`, sql`true`)}
    order by 1, 2, 3, 4`,
  );
}
