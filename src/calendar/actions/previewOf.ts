import { createHash } from 'node:crypto';
import type { ExamPlace } from '../../exam/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { CalendarChanges } from '../rules/calendarChanges.ts';
import type { SittingLine } from '../rules/sittingLine.ts';
import { findConcerned } from '../store/changes.ts';

/** What changes of the calendar, and for how many summoned candidates, the first of them by `named`. `seen`: what confirms it. */
export type Preview = CalendarChanges & {
  readonly seen: string;
  readonly persons: number;
  readonly named: readonly string[];
};

export async function previewOf(db: Database, place: ExamPlace, changes: CalendarChanges): Promise<Preview> {
  const touched = [...changes.changed.map(({ sitting }) => sitting), ...changes.removed];
  const concerned = await findConcerned(
    db,
    place,
    touched.map(({ id }) => id),
  );
  return { ...changes, ...concerned, seen: fingerprintOf(changes) };
}

/** Of what stands and of what becomes of it: what is confirmed is what was seen. */
function fingerprintOf({ added, changed, removed }: CalendarChanges): string {
  const said = ({ line: _line, ...words }: SittingLine): string => JSON.stringify(words);
  const lines = [
    ...added.map(said),
    ...changed.map(({ sitting, line }) => `${sitting.id} ${sitting.rowVersion} ${said(line)}`),
    ...removed.map(({ id, rowVersion }) => `${id} ${rowVersion}`),
  ];
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}
