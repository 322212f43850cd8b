import { sql } from 'kysely';
import { findPrepared, type PreparedId } from '../../decisions/index.ts';
import { columns, id, integer, json, nullable, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { DecidedMeasure, Preparation, Request } from '../request.ts';

/** What a decision that waits for its signature would say. It goes once the request is decided or taken back. */
const ROW = columns({
  preparedId: id<PreparedId>(),
  requestVersion: integer,
  measures: json<readonly DecidedMeasure[]>(),
  ground: text,
  back: nullable(text),
});

/** The one that waits on a request, or that was sent back; null: none. */
export async function findPreparation(db: Database, academy: string, requestId: string): Promise<Preparation | null> {
  const row = await ROW.first(db, sql`select ${ROW} from accommodation_prepared where case_id = ${requestId}`);
  const prepared = row === null ? null : await findPrepared(db, academy, row.preparedId);
  return row === null || prepared === null ? null : { ...prepared, ...row };
}

export async function writePreparation(
  tx: Tx,
  { id: requestId, rowVersion }: Pick<Request, 'id' | 'rowVersion'>,
  { preparedId, measures, ground }: Pick<Preparation, 'measures' | 'ground'> & { readonly preparedId: PreparedId },
): Promise<void> {
  await sql`insert into accommodation_prepared (case_id, prepared_id, request_version, measures, ground)
    values (${requestId}, ${preparedId}, ${rowVersion}, ${JSON.stringify(measures)}::jsonb, ${ground})
    on conflict (case_id) do update set prepared_id = excluded.prepared_id, request_version = excluded.request_version,
      measures = excluded.measures, ground = excluded.ground, back = null`.execute(tx);
}

export async function writeSentBack(tx: Tx, { id: requestId }: Pick<Request, 'id'>, words: string): Promise<void> {
  await sql`update accommodation_prepared set back = ${words} where case_id = ${requestId}`.execute(tx);
}

export async function forgetPreparation(tx: Tx, { id: requestId }: Pick<Request, 'id'>): Promise<void> {
  await sql`delete from accommodation_prepared where case_id = ${requestId}`.execute(tx);
}
