import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, instant, nullable, present, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Jury } from '../jury.ts';

const LOOK = columns({
  enrolmentId: present(id<EnrolmentId>()),
  /** The marks that were ticked as seen, or kept; null: none were. */
  marks: nullable(text),
  /** Why they were kept without being seen. */
  reason: nullable(text),
  /** When the jury last decided of the candidate: points given or taken back, seen, kept. */
  at: present(instant),
});
/** What a jury did with a candidate. */
export type Look = RowOf<typeof LOOK>;

export async function readLooks(
  db: Database,
  { id: juryId }: Pick<Jury, 'id'>,
): Promise<ReadonlyMap<EnrolmentId, Look>> {
  const rows = await LOOK.all(
    db,
    sql`select coalesce(x.enrolment_id, p.enrolment_id) as "enrolmentId", x.marks, x.reason, greatest(x.at, p.at) as at
    from (select enrolment_id, marks, reason, at from jury_examined where jury_id = ${juryId}) x
      full join (select enrolment_id, max(at) as at from jury_point where jury_id = ${juryId} group by enrolment_id) p
        on p.enrolment_id = x.enrolment_id`,
  );
  return new Map(rows.map((row) => [row.enrolmentId, row]));
}

/** The last who said it counts. `reason`: they are kept without being seen. */
export async function writeExamined(
  tx: Tx,
  { id: juryId, academy, session }: Pick<Jury, 'id' | 'academy' | 'session'>,
  looks: readonly { readonly enrolmentId: EnrolmentId; readonly marks: string }[],
  { by, reason }: { readonly by: string; readonly reason: string | null },
): Promise<void> {
  const ids = looks.map(({ enrolmentId }) => enrolmentId);
  const marks = looks.map((one) => one.marks);
  await sql`insert into jury_examined (jury_id, academy, session, enrolment_id, marks, by, reason)
    select ${juryId}::uuid, ${academy}::text, ${session}::text, one, marks, ${by}::uuid, ${reason}::text
    from unnest(${ids}::uuid[], ${marks}::text[]) as look (one, marks)
    on conflict (jury_id, enrolment_id) do update set marks = excluded.marks, by = excluded.by, reason = excluded.reason, at = business_now()`.execute(
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
