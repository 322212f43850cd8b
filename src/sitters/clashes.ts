import { sql } from 'kysely';
import type { Catalogue } from '../catalogue/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { ExamPlace } from '../exam/index.ts';
import { listSittings, type Sitting, sessionsMeeting } from '../places/index.ts';
import { columns, id, type RowOf, text } from '../platform/database/columns.ts';
import type { Database } from '../platform/database/database.ts';
import { readSitters } from './readSitters.ts';
import { type Clash, clashesOf, type Entry } from './rules/clashes.ts';

const SHARED = columns({ candidateId: id<string>(), enrolmentId: id<EnrolmentId>(), session: text });

/** Enrolments of those of a session who sit in one of these others of the academy too, with those. */
function sharedEntries(
  db: Database,
  { academy, session }: ExamPlace,
  others: readonly string[],
): Promise<readonly RowOf<typeof SHARED>[]> {
  return SHARED.all(
    db,
    sql`select e.candidate_id as "candidateId", e.id as "enrolmentId", e.session from enrolment_file e
    where e.academy = ${academy} and e.session = any(${[session, ...others]}::text[]) and e.number is not null and e.ended_at is null and e.candidate_id in (
      select mine.candidate_id from enrolment_file mine join enrolment_file other on other.candidate_id = mine.candidate_id
      where mine.academy = ${academy} and mine.session = ${session} and mine.number is not null and mine.ended_at is null
        and other.academy = mine.academy and other.session = any(${others}::text[]) and other.number is not null and other.ended_at is null)
    order by e.candidate_id, e.session`,
  );
}

/** Tests of a session's calendar that people can't sit, since they sit another session's at every such hour. Years that are over are not read. */
export async function calendarClashes(db: Database, catalogue: Catalogue, place: ExamPlace): Promise<readonly Clash[]> {
  const others = await sessionsMeeting(db, place);
  const shared = others.length === 0 ? [] : await sharedEntries(db, place, others);
  const entries = new Map<EnrolmentId, Entry>();
  const hours = new Map<string, readonly Sitting[]>();
  for (const session of new Set(shared.map((one) => one.session))) {
    const there = { ...place, session };
    for (const { enrolmentId, speciality, units } of await readSitters(db, catalogue, there))
      if (speciality !== null) entries.set(enrolmentId, { session, speciality, units });
    hours.set(session, await listSittings(db, there));
  }
  const persons = [...Map.groupBy(shared, ({ candidateId }) => candidateId).values()].map((theirs) =>
    theirs.flatMap(({ enrolmentId }) => entries.get(enrolmentId) ?? []),
  );
  const found = clashesOf(persons, ({ session, speciality, unit }) =>
    (hours.get(session) ?? []).filter((one) => one.speciality === speciality && one.unit === unit),
  );
  return found.filter(({ tests }) => tests.some(({ session }) => session === place.session));
}
