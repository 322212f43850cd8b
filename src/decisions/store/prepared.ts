import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, flag, id, present } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { canonicalJson } from '../../platform/journal.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { Decided } from '../decision.ts';
import { PREPARED, PREPARED_ROW, type PreparedDecision, type PreparedId } from '../prepared.ts';

/** Of these acts, those that wait, and those that were sent back to whoever wrote them and weren't prepared anew; the last first. */
export function listPrepared(
  db: Database,
  academy: string,
  acts: readonly string[],
  writer: string,
): Promise<readonly PreparedDecision[]> {
  return PREPARED_ROW.all(
    db,
    sql`select ${PREPARED_ROW} from prepared_decision p where academy = ${academy} and act = any(${acts}::text[])
      and (state = 'waiting' or state = 'sent-back' and prepared_by = ${writer} and not exists (
        select from prepared_decision n where n.enrolment_id = p.enrolment_id and n.act = p.act and n.about = p.about and n.prepared_at > p.prepared_at))
    order by prepared_at desc, id limit ${PREPARED.listed}::int`,
  );
}

export async function findPrepared(
  db: Database,
  academy: string,
  asked: string | undefined,
): Promise<PreparedDecision | null> {
  if (!isUuid(asked)) return null;
  return PREPARED_ROW.first(
    db,
    sql`select ${PREPARED_ROW} from prepared_decision where id = ${asked} and academy = ${academy}`,
  );
}

const HELD = columns({ ...PREPARED_ROW.shape, signedHere: present(flag) });

/**
 * Held until the end of the transaction: of two who sign it, or sign and send it back, the second finds it closed. `signedHere`: by this
 * transaction itself.
 */
export async function lockPrepared(
  tx: Tx,
  academy: string,
  asked: string,
): Promise<(PreparedDecision & { readonly signedHere: boolean }) | null> {
  if (!isUuid(asked)) return null;
  return HELD.first(
    tx,
    sql`select ${PREPARED_ROW}, state = 'signed' and xmin = pg_current_xact_id()::xid as "signedHere"
      from prepared_decision where id = ${asked} and academy = ${academy} for update`,
  );
}

/** Two who prepare the same act on the same enrolment queue up. */
export async function lockPreparing(tx: Tx, enrolmentId: string, act: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('prepared ' || ${enrolmentId}::text || ' ' || ${act}::text, 0))`.execute(
    tx,
  );
}

/** The one of this act that waits on what it is about. */
export function findWaiting(
  tx: Tx,
  { enrolmentId, act, about }: Pick<PreparedDecision, 'enrolmentId' | 'act' | 'about'>,
): Promise<PreparedDecision | null> {
  return PREPARED_ROW.first(
    tx,
    sql`select ${PREPARED_ROW} from prepared_decision where enrolment_id = ${enrolmentId} and act = ${act} and about = ${about} and state = 'waiting'`,
  );
}

export async function insertPrepared(
  tx: Tx,
  made: Pick<
    PreparedDecision,
    | 'academy'
    | 'session'
    | 'enrolmentId'
    | 'version'
    | 'act'
    | 'about'
    | 'asked'
    | 'facts'
    | 'reason'
    | 'ground'
    | 'preparedBy'
  >,
): Promise<PreparedId> {
  const { academy, session, enrolmentId, version, act, about, asked, facts, reason, ground, preparedBy } = made;
  const row = columns({ id: id<PreparedId>() });
  const inserted = await row.one(
    tx,
    sql`insert into prepared_decision (id, academy, session, enrolment_id, version, act, about, asked, facts, reason, ground, prepared_by)
      values (${randomUUID()}, ${academy}, ${session}, ${enrolmentId}, ${version}, ${act}, ${about}, ${canonicalJson(asked)}::jsonb, ${facts}::text[], ${reason}, ${ground}, ${preparedBy})
      returning id`,
  );
  return inserted.id;
}

export async function writeSentBack(
  tx: Tx,
  preparedId: PreparedId,
  { by, words }: { readonly by: string; readonly words: string },
): Promise<void> {
  await sql`update prepared_decision set state = 'sent-back', closed_by = ${by}, closed_at = business_now(), back = ${words},
    row_version = row_version + 1 where id = ${preparedId}`.execute(tx);
}

export async function writeSigned(tx: Tx, preparedId: PreparedId, decided: Decided, by: string): Promise<void> {
  await sql`update prepared_decision set state = 'signed', closed_by = ${by}, closed_at = business_now(), decision_id = ${decided.id},
    row_version = row_version + 1 where id = ${preparedId}`.execute(tx);
}
