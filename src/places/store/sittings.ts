import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ExamPlace } from '../../exam/index.ts';
import { columns, instant, oneOf, present, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { SITTING, type Sitting, type SittingId, type SittingWords } from '../places.ts';
import { HELD } from '../rules/held.ts';
import { inSession } from './places.ts';

/** In the order of the calendar; of these specialities, or of all. */
export function listSittings(
  db: Database,
  place: ExamPlace,
  specialities: readonly string[] | null = null,
): Promise<readonly Sitting[]> {
  return SITTING.all(
    db,
    sql`select ${SITTING} from exam_sitting where ${inSession(place)}
      ${specialities === null ? sql`` : sql`and speciality = any(${specialities}::text[])`}
    order by starts_at, speciality, unit, id`,
  );
}

const ELSEWHERE = columns({ ...SITTING.shape, session: text });
/** A sitting of another session. */
export type SittingElsewhere = RowOf<typeof ELSEWHERE>;

/** What other sessions of the academy have in their calendars between two instants, the second not included. */
export function listSittingsElsewhere(
  db: Database,
  { academy, session }: ExamPlace,
  { from, to }: Readonly<Record<'from' | 'to', Temporal.Instant>>,
): Promise<readonly SittingElsewhere[]> {
  return ELSEWHERE.all(
    db,
    sql`select ${ELSEWHERE} from exam_sitting
    where academy = ${academy} and session <> ${session} and starts_at >= ${from} and starts_at < ${to}
    order by starts_at, speciality, unit, id`,
  );
}

const FIRST = columns({ speciality: text, unit: text, startsAt: present(instant), held: present(oneOf(HELD)) });
/** When a unit is first sat, and how it is held then. */
export type FirstSat = RowOf<typeof FIRST>;

/** When each unit of the calendar is first sat: nobody has a script before. */
export function firstSittings(db: Database, place: ExamPlace): Promise<readonly FirstSat[]> {
  return FIRST.all(
    db,
    sql`select speciality, unit, min(starts_at) as "startsAt", (array_agg(held order by starts_at, id))[1] as held from exam_sitting where ${inSession(place)} group by speciality, unit`,
  );
}

const MEETING = columns({ session: text });

/** Other sessions of the academy of which a test is sat between the first and the last of this one's calendar. */
export async function sessionsMeeting(db: Database, place: ExamPlace): Promise<readonly string[]> {
  const found = await MEETING.all(
    db,
    sql`select distinct o.session from held_sitting o,
      (select min(has_from) as first, max(has_to) as last from held_sitting where ${inSession(place)}) mine
    where o.academy = ${place.academy} and o.session <> ${place.session} and o.has_from < mine.last and o.has_to > mine.first
    order by o.session`,
  );
  return found.map(({ session }) => session);
}

export async function findSitting(db: Database, place: ExamPlace, asked: string | undefined): Promise<Sitting | null> {
  if (!isUuid(asked)) return null;
  return SITTING.first(db, sql`select ${SITTING} from exam_sitting where ${inSession(place)} and id = ${asked}`);
}

export async function insertSitting(tx: Tx, place: ExamPlace, words: SittingWords): Promise<string> {
  const [sitting = ''] = await insertSittings(tx, place, [words]);
  return sitting;
}

/** Gives their ids. */
export async function insertSittings(
  tx: Tx,
  { academy, session }: ExamPlace,
  some: readonly SittingWords[],
): Promise<readonly string[]> {
  const rows = some.map((one) => ({ ...one, id: randomUUID() }));
  await sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, uncounted, held, until, preparation, rest, material,
      kind, room_id)
    select id, ${academy}, ${session}, speciality, unit, "startsAt", minutes, uncounted, held, until, preparation, rest, material, kind, "roomId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g(id uuid, speciality text, unit text, "startsAt" timestamptz,
      minutes integer, uncounted integer, held text, until timestamptz, preparation integer, rest integer, material text, kind text, "roomId" uuid)`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export async function updateSitting(tx: Tx, sitting: SittingId, words: SittingWords): Promise<void> {
  const { speciality, unit, startsAt, minutes, uncounted, held, until, preparation, rest, material, kind, roomId } =
    words;
  await sql`update exam_sitting set speciality = ${speciality}, unit = ${unit}, starts_at = ${startsAt}, minutes = ${minutes},
    uncounted = ${uncounted}, held = ${held}, until = ${until}, preparation = ${preparation}, rest = ${rest},
    material = ${material}, kind = ${kind}, room_id = ${roomId}, row_version = row_version + 1 where id = ${sitting}`.execute(
    tx,
  );
}

export async function deleteSitting(tx: Tx, sitting: SittingId): Promise<void> {
  await tx.deleteFrom('exam_sitting').where('id', '=', sitting).execute();
}
