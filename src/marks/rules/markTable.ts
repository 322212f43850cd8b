import { ok, type Result, refuse } from '../../platform/result.ts';
import { readColumns, type TableLine } from '../../platform/tables/columns.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import { importTexts as say } from '../importTexts.ts';
import type { Mark, MarkBatch, RoundName, Script } from '../marks.ts';
import { readAnonymousNumber, showNumber } from './anonymousNumber.ts';
import { readMark, sameMark } from './markText.ts';

const COLUMNS = ['session', 'speciality', 'unit', 'number', 'mark'] as const;
type Column = (typeof COLUMNS)[number];
export const HEADINGS: readonly string[] = COLUMNS.map((column) => say.headings[column]);

/** `line`: as the spreadsheet numbers it; null: of the whole file. */
export type LineFault = { readonly line: number | null; readonly message: string };
export type Change = {
  readonly scriptId: string;
  readonly number: string;
  readonly before: Mark | null;
  readonly after: Mark | null;
};
export type MarkChanges = {
  readonly changes: readonly Change[];
  /** Lines that say what stands there already, or nothing. */
  readonly same: number;
  /** Scripts of the batch that the file doesn't name. */
  readonly absent: number;
};
type Into = {
  readonly batch: Pick<MarkBatch, 'session' | 'speciality' | 'unit' | 'step'>;
  readonly round: RoundName;
  readonly scripts: readonly Script[];
};
type Line = TableLine<Column>;

/** What a file would change in a round, or everything that is wrong with it. An empty mark changes nothing. */
export function readMarkTable(table: Table, into: Into): Result<MarkChanges, readonly LineFault[]> {
  const read = readLines(table);
  if (!read.ok) return read;
  const scripts = new Map(into.scripts.map((script) => [script.number, script]));
  const seen = new Map<string, number>();
  const faults: LineFault[] = [];
  const changes: Change[] = [];
  for (const { line, cells } of read.value) {
    const found = readLine(cells, into.batch, scripts, seen);
    if (!found.ok) {
      faults.push(...found.error.map((message) => ({ line, message })));
      continue;
    }
    const { script, mark } = found.value;
    seen.set(script.number, line);
    const before = script[into.round]?.mark ?? null;
    if (mark !== null && !sameMark(before, mark))
      changes.push({ scriptId: script.id, number: script.number, before, after: mark });
  }
  if (faults.length > 0) return refuse(faults);
  if (changes.length === 0) return refuse([{ line: null, message: say.nothingNew }]);
  return ok({ changes, same: seen.size - changes.length, absent: into.scripts.length - seen.size });
}

function readLine(
  cells: Line['cells'],
  batch: Into['batch'],
  scripts: ReadonlyMap<string, Script>,
  seen: ReadonlyMap<string, number>,
): Result<{ readonly script: Script; readonly mark: Mark | null }, readonly string[]> {
  const faults: string[] = [];
  if (cells.session !== batch.session) faults.push(say.otherSession(cells.session, batch.session));
  const [unit, wanted] = [`${cells.speciality} ${cells.unit}`.trim(), `${batch.speciality} ${batch.unit}`];
  if (unit !== wanted) faults.push(say.otherUnit(unit, wanted));
  const number = readAnonymousNumber(cells.number);
  const script = number === null ? undefined : scripts.get(number);
  const earlier = number === null ? undefined : seen.get(number);
  if (number === null) faults.push(say.wrongNumber(cells.number));
  else if (script === undefined) faults.push(say.unknownNumber(showNumber(number)));
  else if (earlier !== undefined) faults.push(say.twice(showNumber(number), earlier));
  const mark = readMark(cells.mark, batch.step);
  if (!mark.ok) faults.push(mark.error);
  return script !== undefined && mark.ok && faults.length === 0 ? ok({ script, mark: mark.value }) : refuse(faults);
}

function readLines(table: Table): Result<readonly Line[], readonly LineFault[]> {
  const { lines, line, missing, twice } = readColumns(table, COLUMNS, say.headings);
  const faults: readonly LineFault[] = [
    ...(missing.length === 0
      ? []
      : [{ line: null, message: say.missingColumns(missing.map((column) => say.headings[column])) }]),
    ...twice.map((column) => ({ line, message: say.twiceColumn(say.headings[column]) })),
  ];
  if (faults.length > 0) return refuse(faults);
  return lines.length === 0 ? refuse([{ line: null, message: say.noLine }]) : ok(lines);
}
