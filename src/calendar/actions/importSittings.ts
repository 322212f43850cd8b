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
  writeTable,
} from '../../places/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import { sittingHeadings } from '../faultTexts.ts';
import { type CalendarChanges, changesOf, unitOf } from '../rules/calendarChanges.ts';
import { SITTING_COLUMNS, type SittingLineFault } from '../rules/lines.ts';
import type { SittingRules } from '../rules/sittingLine.ts';
import { readSittingLines } from '../rules/sittingLines.ts';
import { sittingRulesOf } from '../sittingRules.ts';
import { begunOf, writeChanges } from '../store/changes.ts';
import { titleOf } from '../titleOf.ts';
import { type Preview, previewOf } from './previewOf.ts';

/** All that is wrong with the table, why it can't be written now, or what somebody has to have seen first. Nothing of it is written then. */
export type ImportRefusal =
  | { readonly faults: readonly SittingLineFault[] }
  | { readonly refusal: EntryRefusal }
  | { readonly preview: Preview };

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
      await listKeptElsewhere(tx, deps.catalogue(), place),
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
    const begun = await begunIn(tx, place, rules, changes);
    if (begun.length > 0) return refuse({ faults: begun });
    const preview = await previewOf(tx, place, changes);
    const { added, changed, removed } = changes;
    if (changed.length + removed.length > 0 && confirmed !== preview.seen) return refuse({ preview });
    await writeChanges(tx, place, changes);
    return ok({ added: added.length, changed: changed.length, removed: removed.length });
  });
}

/** Tests that began, which the table moves or leaves out. */
async function begunIn(
  tx: Tx,
  place: ExamPlace,
  { specialities }: SittingRules,
  { changed, removed }: CalendarChanges,
): Promise<readonly SittingLineFault[]> {
  const all = [
    ...changed.map(({ sitting, line }) => ({ sitting, line: line.line })),
    ...removed.map((sitting) => ({ sitting, line: null })),
  ];
  const begun = await begunOf(
    tx,
    place,
    all.map(({ sitting }) => sitting.id),
  );
  return all
    .filter(({ sitting }) => begun.has(sitting.id))
    .map(({ sitting, line }) => ({
      line,
      column: null,
      fault: { code: 'begun', title: titleOf(specialities, sitting), startsAt: sitting.startsAt },
    }));
}
