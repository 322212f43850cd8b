import type { Sitting, SittingId } from '../../places/index.ts';
import type { SittingColumn, SittingFault } from './lines.ts';
import type { SittingRules } from './sittingLine.ts';
import { readSittingLines } from './sittingLines.ts';

/** What no longer holds of each sitting of a calendar, read as the lines of a table by the rules of today. */
export function faultsOfStanding(
  sittings: readonly Sitting[],
  cellsOf: (sitting: Sitting) => Readonly<Record<SittingColumn, string>>,
  rules: SittingRules,
): ReadonlyMap<SittingId, readonly SittingFault[]> {
  const { faults } = readSittingLines(
    sittings.map((sitting, line) => ({ line, cells: cellsOf(sitting) })),
    rules,
  );
  // None stands twice: two of which the room is gone would only be read alike.
  const theirs = faults.filter(({ fault }) => fault.code !== 'sitting-twice');
  const byLine = Map.groupBy(theirs, ({ line }) => line ?? -1);
  return new Map(sittings.map(({ id }, line) => [id, (byLine.get(line) ?? []).map(({ fault }) => withoutLine(fault))]));
}

/** There is no table: nothing is on a line of it. */
function withoutLine(fault: SittingFault): SittingFault {
  return 'earlier' in fault ? { ...fault, earlier: null } : fault;
}
