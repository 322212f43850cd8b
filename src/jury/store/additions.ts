import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Approval } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { ADDITION_LIFE, type Jury } from '../jury.ts';
import { DECISIONS } from '../verdict.ts';

/** What a dated addition changes: **mark**: as the marks say today; **decision**: the jury decides otherwise on the same marks. */
const ADDITION_KINDS = ['mark', 'decision'] as const;
export type AdditionKind = (typeof ADDITION_KINDS)[number];

const ADDITION = columns({
  id: uuid,
  enrolmentId: id<EnrolmentId>(),
  kind: oneOf(ADDITION_KINDS),
  decision: nullable(oneOf(DECISIONS)),
  reason: text,
  state: oneOf(ADDITION_LIFE.states),
  proposedBy: uuid,
  proposedAt: instant,
  endedBy: nullable(uuid),
  endedAt: nullable(instant),
  /** Its rank in the record, once kept. */
  number: nullable(integer),
  rowVersion: integer,
});
export type Addition = RowOf<typeof ADDITION>;

/** Of a record, the last asked for first. */
export function listAdditions(db: Database, { id: juryId }: Pick<Jury, 'id'>): Promise<readonly Addition[]> {
  return ADDITION.all(
    db,
    sql`select ${ADDITION} from jury_addition where jury_id = ${juryId} order by proposed_at desc, id limit 500`,
  );
}

export async function findAddition(
  db: Database,
  { id: juryId }: Pick<Jury, 'id'>,
  asked: string | undefined,
): Promise<Addition | null> {
  if (!isUuid(asked)) return null;
  return ADDITION.first(db, sql`select ${ADDITION} from jury_addition where jury_id = ${juryId} and id = ${asked}`);
}

export async function insertAddition(
  tx: Tx,
  { id: juryId, academy, session }: Pick<Jury, 'id' | 'academy' | 'session'>,
  words: Pick<Addition, 'enrolmentId' | 'kind' | 'decision' | 'reason' | 'proposedBy'>,
): Promise<string> {
  const addition = randomUUID();
  const { enrolmentId, kind, decision, reason, proposedBy } = words;
  await sql`insert into jury_addition (id, jury_id, academy, session, enrolment_id, kind, decision, reason, proposed_by)
    values (${addition}, ${juryId}, ${academy}, ${session}, ${enrolmentId}, ${kind}, ${decision}, ${reason}, ${proposedBy})`.execute(
    tx,
  );
  return addition;
}

const NEXT = columns({ number: present(integer) });

/** Keeps it, by the next rank of its record. */
export async function keepAddition(
  tx: Tx,
  { id: juryId }: Pick<Jury, 'id'>,
  addition: string,
  approval: Approval,
): Promise<number> {
  return (
    await NEXT.one(
      tx,
      sql`update jury_addition set state = 'kept', ended_by = ${approval.by}, ended_at = business_now(), row_version = row_version + 1,
        number = (select coalesce(max(number), 0) + 1 from jury_addition where jury_id = ${juryId})
      where id = ${addition} returning number`,
    )
  ).number;
}

export async function dropAddition(tx: Tx, addition: string, by: string): Promise<void> {
  await sql`update jury_addition set state = 'dropped', ended_by = ${by}, ended_at = business_now(),
      row_version = row_version + 1 where id = ${addition}`.execute(tx);
}
