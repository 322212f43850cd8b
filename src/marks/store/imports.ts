import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  columns,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type MarkBatch, ROUNDS, type RoundName } from '../marks.ts';
import type { Change } from '../rules/markTable.ts';

const IMPORT = columns({
  id: uuid,
  round: oneOf(ROUNDS),
  version: integer,
  name: text,
  sha256: text,
  changes: json<readonly Change[]>(),
  same: integer,
  absent: integer,
  by: uuid,
  writtenAt: nullable(instant),
});
export type MarkImport = RowOf<typeof IMPORT>;

/** Theirs alone: the other round never sees it. */
export async function findImport(
  db: Database,
  { id: batchId }: Pick<MarkBatch, 'id'>,
  importId: string | undefined,
  by: string,
): Promise<MarkImport | null> {
  if (!isUuid(importId)) return null;
  return IMPORT.first(
    db,
    sql`select ${IMPORT} from mark_import where id = ${importId} and batch_id = ${batchId} and by = ${by}`,
  );
}

export async function insertImport(
  tx: Tx,
  { id: batchId, academy, session, rounds }: MarkBatch,
  file: {
    readonly round: RoundName;
    readonly name: string;
    readonly sha256: string;
    readonly changes: readonly Change[];
    readonly same: number;
    readonly absent: number;
    readonly by: string;
  },
): Promise<string> {
  const id = randomUUID();
  const { round, name, sha256, changes, same, absent, by } = file;
  // What nobody confirmed is in the way of nothing, and of no use.
  await sql`delete from mark_import where batch_id = ${batchId} and by = ${by} and written_at is null`.execute(tx);
  await sql`insert into mark_import (id, academy, session, batch_id, round, version, name, sha256, changes, same, absent, by)
    values (${id}, ${academy}, ${session}, ${batchId}, ${round}, ${rounds[round].version}, ${name}, ${sha256}, ${JSON.stringify(changes)}::jsonb, ${same}, ${absent}, ${by})`.execute(
    tx,
  );
  return id;
}

export async function markWritten(tx: Tx, { id }: Pick<MarkImport, 'id'>): Promise<void> {
  await sql`update mark_import set written_at = business_now() where id = ${id}`.execute(tx);
}
