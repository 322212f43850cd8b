import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Jury } from '../jury.ts';

const EXAMINED = columns({ enrolmentId: id<EnrolmentId>(), marks: text });

/** On which marks somebody said that a candidate is examined. */
export async function readExamined(
  db: Database,
  { id: juryId }: Pick<Jury, 'id'>,
): Promise<ReadonlyMap<EnrolmentId, string>> {
  const rows = await EXAMINED.all(
    db,
    sql`select enrolment_id as "enrolmentId", marks from jury_examined where jury_id = ${juryId}`,
  );
  return new Map(rows.map(({ enrolmentId, marks }) => [enrolmentId, marks]));
}

/** The last who said it counts. */
export async function writeExamined(
  tx: Tx,
  { id: juryId, academy, session }: Pick<Jury, 'id' | 'academy' | 'session'>,
  { enrolmentId, marks, by }: { readonly enrolmentId: EnrolmentId; readonly marks: string; readonly by: string },
): Promise<void> {
  await sql`insert into jury_examined (jury_id, academy, session, enrolment_id, marks, by)
    values (${juryId}, ${academy}, ${session}, ${enrolmentId}, ${marks}, ${by})
    on conflict (jury_id, enrolment_id) do update set marks = excluded.marks, by = excluded.by, at = business_now()`.execute(
    tx,
  );
}

const REASON = columns({ reason: text });

/** The reasons that this jury gave last, to be offered again. */
export async function lastReasons(db: Database, { id: juryId }: Pick<Jury, 'id'>): Promise<readonly string[]> {
  const rows = await REASON.all(
    db,
    sql`select reason from jury_point where jury_id = ${juryId} and after_mark is not null
    group by reason order by max(rank) desc limit 8`,
  );
  return rows.map(({ reason }) => reason);
}
