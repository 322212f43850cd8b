import { createHash } from 'node:crypto';
import type { ResolvedSession } from '../../catalogue/index.ts';
import { type ExamActDeps, type ExamPlace, type ExamScope, examSubject, type ImportKind } from '../../exam/index.ts';
import { isStillReferenced } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import { faultTexts } from '../faultTexts.ts';
import { MOST, type Sitting } from '../places.ts';
import type { Refusal } from '../refusals.ts';
import { type CalendarChanges, changesOf, unitOf } from '../rules/calendarChanges.ts';
import { type LineFault, ROOM_COLUMNS, readLines, SITTING_COLUMNS } from '../rules/lines.ts';
import { readRoomLines } from '../rules/roomLines.ts';
import { readSittingLines } from '../rules/sittingLines.ts';
import { sittingRulesOf } from '../sittingRules.ts';
import {
  countPlaces,
  keepsWhatIsAsked,
  listCentres,
  listKeptElsewhere,
  listRooms,
  lockExam,
  writeRoomLines,
} from '../store/places.ts';
import { countConcerned, listSittings, writeChanges } from '../store/sittings.ts';

export type Imported = { readonly added: number; readonly changed: number; readonly removed: number };
/** What a table moves or takes away, and of how many summoned candidates. `seen`: what confirms it. */
export type ImportPreview = CalendarChanges & { readonly seen: string; readonly persons: number };
/** All that is wrong with the table, why it can't be written now, or what somebody has to have seen first. Nothing of it is written then. */
export type ImportRefusal =
  | { readonly faults: readonly LineFault[] }
  | { readonly refusal: Refusal }
  | { readonly preview: ImportPreview };

type Order = {
  readonly place: ExamPlace;
  readonly session: ResolvedSession;
  readonly scope: ExamScope;
  readonly table: Table;
  /** The preview that was seen; null: none. */
  readonly confirmed: string | null;
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
  { place, session, scope, table, confirmed }: Order,
): Promise<Result<Imported, ImportRefusal>> {
  return write(deps, act, place, 'sittings', async (tx) => {
    const head = readLines(table, SITTING_COLUMNS, faultTexts.headings.sittings);
    if (head.faults.length > 0) return refuse({ faults: head.faults });
    const [centres, rooms, sittings, elsewhere] = [
      await listCentres(tx, place),
      await listRooms(tx, place),
      await listSittings(tx, place),
      await listKeptElsewhere(tx, place),
    ];
    const known = { centres, rooms, elsewhere };
    const rules = sittingRulesOf(deps.catalogue(), session, scope, { ...known, staying: [] });
    // Which units the table names is known once it is read: what stays is looked at then.
    const named = new Set(readSittingLines(head.lines, rules).sittings.map(unitOf));
    const [staying, theirs] = [
      sittings.filter((one) => !named.has(unitOf(one))),
      sittings.filter((one) => named.has(unitOf(one))),
    ];
    const read = readSittingLines(head.lines, sittingRulesOf(deps.catalogue(), session, scope, { ...known, staying }));
    if (read.faults.length > 0) return refuse({ faults: read.faults });
    const changes = changesOf(theirs, read.sittings);
    const touched = [...changes.changed.map(({ sitting }) => sitting), ...changes.removed];
    const seen = versionsOf(touched);
    if (touched.length > 0 && confirmed !== seen) {
      const persons = await countConcerned(
        tx,
        place,
        touched.map(({ id }) => id),
      );
      return refuse({ preview: { ...changes, seen, persons } });
    }
    await writeChanges(tx, place, changes);
    const { added, changed, removed } = changes;
    return ok({ added: added.length, changed: changed.length, removed: removed.length });
  });
}

/** Of these sittings, as they stand: what is confirmed is what was seen. */
function versionsOf(sittings: readonly Sitting[]): string {
  const lines = sittings.map(({ id, rowVersion }) => `${id} ${rowVersion}`).toSorted();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
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
