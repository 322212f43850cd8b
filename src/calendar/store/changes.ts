import { sql } from 'kysely';
import type { ExamPlace } from '../../exam/index.ts';
import { deleteSitting, insertSittings, type SittingId, updateSitting } from '../../places/index.ts';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { CalendarChanges } from '../rules/calendarChanges.ts';

/** Writes what a table changes: a sitting that it moves stays the same, so that what leans on it follows. */
export async function writeChanges(
  tx: Tx,
  place: ExamPlace,
  { added, changed, removed }: CalendarChanges,
): Promise<void> {
  for (const { id } of removed) await deleteSitting(tx, id);
  for (const { sitting, line } of changed) await updateSitting(tx, sitting.id, line);
  await insertSittings(tx, place, added);
}

const CONCERNED = columns({ persons: integer });

/** Candidates of the published plan whose test one of these is. */
export async function countConcerned(db: Database, place: ExamPlace, sittings: readonly SittingId[]): Promise<number> {
  const { persons } = await CONCERNED.one(
    db,
    sql`select count(distinct s.enrolment_id) as persons from seating_plan p join planned_seat s on s.plan_id = p.id
    where p.academy = ${place.academy} and p.session = ${place.session} and p.state = 'published'
      and s.sitting_id = any(${sittings}::uuid[])`,
  );
  return persons;
}
