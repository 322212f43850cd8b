import { createHash } from 'node:crypto';
import type { ExamPlace } from '../../exam/index.ts';
import { listSittings } from '../../places/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { readByPlan } from '../byPlan.ts';
import type { CalendarChanges } from '../rules/calendarChanges.ts';
import type { SittingLine } from '../rules/sittingLine.ts';
import { findConcerned } from '../store/changes.ts';
import type { Placed } from '../store/placed.ts';

/**
 * What changes of the calendar, and for how many summoned candidates, the first of them by `named`. `byPlan`: tests of which the published plan has somebody
 * of another in the room. `seen`: what confirms it.
 */
export type Preview = CalendarChanges & {
  readonly seen: string;
  readonly persons: number;
  readonly named: readonly string[];
  readonly byPlan: readonly { readonly line: SittingLine; readonly others: readonly Placed[] }[];
};

export async function previewOf(db: Database, place: ExamPlace, changes: CalendarChanges): Promise<Preview> {
  const touched = [...changes.changed.map(({ sitting }) => sitting), ...changes.removed];
  const concerned = await findConcerned(
    db,
    place,
    touched.map(({ id }) => id),
  );
  const gone = new Set(touched.map(({ id }) => id));
  const after = [
    ...(await listSittings(db, place)).filter(({ id }) => !gone.has(id)),
    ...changes.changed.map(({ sitting, line }) => ({ ...line, id: sitting.id })),
  ];
  const othersAt = await readByPlan(db, place, after);
  const byPlan = [...changes.added, ...changes.changed.map(({ line }) => line)].flatMap((line) => {
    const others = othersAt(line);
    return others.length === 0 ? [] : [{ line, others }];
  });
  return { ...changes, ...concerned, byPlan, seen: fingerprintOf(changes) };
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
