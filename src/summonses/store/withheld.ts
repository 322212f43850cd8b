import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import type { Tx } from '../../platform/database/database.ts';

/** False: they were told already of these same units. */
export async function noteWithheld(
  tx: Tx,
  { academy, session }: ExamPlace,
  { enrolmentId, units }: { readonly enrolmentId: EnrolmentId; readonly units: readonly string[] },
): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into exam_withheld as w (academy, session, enrolment_id, units)
    values (${academy}, ${session}, ${enrolmentId}, ${[...units]}::text[])
    on conflict (enrolment_id) do update set units = excluded.units, told_at = business_now()
    where w.units <> excluded.units`.execute(tx);
  return numAffectedRows === 1n;
}
