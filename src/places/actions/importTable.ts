import type { ResolvedSession } from '../../catalogue/index.ts';
import { type ExamActDeps, type ExamPlace, type ExamScope, examSubject, type ImportKind } from '../../exam/index.ts';
import { isStillReferenced } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import { faultTexts } from '../faultTexts.ts';
import { MOST } from '../places.ts';
import type { Refusal } from '../refusals.ts';
import { type LineFault, ROOM_COLUMNS, readLines, SITTING_COLUMNS } from '../rules/lines.ts';
import { readRoomLines } from '../rules/roomLines.ts';
import { readSittingLines } from '../rules/sittingLines.ts';
import { sittingRulesOf } from '../sittingRules.ts';
import { countPlaces, keepsWhatIsAsked, listCentres, listRooms, lockExam, writeRoomLines } from '../store/places.ts';
import { listSittings, writeSittingLines } from '../store/sittings.ts';

export type Imported = { readonly added: number; readonly changed: number; readonly removed: number };
/** All that is wrong with the table, or why it can't be written now. Nothing of it is then. */
export type ImportRefusal = { readonly faults: readonly LineFault[] } | { readonly refusal: Refusal };

type Order = {
  readonly place: ExamPlace;
  readonly session: ResolvedSession;
  readonly scope: ExamScope;
  readonly table: Table;
};

/** Centres with their rooms. What the table doesn't name stays. */
export function importRooms(
  deps: ExamActDeps,
  act: Act,
  { place, table }: Order,
): Promise<Result<Imported, ImportRefusal>> {
  return write(deps, act, place, 'rooms', async (tx) => {
    const head = readLines(table, ROOM_COLUMNS, faultTexts.headings.rooms);
    const { rooms, faults } = readRoomLines(head.lines);
    if (head.faults.length + faults.length > 0) return refuse({ faults: [...head.faults, ...faults] });
    const written = await writeRoomLines(tx, place, rooms);
    if (!(await keepsWhatIsAsked(tx, place))) return refuse({ refusal: { code: 'kind-still-used' } });
    return ok({ ...written, removed: 0 });
  });
}

/** The calendar of the units that the table names, whole; that of others stays. */
export function importSittings(
  deps: ExamActDeps,
  act: Act,
  { place, session, scope, table }: Order,
): Promise<Result<Imported, ImportRefusal>> {
  return write(deps, act, place, 'sittings', async (tx) => {
    const head = readLines(table, SITTING_COLUMNS, faultTexts.headings.sittings);
    if (head.faults.length > 0) return refuse({ faults: head.faults });
    const [centres, rooms, sittings] = [
      await listCentres(tx, place),
      await listRooms(tx, place),
      await listSittings(tx, place),
    ];
    const rules = sittingRulesOf(deps.catalogue(), session, scope, { centres, rooms, staying: [] });
    // Which units the table names is known once it is read: what stays is looked at then.
    const named = new Set(readSittingLines(head.lines, rules).sittings.map(unitOf));
    const staying = sittings.filter((one) => !named.has(unitOf(one)));
    const read = readSittingLines(
      head.lines,
      sittingRulesOf(deps.catalogue(), session, scope, { centres, rooms, staying }),
    );
    if (read.faults.length > 0) return refuse({ faults: read.faults });
    return ok(await writeSittingLines(tx, place, read.sittings));
  });
}

function unitOf({ speciality, unit }: { readonly speciality: string; readonly unit: string }): string {
  return `${speciality}/${unit}`;
}

async function write(
  deps: ExamActDeps,
  act: Act,
  place: ExamPlace,
  what: ImportKind,
  work: (tx: Parameters<Parameters<typeof transact>[1]>[0]) => Promise<Result<Imported, ImportRefusal>>,
): Promise<Result<Imported, ImportRefusal>> {
  try {
    return await transact<Imported, ImportRefusal>(deps.db, async (tx) => {
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
