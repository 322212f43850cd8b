import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import { columns, id, integer, nullable, text } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { type Effects, effectsOf } from '../rules/effects.ts';

const MEASURE = columns({ enrolmentId: id<EnrolmentId>(), measure: text, percent: nullable(integer) });

/** What was granted, as what it changes: without its cause. Whoever isn't there has nothing. */
export async function readEffects(
  db: Database,
  { academy, session }: ExamPlace,
): Promise<ReadonlyMap<EnrolmentId, Effects>> {
  const rows = await MEASURE.all(
    db,
    sql`select f.enrolment_id as "enrolmentId", f.measure, f.percent from accommodation_effect f
    where f.academy = ${academy} and f.session = ${session}`,
  );
  return new Map(
    [...Map.groupBy(rows, ({ enrolmentId }) => enrolmentId)].map(([enrolmentId, some]) => [
      enrolmentId,
      effectsOf(some),
    ]),
  );
}
