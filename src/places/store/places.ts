import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { ExamPlace } from '../../exam/index.ts';
import { columns, flag, id, integer, type RowOf } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { foldedName } from '../../platform/tables/columns.ts';
import { isUuid } from '../../platform/uuid.ts';
import { CENTRE, type Centre, type CentreId, ROOM, type Room, type RoomId } from '../places.ts';
import type { RoomLine } from '../rules/roomLines.ts';

/** What every query of this room carries. */
export function inSession({ academy, session }: ExamPlace): RawBuilder<unknown> {
  return sql`academy = ${academy} and session = ${session}`;
}

/** One writer at a time prepares a session: what is checked together is written together. */
export async function lockExam(tx: Tx, { academy, session }: ExamPlace): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`exam:${academy}:${session}`}, 0))`.execute(tx);
}

export function listCentres(db: Database, place: ExamPlace): Promise<readonly Centre[]> {
  return CENTRE.all(db, sql`select ${CENTRE} from exam_centre where ${inSession(place)} order by code`);
}

export function listRooms(db: Database, place: ExamPlace): Promise<readonly Room[]> {
  return ROOM.all(db, sql`select ${ROOM} from exam_room where ${inSession(place)} order by centre_id, folded`);
}

export async function findCentre(db: Database, place: ExamPlace, asked: string | undefined): Promise<Centre | null> {
  if (!isUuid(asked)) return null;
  return CENTRE.first(db, sql`select ${CENTRE} from exam_centre where ${inSession(place)} and id = ${asked}`);
}

export async function findRoom(db: Database, place: ExamPlace, asked: string | undefined): Promise<Room | null> {
  if (!isUuid(asked)) return null;
  return ROOM.first(db, sql`select ${ROOM} from exam_room where ${inSession(place)} and id = ${asked}`);
}

export type CentreWords = Omit<Centre, 'id' | 'rowVersion'>;
export type RoomWords = Omit<Room, 'id' | 'centreId' | 'rowVersion'>;

export async function insertCentre(tx: Tx, place: ExamPlace, words: CentreWords): Promise<CentreId> {
  const { code, name, address, postcode, city } = words;
  return (
    await ID.one(
      tx,
      sql`insert into exam_centre (id, academy, session, code, name, address, postcode, city)
      values (${randomUUID()}, ${place.academy}, ${place.session}, ${code}, ${name}, ${address}, ${postcode}, ${city}) returning id`,
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
  const { name, capacity, accessible, kinds } = words;
  await sql`insert into exam_room (id, academy, session, centre_id, name, folded, capacity, accessible, kinds)
    values (${room}, ${place.academy}, ${place.session}, ${centre}, ${name}, ${foldedName(name)}, ${capacity}, ${accessible}, ${kinds})`.execute(
    tx,
  );
  return room;
}

export async function updateRoom(
  tx: Tx,
  room: RoomId,
  { name, capacity, accessible, kinds }: RoomWords,
): Promise<void> {
  await sql`update exam_room set name = ${name}, folded = ${foldedName(name)}, capacity = ${capacity}, accessible = ${accessible},
    kinds = ${kinds}, row_version = row_version + 1 where id = ${room}`.execute(tx);
}

export async function deleteCentre(tx: Tx, centre: CentreId): Promise<void> {
  await tx.deleteFrom('exam_centre').where('id', '=', centre).execute();
}

export async function deleteRoom(tx: Tx, room: RoomId): Promise<void> {
  await tx.deleteFrom('exam_room').where('id', '=', room).execute();
}

const KEPT = columns({ lost: integer });

/** Is every room that is kept for a sitting still fitted for it? */
export async function keepsWhatIsAsked(tx: Tx, { academy, session }: ExamPlace): Promise<boolean> {
  const asked = sql`select count(*) as lost from exam_sitting s join exam_room r on r.id = s.room_id
    where s.academy = ${academy} and s.session = ${session} and s.kind <> '' and not s.kind = any(r.kinds)`;
  return (await KEPT.one(tx, asked)).lost === 0;
}

const COUNTS = columns({ centres: integer, rooms: integer, seats: integer, sittings: integer });

export function countPlaces(db: Database, place: ExamPlace): Promise<RowOf<typeof COUNTS>> {
  return COUNTS.one(
    db,
    sql`select (select count(*) from exam_centre where ${inSession(place)}) as centres,
      (select count(*) from exam_room where ${inSession(place)}) as rooms,
      (select coalesce(sum(capacity), 0)::integer from exam_room where ${inSession(place)}) as seats, (select count(*) from exam_sitting where ${inSession(place)}) as sittings`,
  );
}

const WRITTEN = columns({ added: flag });

/** Writes what a table says, centre by its code and room by its name. Gives what was added and what changed; the rest was so already. */
export async function writeRoomLines(
  tx: Tx,
  { academy, session }: ExamPlace,
  lines: readonly RoomLine[],
): Promise<{ readonly added: number; readonly changed: number }> {
  const centres = [...new Map(lines.map((line) => [line.code, line])).values()];
  const given = JSON.stringify(centres.map((one) => ({ ...one, id: randomUUID() })));
  const written = [
    ...(await WRITTEN.all(
      tx,
      sql`insert into exam_centre as c (id, academy, session, code, name, address, postcode, city)
      select id, ${academy}, ${session}, code, name, address, postcode, city
      from jsonb_to_recordset(${given}::jsonb) as g(id uuid, code text, name text, address text, postcode text, city text)
      on conflict (academy, session, code) do update set name = excluded.name, address = excluded.address, postcode = excluded.postcode,
        city = excluded.city, row_version = c.row_version + 1
      where (c.name, c.address, c.postcode, c.city) is distinct from (excluded.name, excluded.address, excluded.postcode, excluded.city)
      returning xmax::text = '0' as added`,
    )),
  ];
  const rooms = JSON.stringify(lines.map((one) => ({ ...one, id: randomUUID(), folded: foldedName(one.room) })));
  written.push(
    ...(await WRITTEN.all(
      tx,
      sql`insert into exam_room as r (id, academy, session, centre_id, name, folded, capacity, accessible, kinds)
      select g.id, ${academy}, ${session}, c.id, g.room, g.folded, g.capacity, g.accessible,
        array(select jsonb_array_elements_text(g.kinds))
      from jsonb_to_recordset(${rooms}::jsonb) as g(id uuid, code text, room text, folded text, capacity integer, accessible boolean, kinds jsonb)
        join exam_centre c on c.academy = ${academy} and c.session = ${session} and c.code = g.code
      on conflict (centre_id, folded) do update set name = excluded.name, capacity = excluded.capacity, accessible = excluded.accessible,
        kinds = excluded.kinds, row_version = r.row_version + 1
      where (r.name, r.capacity, r.accessible, r.kinds) is distinct from (excluded.name, excluded.capacity, excluded.accessible, excluded.kinds)
      returning xmax::text = '0' as added`,
    )),
  );
  const added = written.filter((one) => one.added).length;
  return { added, changed: written.length - added };
}
