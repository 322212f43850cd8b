import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { ExamPlace } from '../../exam/index.ts';
import { columns, id, integer, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { foldedName } from '../../platform/tables/columns.ts';
import { isUuid } from '../../platform/uuid.ts';
import { CENTRE, type Centre, type CentreId, ROOM, type Room, type RoomId } from '../places.ts';

/** What every query of this room carries. */
export function inSession({ academy, session }: ExamPlace): RawBuilder<unknown> {
  return sql`academy = ${academy} and session = ${session}`;
}

/** One writer at a time prepares the exams of an academy: what is checked together, of one session or of two, is written together. */
export async function lockExam(tx: Tx, { academy }: Pick<ExamPlace, 'academy'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`exam:${academy}`}, 0))`.execute(tx);
}

/** Of a centre: does this session use it? */
export function isUsed({ academy, session }: ExamPlace, centre: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`exists (select from exam_session_centre u where u.academy = ${academy} and u.session = ${session} and u.centre_id = ${centre})`;
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
