import type { Catalogue, ResolvedSession } from '../../catalogue/index.ts';
import type { ExamActDeps, ExamPlace, ExamScope, FormAuthor } from '../../exam/index.ts';
import {
  findSitting,
  listCentres,
  listKeptElsewhere,
  listRooms,
  listSittings,
  type Sitting,
  writeEntry,
} from '../../places/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { type CalendarClash, calendarClashes } from '../../sitters/index.ts';
import { cellsOf } from '../cellsOf.ts';
import type { Refusal } from '../refusals.ts';
import { changesOf } from '../rules/calendarChanges.ts';
import { hourIn, twoFigures } from '../rules/hours.ts';
import type { SittingColumn, SittingLineFault } from '../rules/lines.ts';
import { readSittingLines } from '../rules/sittingLines.ts';
import { sittingRulesOf } from '../sittingRules.ts';
import { begunOf, writeChanges } from '../store/changes.ts';
import { type Preview, previewOf } from './previewOf.ts';
import { TAKEN } from './saveSitting.ts';

/** Where a test goes. `roomId` null: no room is kept for it. */
export type Move = { readonly roomId: string | null; readonly day: string; readonly hour: string };
/** What it changes, and tests that candidates of two sessions could no longer both sit. */
export type MovePreview = Preview & { readonly clashes: readonly CalendarClash[] };
/** Why it stays where it is; `unread`: what it changes has to be read first. */
export type MoveRefusal =
  | Refusal
  | { readonly code: 'faults'; readonly faults: readonly SittingLineFault[] }
  | { readonly code: 'unread'; readonly preview: MovePreview };

export type MoveOrder = {
  readonly place: ExamPlace;
  readonly session: ResolvedSession;
  readonly scope: ExamScope;
  readonly id: string;
  /** As it was seen. */
  readonly version: number;
  readonly move: Move;
};

/** What a move would change: it is tried, looked at, and taken back. */
export async function tryMove(deps: ExamActDeps, order: MoveOrder): Promise<MoveRefusal> {
  const tried = await transact<never, MoveRefusal>(deps.db, async (tx) => {
    const moved = await writeMove(tx, deps.catalogue(), order);
    return refuse(moved.ok ? { code: 'unread', preview: moved.value } : moved.error);
  });
  return tried.ok ? tried.value : tried.error;
}

/** Moves a test as it was read. `confirmed`: what was seen of it. */
export function moveSitting(
  deps: ExamActDeps,
  act: Act,
  who: FormAuthor,
  order: MoveOrder,
  confirmed: string,
): Promise<Result<string, MoveRefusal>> {
  const { id, version, move } = order;
  return writeEntry<MoveRefusal>(deps, act, who, 'sitting', { id, version, move }, TAKEN, async (tx) => {
    const moved = await writeMove(tx, deps.catalogue(), order);
    if (!moved.ok) return moved;
    return moved.value.seen === confirmed ? ok(id) : refuse({ code: 'unread', preview: moved.value });
  });
}

async function writeMove(
  tx: Tx,
  catalogue: Catalogue,
  { place, session, scope, id, version, move }: MoveOrder,
): Promise<Result<MovePreview, MoveRefusal>> {
  const sitting = await findSitting(tx, place, id);
  if (sitting === null) return refuse({ code: 'not-found' });
  if (sitting.rowVersion !== version) return refuse({ code: 'changed-meanwhile' });
  if ((await begunOf(tx, place, [sitting.id])).size > 0) return refuse({ code: 'begun' });
  const staying = (await listSittings(tx, place)).filter((one) => one.id !== sitting.id);
  const [centres, rooms] = [await listCentres(tx, place), await listRooms(tx, place)];
  const elsewhere = await listKeptElsewhere(tx, catalogue, place);
  const rules = sittingRulesOf(catalogue, session, scope, { centres, rooms, staying, elsewhere });
  const moved: Sitting = { ...sitting, roomId: rooms.find((room) => room.id === move.roomId)?.id ?? null };
  const cells = cellsOf(moved, { ...rules, centres, rooms });
  const there = movedCells(cells, sitting, move);
  if (there === null) return refuse({ code: 'faults', faults: [PAST_MIDNIGHT] });
  const read = readSittingLines([{ line: 1, cells: there }], rules);
  if (read.faults.length > 0) return refuse({ code: 'faults', faults: read.faults });
  const changes = changesOf([sitting], read.sittings);
  if (changes.changed.length === 0) return refuse({ code: 'unmoved' });
  const preview = await previewOf(tx, place, changes);
  await writeChanges(tx, place, changes);
  return ok({ ...preview, clashes: await calendarClashes(tx, catalogue, place) });
}

/** A board that would still call on the next day: the form has no hour of its end, so it is said of its beginning. */
const PAST_MIDNIGHT: SittingLineFault = { line: 1, column: 'hour', fault: { code: 'past-midnight' } };

/** The day and the hour as they were typed; a board calls as long as before; null: until after midnight. */
function movedCells(
  cells: Readonly<Record<SittingColumn, string>>,
  { startsAt, until }: Sitting,
  { day, hour }: Move,
): Readonly<Record<SittingColumn, string>> | null {
  const begins = hourIn(hour);
  if (until === null || begins === null) return { ...cells, day, hour };
  const calls = startsAt.until(until).total('minutes');
  const ends = Temporal.PlainTime.from(begins).add({ minutes: calls });
  const isNextDay = Temporal.PlainTime.compare(ends, begins) <= 0 || !parisDay(until).equals(parisDay(startsAt));
  return isNextDay ? null : { ...cells, day, hour, until: `${twoFigures(ends.hour)}:${twoFigures(ends.minute)}` };
}
