import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Catalogue } from '../../catalogue/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { foldedName } from '../../platform/tables/columns.ts';
import { PARIS } from '../../platform/time.ts';
import { isUuid } from '../../platform/uuid.ts';
import { CENTRE, type Centre, type CentreId, ROOM, type Room, type RoomId } from '../places.ts';
import type { RoomLine } from '../rules/roomLines.ts';

/** What every query of this room carries. */
export function inSession({ academy, session }: ExamPlace): RawBuilder<unknown> {
  return sql`academy = ${academy} and session = ${session}`;
}

/** One writer at a time prepares the exams of an academy: what is checked together, of one session or of two, is written together. */
export async function lockExam(tx: Tx, { academy }: Pick<ExamPlace, 'academy'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`exam:${academy}`}, 0))`.execute(tx);
}

/** Of a centre: does this session use it? */
function isUsed({ academy, session }: ExamPlace, centre: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from exam_session_centre u where u.academy = ${academy} and u.session = ${session} and u.centre_id = ${centre})`;
}

/** Of a loan: nobody took it back. */
const STANDS = sql`l.ended_at is null`;

/** Of a room: does another academy lend it to this one? `which`: loans that stand, unless it is said. */
function isLent(
  { academy }: Pick<ExamPlace, 'academy'>,
  room: RawBuilder<unknown>,
  which: RawBuilder<unknown> = STANDS,
): RawBuilder<unknown> {
  return sql`exists (select from exam_room_loan l where l.borrower = ${academy} and l.room_id = ${room} and ${which})`;
}

/** Centres as an academy calls them: of another, which lends it rooms, the code begins with whose it is. */
function centresAs({ academy }: Pick<ExamPlace, 'academy'>): RawBuilder<unknown> {
  return sql`(select id, academy, name, address, postcode, city, closed, row_version,
    case academy when ${academy} then code else upper(academy) || '-' || code end as code from exam_centre)`;
}

/** Those that the session uses, closed ones among them, and those of which another academy lends rooms. */
export function listCentres(db: Database, place: ExamPlace): Promise<readonly Centre[]> {
  return CENTRE.all(db, sql`select ${CENTRE} from session_centre where ${inSession(place)} order by code`);
}

/** The same, without those of another academy: whose it is writes it. */
export function listOwnCentres(db: Database, place: ExamPlace): Promise<readonly Centre[]> {
  return CENTRE.all(
    db,
    sql`select ${CENTRE} from exam_centre c where academy = ${place.academy} and ${isUsed(place, sql`c.id`)} order by code`,
  );
}

/** Those of the academy, or with a room that is lent to it, which the session doesn't use. */
export function listOtherCentres(db: Database, place: ExamPlace): Promise<readonly Centre[]> {
  return CENTRE.all(
    db,
    sql`select ${CENTRE} from ${centresAs(place)} c
    where (c.academy = ${place.academy} or exists (select from exam_room r where r.centre_id = c.id and ${isLent(place, sql`r.id`)}))
      and not c.closed and not ${isUsed(place, sql`c.id`)} order by code`,
  );
}

/** All centres of an academy, whichever session uses them. */
export function listAllCentres(db: Database, academy: string): Promise<readonly Centre[]> {
  return CENTRE.all(db, sql`select ${CENTRE} from exam_centre where academy = ${academy} order by code`);
}

/** The rooms of all centres of an academy. */
export function listAllRooms(db: Database, academy: string): Promise<readonly Room[]> {
  return ROOM.all(
    db,
    sql`select ${ROOM} from exam_room r where r.centre_id in (select id from exam_centre where academy = ${academy}) order by centre_id, folded`,
  );
}

/** The rooms of the centres that the session uses; of another academy, those that it lends or lent: one that was taken back takes nobody any more. */
export function listRooms(db: Database, place: ExamPlace): Promise<readonly Room[]> {
  return ROOM.all(db, sql`select ${ROOM} from session_room where ${inSession(place)} order by centre_id, folded`);
}

/** Where a plan of the session has people: a centre of the academy, or one of which another lends rooms; under the code that `listCentres` gives it. */
export async function findSeatedCentre(
  db: Database,
  place: ExamPlace,
  asked: string | undefined,
): Promise<Centre | null> {
  if (!isUuid(asked)) return null;
  return CENTRE.first(
    db,
    sql`select ${CENTRE} from ${centresAs(place)} c where c.id = ${asked} and (c.academy = ${place.academy} or ${isUsed(place, sql`c.id`)})`,
  );
}

/** A centre of the academy, used by the session or not. */
export async function findCentre(db: Database, place: ExamPlace, asked: string | undefined): Promise<Centre | null> {
  if (!isUuid(asked)) return null;
  return CENTRE.first(db, sql`select ${CENTRE} from exam_centre where academy = ${place.academy} and id = ${asked}`);
}

export async function findRoom(db: Database, place: ExamPlace, asked: string | undefined): Promise<Room | null> {
  if (!isUuid(asked)) return null;
  return ROOM.first(db, sql`select ${ROOM} from exam_room where academy = ${place.academy} and id = ${asked}`);
}

const USE = columns({ session: text });

/** The sessions that use a centre. */
export async function sessionsUsing(db: Database, centre: CentreId): Promise<readonly string[]> {
  const found = await USE.all(
    db,
    sql`select session from exam_session_centre where centre_id = ${centre} order by session`,
  );
  return found.map(({ session }) => session);
}

/** From now on the session uses the centre. */
export async function useCentre(tx: Tx, { academy, session }: ExamPlace, centre: CentreId): Promise<void> {
  await sql`insert into exam_session_centre (academy, session, centre_id) values (${academy}, ${session}, ${centre})
    on conflict do nothing`.execute(tx);
}

/** The session doesn't use it any more; the academy still has it. */
export async function leaveCentre(tx: Tx, { academy, session }: ExamPlace, centre: CentreId): Promise<void> {
  await sql`delete from exam_session_centre
    where academy = ${academy} and session = ${session} and centre_id = ${centre}`.execute(tx);
}

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

export type CentreWords = Omit<Centre, 'id' | 'rowVersion'>;
export type RoomWords = Omit<Room, 'id' | 'centreId' | 'rowVersion'>;

/** The session in which it is written uses it. */
export async function insertCentre(tx: Tx, place: ExamPlace, words: CentreWords): Promise<CentreId> {
  const { code, name, address, postcode, city, closed } = words;
  return (
    await ID.one(
      tx,
      sql`insert into exam_centre (id, academy, session, code, name, address, postcode, city, closed)
      values (${randomUUID()}, ${place.academy}, ${place.session}, ${code}, ${name}, ${address}, ${postcode}, ${city}, ${closed}) returning id`,
    )
  ).id;
}
const ID = columns({ id: id<CentreId>() });

export async function updateCentre(tx: Tx, centre: CentreId, words: CentreWords): Promise<void> {
  await tx
    .updateTable('exam_centre')
    .set((eb) => ({ ...words, row_version: eb('row_version', '+', 1) }))
    .where('id', '=', centre)
    .execute();
}

export async function insertRoom(tx: Tx, place: ExamPlace, centre: CentreId, words: RoomWords): Promise<string> {
  const room = randomUUID();
  const { name, capacity, accessible, kinds, stations, closed } = words;
  await sql`insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible, kinds, stations, closed)
    values (${room}, ${place.academy}, ${place.session}, ${centre}, ${name}, ${foldedName(name)}, ${capacity}, ${accessible}, ${kinds},
      ${stations}, ${closed})`.execute(tx);
  return room;
}

export async function updateRoom(
  tx: Tx,
  room: RoomId,
  { name, capacity, accessible, kinds, stations, closed }: RoomWords,
): Promise<void> {
  await sql`update exam_room set name = ${name}, folded = ${foldedName(name)}, capacity = ${capacity}, accessible = ${accessible},
    kinds = ${kinds}, stations = ${stations}, closed = ${closed}, row_version = row_version + 1 where id = ${room}`.execute(
    tx,
  );
}

export async function deleteCentre(tx: Tx, centre: CentreId): Promise<void> {
  await tx.deleteFrom('exam_centre').where('id', '=', centre).execute();
}

export async function deleteRoom(tx: Tx, room: RoomId): Promise<void> {
  await tx.deleteFrom('exam_room').where('id', '=', room).execute();
}

const ROOMS = columns({ rooms: integer });

export async function countRooms(tx: Tx, centre: CentreId): Promise<number> {
  return (await ROOMS.one(tx, sql`select count(*) as rooms from exam_room where centre_id = ${centre}`)).rooms;
}

const KEPT = columns({ lost: integer });

/** Is every room that this calendar keeps still fitted for it, and those of tests to come of other sessions? */
export async function keepsWhatIsAsked(tx: Tx, { academy, session }: ExamPlace): Promise<boolean> {
  const asked = sql`select count(*) as lost from exam_sitting s join exam_room r on r.id = s.room_id
    where s.academy = ${academy} and (s.session = ${session} or s.starts_at > business_now()) and s.kind <> '' and not s.kind = any(r.kinds)`;
  return (await KEPT.one(tx, asked)).lost === 0;
}

const COUNTS = columns({ centres: integer, rooms: integer, seats: integer, sittings: integer });

/** What the session may use, closed centres and rooms apart, and its calendar. */
export function countPlaces(db: Database, place: ExamPlace): Promise<RowOf<typeof COUNTS>> {
  return COUNTS.one(
    db,
    sql`select count(distinct c.id) as centres, count(r.id) as rooms, coalesce(sum(r.capacity), 0)::integer as seats,
      (select count(*) from exam_sitting where ${inSession(place)}) as sittings
    from session_centre c left join session_room r on r.centre_id = c.id and r.academy = c.academy and r.session = c.session and not r.closed
    where c.academy = ${place.academy} and c.session = ${place.session} and not c.closed`,
  );
}

const LINE = columns({ code: text, folded: text, added: flag });

/**
 * Writes what a table says, centre by its code and room by its name, of the academy; the session uses the centres that it names. Gives how many of its
 * lines said something new or otherwise; the rest was so already.
 */
export async function writeRoomLines(
  tx: Tx,
  { academy, session }: ExamPlace,
  lines: readonly RoomLine[],
): Promise<{ readonly added: number; readonly changed: number }> {
  // What a centre says of itself stands on its first line.
  const firstLines = new Map(lines.toReversed().map((line) => [line.code, line]));
  const centres = [...firstLines.values()];
  const given = JSON.stringify(centres.map((one) => ({ ...one, id: randomUUID() })));
  const ofCentres = await LINE.all(
    tx,
    sql`insert into exam_centre as c (id, academy, session, code, name, address, postcode, city)
    select id, ${academy}, ${session}, code, name, address, postcode, city
    from jsonb_to_recordset(${given}::jsonb) as g(id uuid, code text, name text, address text, postcode text, city text)
    on conflict (academy, code) do update set name = excluded.name, address = excluded.address, postcode = excluded.postcode,
      city = excluded.city, row_version = c.row_version + 1
    where (c.name, c.address, c.postcode, c.city) is distinct from (excluded.name, excluded.address, excluded.postcode, excluded.city)
    returning code, '' as folded, xmax::text = '0' as added`,
  );
  const named = centres.map(({ code }) => code);
  const newlyUsed = await LINE.all(
    tx,
    sql`insert into exam_session_centre as u (academy, session, centre_id)
    select academy, ${session}, id from exam_centre where academy = ${academy} and code = any(${named}::text[])
    on conflict do nothing returning (select code from exam_centre c where c.id = u.centre_id) as code, '' as folded, true as added`,
  );
  const rooms = JSON.stringify(lines.map((one) => ({ ...one, id: randomUUID(), folded: foldedName(one.room) })));
  const ofRooms = await LINE.all(
    tx,
    sql`insert into exam_room as r (id, academy, session, centre_id, name, folded, capacity, accessible, kinds, stations)
    select g.id, ${academy}, ${session}, c.id, g.room, g.folded, g.capacity, g.accessible,
      array(select jsonb_array_elements_text(g.kinds)), g.stations
    from jsonb_to_recordset(${rooms}::jsonb)
        as g(id uuid, code text, room text, folded text, capacity integer, accessible boolean, kinds jsonb, stations integer)
      join exam_centre c on c.academy = ${academy} and c.code = g.code
    on conflict (centre_id, folded) do update set name = excluded.name, capacity = excluded.capacity, accessible = excluded.accessible,
      kinds = excluded.kinds, stations = excluded.stations, row_version = r.row_version + 1
    where (r.name, r.capacity, r.accessible, r.kinds, r.stations)
      is distinct from (excluded.name, excluded.capacity, excluded.accessible, excluded.kinds, excluded.stations)
    returning (select code from exam_centre c where c.id = r.centre_id) as code, folded, xmax::text = '0' as added`,
  );
  const news = new Map(ofRooms.map(({ code, folded, added }) => [`${code}/${folded}`, added]));
  const firsts = new Set([...ofCentres, ...newlyUsed].map(({ code }) => code));
  const said = lines.map((line) => {
    const added = news.get(`${line.code}/${foldedName(line.room)}`);
    return added ?? (firstLines.get(line.code) === line && firsts.has(line.code) ? false : null);
  });
  return { added: said.filter((one) => one === true).length, changed: said.filter((one) => one === false).length };
}
