import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Enrolment, EnrolmentId } from '../enrolment.ts';
import type { Reserve, ReserveDecision, ReserveReason } from '../rules/reserve.ts';

/** The last reserve under which this enrolment was registered, with what officers decided on it. */
export async function findReserve(db: Database, enrolmentId: EnrolmentId): Promise<Reserve | null> {
  const { rows } = await sql<{ version: number; reasons: readonly ReserveReason[]; raised_at: Temporal.Instant }>`
    select version, reasons, raised_at from enrolment_reserve where enrolment_id = ${enrolmentId} order by version desc limit 1`.execute(
    db,
  );
  const [found] = rows;
  if (found === undefined) return null;
  const { version, reasons, raised_at } = found;
  const decisions = await sql<Omit<ReserveDecision, 'officerId'> & { readonly officer_id: string }>`
    select decision, words, ground, officer_id, at from reserve_decision
    where enrolment_id = ${enrolmentId} and version = ${version} order by at desc, id`.execute(db);
  return {
    version,
    reasons,
    raisedAt: raised_at,
    decisions: decisions.rows.map(({ officer_id, ...row }) => ({ ...row, officerId: officer_id })),
  };
}

export async function writeReserve(
  tx: Tx,
  { id, academy, session }: Enrolment,
  version: number,
  reasons: readonly ReserveReason[],
): Promise<void> {
  await sql`insert into enrolment_reserve (enrolment_id, version, academy, session, reasons)
    values (${id}, ${version}, ${academy}, ${session}, ${JSON.stringify(reasons)}::jsonb)`.execute(tx);
}

/** Keeps the decision and moves the enrolment: set aside it ends, lifted or reinstated it goes on as registered. */
export async function writeReserveDecision(
  tx: Tx,
  id: EnrolmentId,
  version: number,
  { decision, words, ground, officerId }: Omit<ReserveDecision, 'at'>,
): Promise<void> {
  await sql`insert into reserve_decision (id, enrolment_id, version, decision, words, ground, officer_id)
    values (${randomUUID()}, ${id}, ${version}, ${decision}, ${words}, ${ground}, ${officerId})`.execute(tx);
  if (decision === 'set-aside')
    await sql`update enrolment set status = 'set-aside', reserve = 'upheld', ended_at = business_now(), working = null, row_version = row_version + 1
      where id = ${id}`.execute(tx);
  else
    await sql`update enrolment set status = 'registered', reserve = 'lifted', ended_at = null, row_version = row_version + 1
      where id = ${id}`.execute(tx);
}
