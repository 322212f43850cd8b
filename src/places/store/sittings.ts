import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ExamPlace } from '../../exam/index.ts';
import { columns, flag, id, instant, present, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { SITTING, type Sitting, type SittingId } from '../places.ts';
import type { SittingLine } from '../rules/sittingLines.ts';
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

const FIRST = columns({ speciality: text, unit: text, startsAt: present(instant) });

/** When each unit of the calendar is first sat: nobody has a script before. */
export function firstSittings(
  db: Database,
  place: ExamPlace,
): Promise<readonly { readonly speciality: string; readonly unit: string; readonly startsAt: Temporal.Instant }[]> {
  return FIRST.all(
    db,
    sql`select speciality, unit, min(starts_at) as "startsAt" from exam_sitting where ${inSession(place)} group by speciality, unit`,
  );
}

export async function findSitting(db: Database, place: ExamPlace, asked: string | undefined): Promise<Sitting | null> {
  if (!isUuid(asked)) return null;
  return SITTING.first(db, sql`select ${SITTING} from exam_sitting where ${inSession(place)} and id = ${asked}`);
}

export type SittingWords = Omit<SittingLine, 'line'>;

export async function insertSitting(tx: Tx, place: ExamPlace, words: SittingWords): Promise<string> {
  const sitting = randomUUID();
  const { speciality, unit, startsAt, minutes, material, kind, roomId } = words;
  await sql`insert into exam_sitting (id, academy, session, speciality, unit, starts_at, minutes, material, kind, room_id)
    values (${sitting}, ${place.academy}, ${place.session}, ${speciality}, ${unit}, ${startsAt}, ${minutes}, ${material}, ${kind}, ${roomId})`.execute(
    tx,
  );
  return sitting;
}

export async function updateSitting(tx: Tx, sitting: SittingId, words: SittingWords): Promise<void> {
  const { speciality, unit, startsAt, minutes, material, kind, roomId } = words;
  await sql`update exam_sitting set speciality = ${speciality}, unit = ${unit}, starts_at = ${startsAt}, minutes = ${minutes},
    material = ${material}, kind = ${kind}, room_id = ${roomId}, row_version = row_version + 1 where id = ${sitting}`.execute(
    tx,
  );
}

export async function deleteSitting(tx: Tx, sitting: SittingId): Promise<void> {
  await tx.deleteFrom('exam_sitting').where('id', '=', sitting).execute();
}

const WRITTEN = columns({ added: flag });
const GONE = columns({ id: id<SittingId>() });

/**
 * Writes what a table says. Of each unit that it names it says all the sittings: others of that unit go. Units that it doesn't
 * name stay as they are.
 */
export async function writeSittingLines(
  tx: Tx,
  { academy, session }: ExamPlace,
  lines: readonly SittingLine[],
): Promise<{ readonly added: number; readonly changed: number; readonly removed: number }> {
  const given = JSON.stringify(lines.map((one) => ({ ...one, id: randomUUID() })));
  const rows = sql`jsonb_to_recordset(${given}::jsonb) as g(id uuid, speciality text, unit text, "startsAt" timestamptz, minutes integer,
    material text, kind text, "roomId" uuid)`;
  const removed = await GONE.all(
    tx,
    sql`delete from exam_sitting s where s.academy = ${academy} and s.session = ${session}
      and exists (select from ${rows} where g.speciality = s.speciality and g.unit = s.unit)
      and not exists (select from ${rows} where g.speciality = s.speciality and g.unit = s.unit and g."startsAt" = s.starts_at
        and g."roomId" is not distinct from s.room_id)
    returning s.id`,
  );
  const written = await WRITTEN.all(
    tx,
    sql`insert into exam_sitting as s (id, academy, session, speciality, unit, starts_at, minutes, material, kind, room_id)
    select id, ${academy}, ${session}, speciality, unit, "startsAt", minutes, material, kind, "roomId" from ${rows}
    on conflict (academy, session, speciality, unit, starts_at, room_id) do update set minutes = excluded.minutes,
      material = excluded.material, kind = excluded.kind, row_version = s.row_version + 1
    where (s.minutes, s.material, s.kind) is distinct from (excluded.minutes, excluded.material, excluded.kind)
    returning xmax::text = '0' as added`,
  );
  const added = written.filter((one) => one.added).length;
  return { added, changed: written.length - added, removed: removed.length };
}
