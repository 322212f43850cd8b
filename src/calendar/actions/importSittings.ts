import { createHash } from 'node:crypto';
import type { ResolvedSession } from '../../catalogue/index.ts';
import type { ExamActDeps, ExamPlace, ExamScope } from '../../exam/index.ts';
import {
  type EntryRefusal,
  type Imported,
  listCentres,
  listKeptElsewhere,
  listRooms,
  listSittings,
  readLines,
  type Sitting,
  writeTable,
} from '../../places/index.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import { sittingHeadings } from '../faultTexts.ts';
import { type CalendarChanges, changesOf, unitOf } from '../rules/calendarChanges.ts';
import { SITTING_COLUMNS, type SittingLineFault } from '../rules/lines.ts';
import { readSittingLines } from '../rules/sittingLines.ts';
import { sittingRulesOf } from '../sittingRules.ts';
import { countConcerned, writeChanges } from '../store/changes.ts';

/** What a table moves or takes away, and of how many summoned candidates. `seen`: what confirms it. */
export type ImportPreview = CalendarChanges & { readonly seen: string; readonly persons: number };
/** All that is wrong with the table, why it can't be written now, or what somebody has to have seen first. Nothing of it is written then. */
export type ImportRefusal =
  | { readonly faults: readonly SittingLineFault[] }
  | { readonly refusal: EntryRefusal }
  | { readonly preview: ImportPreview };

type Order = {
  readonly place: ExamPlace;
  readonly session: ResolvedSession;
  readonly scope: ExamScope;
  readonly table: Table;
  /** The preview that was seen; null: none. */
  readonly confirmed: string | null;
};

/** The calendar of the units that the table names, whole; that of others stays. */
export function importSittings(
  deps: ExamActDeps,
  act: Act,
  { place, session, scope, table, confirmed }: Order,
): Promise<Result<Imported, ImportRefusal>> {
  return writeTable<ImportRefusal>(deps, act, place, 'sittings', async (tx) => {
    const head = readLines(table, SITTING_COLUMNS, sittingHeadings);
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
