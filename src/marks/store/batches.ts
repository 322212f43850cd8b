import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import {
  columns,
  flag,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { MarkBatch, RoundName } from '../marks.ts';

const BATCH = columns({
  id: uuid,
  academy: text,
  session: text,
  speciality: text,
  unit: text,
  title: text,
  step: oneOf(['half-point', 'point']),
  named: flag,
  firstClerk: nullable(uuid),
  firstVersion: integer,
  firstDoneAt: nullable(instant),
  secondClerk: nullable(uuid),
  secondVersion: integer,
  secondDoneAt: nullable(instant),
  lockedAt: nullable(instant),
  rowVersion: integer,
});

function batchOf(row: RowOf<typeof BATCH>): MarkBatch {
  const { firstClerk, firstVersion, firstDoneAt, secondClerk, secondVersion, secondDoneAt, ...batch } = row;
  return {
    ...batch,
    rounds: {
      first: { clerk: firstClerk, version: firstVersion, doneAt: firstDoneAt },
      second: { clerk: secondClerk, version: secondVersion, doneAt: secondDoneAt },
    },
  };
}

type Place = Pick<MarkBatch, 'academy' | 'session'>;

async function find(db: Database, which: RawBuilder<unknown>): Promise<readonly MarkBatch[]> {
  return (await BATCH.all(db, sql`select ${BATCH} from mark_batch where ${which}`)).map(batchOf);
}

export function listBatches(db: Database, { academy, session }: Place): Promise<readonly MarkBatch[]> {
  return find(db, sql`academy = ${academy} and session = ${session} order by speciality, unit`);
}

/** Of an academy, those that are marked by name and of which a board said something after their lock, in the last sixty days. */
export function listSpokenSince(db: Database, academy: string): Promise<readonly MarkBatch[]> {
  return find(
    db,
    sql`academy = ${academy} and named and locked_at is not null and exists (
      select from marking_received r join enrolment_file e on e.id = r.enrolment_id and e.speciality = mark_batch.speciality
      where r.academy = mark_batch.academy and r.session = mark_batch.session and r.unit = mark_batch.unit and r.at > mark_batch.locked_at
        and r.at > business_now() - interval '60 days') order by session, speciality, unit`,
  );
}

const VERSION = columns({ id: uuid, rowVersion: integer });

/** The locked batches of a session, each at the version that every act on it raises. */
export function lockedVersions(db: Database, { academy, session }: Place): Promise<readonly RowOf<typeof VERSION>[]> {
  return VERSION.all(
    db,
    sql`select ${VERSION} from mark_batch where academy = ${academy} and session = ${session} and locked_at is not null
      order by speciality, unit`,
  );
}

const STATE = columns({ speciality: text, unit: text, lockedAt: nullable(instant) });
export type BatchState = RowOf<typeof STATE>;

const LOCK = columns({ lockedAt: nullable(instant) });

/** When the marks of a unit were locked; null: they aren't. */
export async function lockOf(
  db: Database,
  { academy, session, speciality, unit }: Pick<MarkBatch, 'academy' | 'session' | 'speciality' | 'unit'>,
): Promise<Temporal.Instant | null> {
  const found = await LOCK.first(
    db,
    sql`select ${LOCK} from mark_batch where academy = ${academy} and session = ${session} and speciality = ${speciality} and unit = ${unit}`,
  );
  return found?.lockedAt ?? null;
}

/** For results: the batches of these specialities. `held`: none is corrected or unlocked before the transaction ends. */
export function batchStates(
  db: Database,
  { academy, session }: Place,
  specialities: readonly string[],
  held = false,
): Promise<readonly BatchState[]> {
  return STATE.all(
    db,
    sql`select ${STATE} from mark_batch where academy = ${academy} and session = ${session}
      and speciality = any(${specialities}::text[]) order by speciality, unit ${held ? sql`for share` : sql``}`,
  );
}

/** Those for which this person is named, the open ones first. */
export function listBatchesOf(db: Database, academy: string, clerk: string): Promise<readonly MarkBatch[]> {
  return find(
    db,
    sql`academy = ${academy} and (first_clerk = ${clerk} or second_clerk = ${clerk})
    order by locked_at is not null, session, speciality, unit limit 500`,
  );
}

export async function findBatch(db: Database, academy: string, id: string | undefined): Promise<MarkBatch | null> {
  return isUuid(id) ? ((await find(db, sql`id = ${id} and academy = ${academy}`))[0] ?? null) : null;
}

/** The same, locked until the end of the transaction: acts on one batch come one after the other. */
export async function lockRow(tx: Tx, academy: string, id: string): Promise<MarkBatch | null> {
  return isUuid(id) ? ((await find(tx, sql`id = ${id} and academy = ${academy} for update`))[0] ?? null) : null;
}

/** Null: it stands already. */
export async function insertBatch(
  tx: Tx,
  batch: Pick<MarkBatch, 'academy' | 'session' | 'speciality' | 'unit' | 'title' | 'step' | 'named'>,
  by: string,
): Promise<string | null> {
  const id = randomUUID();
  const { academy, session, speciality, unit, title, step, named } = batch;
  const { numAffectedRows } =
    await sql`insert into mark_batch (id, academy, session, speciality, unit, title, step, named, opened_by)
    values (${id}, ${academy}, ${session}, ${speciality}, ${unit}, ${title}, ${step}, ${named}, ${by})
    on conflict (academy, session, speciality, unit) do nothing`.execute(tx);
  return numAffectedRows === 0n ? null : id;
}

export async function writeClerks(
  tx: Tx,
  { id }: Pick<MarkBatch, 'id'>,
  clerks: Readonly<Record<RoundName, string | null>>,
): Promise<void> {
  await sql`update mark_batch set first_clerk = ${clerks.first}, second_clerk = ${clerks.second}, row_version = row_version + 1
    where id = ${id}`.execute(tx);
}

/** The version that the rows of this save bear. */
export async function raiseVersion(tx: Tx, { id, rounds }: MarkBatch, round: RoundName): Promise<number> {
  const version = rounds[round].version + 1;
  await sql`update mark_batch set ${sql.raw(`${round}_version`)} = ${version} where id = ${id}`.execute(tx);
  return version;
}

export async function writeDone(tx: Tx, { id }: Pick<MarkBatch, 'id'>, round: RoundName, done: boolean): Promise<void> {
  const [doneAt, version] = [sql.raw(`${round}_done_at`), sql.raw(`${round}_version`)];
  await sql`update mark_batch set ${doneAt} = ${done ? sql`business_now()` : null}, ${version} = ${version} + 1,
      row_version = row_version + 1 where id = ${id}`.execute(tx);
}

/** `by` null: unlocked. */
export async function writeLock(tx: Tx, { id }: Pick<MarkBatch, 'id'>, by: string | null): Promise<void> {
  await sql`update mark_batch set locked_at = ${by === null ? null : sql`business_now()`}, locked_by = ${by}::uuid,
      row_version = row_version + 1 where id = ${id}`.execute(tx);
}

/** After any other act of a head, so that a page made before is told. */
export async function touchBatch(tx: Tx, { id }: Pick<MarkBatch, 'id'>): Promise<void> {
  await sql`update mark_batch set row_version = row_version + 1 where id = ${id}`.execute(tx);
}
