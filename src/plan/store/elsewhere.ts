import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import type { CentreId } from '../../places/index.ts';
import { columns, id, instant, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

const ELSEWHERE = columns({
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  startsAt: instant,
  endsAt: instant,
  centreId: id<CentreId>(),
  postcode: text,
});
/** A test to come of a candidate of this session in another session. `enrolmentId`: theirs in this one. */
export type SeatElsewhere = RowOf<typeof ELSEWHERE>;

/** Where candidates of this session sit other sessions' tests by plans that are published: one person is at one place. */
export function seatsElsewhere(db: Database, { academy, session }: ExamPlace): Promise<readonly SeatElsewhere[]> {
  return ELSEWHERE.all(
    db,
    sql`select mine.id as "enrolmentId", s.unit, coalesce(s.calls_at, s.starts_at) as "startsAt", s.ends_at as "endsAt", s.centre_id as "centreId", c.postcode
    from enrolment_file mine
      join enrolment_file other on other.candidate_id = mine.candidate_id and other.academy = mine.academy and other.session <> mine.session
      join exam_published_seat s on s.enrolment_id = other.id join written_centre c on c.id = s.centre_id
    where mine.academy = ${academy} and mine.session = ${session} and mine.ended_at is null and other.ended_at is null
      and s.ends_at > business_now()
    order by mine.id, s.starts_at`,
  );
}
