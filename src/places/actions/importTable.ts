import { type ExamActDeps, type ExamPlace, examSubject, type ImportKind } from '../../exam/index.ts';
import { isStillReferenced, type Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import { roomHeadings } from '../faultTexts.ts';
import { MOST } from '../places.ts';
import type { EntryRefusal, Refusal } from '../refusals.ts';
import { type LineFault, ROOM_COLUMNS, readLines } from '../rules/lines.ts';
import { readRoomLines } from '../rules/roomLines.ts';
import { countPlaces, keepsWhatIsAsked, lockExam } from '../store/places.ts';
import { writeRoomLines } from '../store/tableOfRooms.ts';

export type Imported = { readonly added: number; readonly changed: number; readonly removed: number };
/** All that is wrong with the table, or why it can't be written now. Nothing of it is written then. */
type Refused = { readonly faults: readonly LineFault[] } | { readonly refusal: Refusal };

/** Centres with their rooms. What the table doesn't name stays. */
export function importRooms(
  deps: ExamActDeps,
  act: Act,
  place: ExamPlace,
  table: Table,
): Promise<Result<Imported, Refused>> {
  return writeTable<Refused>(deps, act, place, 'rooms', async (tx) => {
    const head = readLines(table, ROOM_COLUMNS, roomHeadings);
    const { rooms, faults } = readRoomLines(head.lines);
    if (head.faults.length + faults.length > 0) return refuse({ faults: [...head.faults, ...faults] });
    const written = await writeRoomLines(tx, place, rooms);
    if (!(await keepsWhatIsAsked(tx, place))) return refuse({ refusal: { code: 'kind-still-used' } });
    return ok({ ...written, removed: 0 });
  });
}

/** Writes what a table says, whole or not at all, while nobody else prepares an exam of the academy. */
export async function writeTable<Why>(
  deps: ExamActDeps,
  act: Act,
  place: ExamPlace,
  what: ImportKind,
  work: (tx: Tx) => Promise<Result<Imported, Why>>,
): Promise<Result<Imported, Why | { readonly refusal: EntryRefusal }>> {
  try {
    return await transact<Imported, Why | { readonly refusal: EntryRefusal }>(deps.db, async (tx) => {
      await lockExam(tx, place);
      const done = await work(tx);
      if (!done.ok) return done;
      const { centres, rooms, sittings } = await countPlaces(tx, place);
      if (centres > MOST.centres || rooms > MOST.rooms || sittings > MOST.sittings)
        return refuse({ refusal: { code: 'too-many' } });
      const { added, changed, removed } = done.value;
      if (added + changed + removed > 0)
        await deps.events.publish(tx, act, 'exam.imported', examSubject(place), { what, added, changed, removed });
      return done;
    });
  } catch (error) {
    if (isStillReferenced(error)) return refuse({ refusal: { code: 'still-used' } });
    throw error;
  }
}
