import { type RawBuilder, sql } from 'kysely';
import { IDENTITY, personName } from '../../accounts/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import { deleteSitting, insertSittings, type SittingId, updateSitting } from '../../places/index.ts';
import { columns, id, integer, present, text } from '../../platform/database/columns.ts';
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

/** People that are named: the others are counted. */
const NAMED = 30;
const CONCERNED = columns({ persons: present(integer), number: text, ...IDENTITY.shape });

/** Candidates of the published plan whose test one of these is, and still to come: how many, and the first of them by name. */
export async function findConcerned(
  db: Database,
  place: ExamPlace,
  sittings: readonly SittingId[],
): Promise<{ readonly persons: number; readonly named: readonly string[] }> {
  const some = await CONCERNED.all(
    db,
    sql`select count(*) over ()::integer as persons, e.number, ${IDENTITY.of('i')}
    from enrolment_file e join candidate_identity i on i.account_id = e.candidate_id
    where e.id in (select s.enrolment_id from ${placedAt(place, sittings)} and s.starts_at > business_now())
    order by i.birth_name, i.first_names, e.number limit ${NAMED}`,
  );
  return { persons: some[0]?.persons ?? 0, named: some.map((one) => `${personName(one)} (${one.number})`) };
}

const BEGUN = columns({ id: id<SittingId>() });

/** Those that began, by their own hour or by that of a candidate of the published plan who is placed there: what was sat isn't moved. */
export async function begunOf(
  db: Database,
  place: ExamPlace,
  sittings: readonly SittingId[],
): Promise<ReadonlySet<SittingId>> {
  const begun = await BEGUN.all(
    db,
    sql`select distinct s.sitting_id as id from ${placedAt(place, sittings)}
      and least(s.starts_at, (select c.starts_at from calendar_sitting c where c.id = s.sitting_id)) <= business_now()`,
  );
  return new Set(begun.map((one) => one.id));
}

/** Seats of the published plan, by these sittings. */
function placedAt({ academy, session }: ExamPlace, sittings: readonly SittingId[]): RawBuilder<unknown> {
  return sql`seating_plan p join planned_seat s on s.plan_id = p.id
    where p.academy = ${academy} and p.session = ${session} and p.state = 'published' and s.sitting_id = any(${sittings}::uuid[])`;
}
