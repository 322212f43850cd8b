import { sql } from 'kysely';
import { type Deposit, KEPT, type Kept, type KeptRow, keptOf } from '../../pieces/index.ts';
import type { Database } from '../../platform/database/database.ts';

/** A file of a piece, as the officer sees it: the ones that count, and those that were replaced after a refusal. */
export type ShownFile = {
  readonly id: string;
  readonly state: 'stored' | 'replaced';
  readonly name: string;
  readonly type: Deposit['type'];
  readonly size: number;
  /** Where its bytes stand in the file store. */
  readonly fileKey: string;
  readonly sent: Deposit['sent'];
  readonly receipt: string;
  /** The registered version for which it was given. */
  readonly enrolmentVersion: number;
  readonly finishedAt: Temporal.Instant;
  readonly kept: Kept;
};

type Row = {
  id: string;
  state: ShownFile['state'];
  name: string;
  type: ShownFile['type'];
  size: number;
  file_key: string;
  sent: Deposit['sent'];
  receipt: string;
  enrolment_version: number;
  finished_at: Temporal.Instant;
  kept: KeptRow;
};

/** The files of a piece, the oldest first. What the candidate took back before handing over is nobody's business. */
export async function listFiles(db: Database, academy: string, pieceId: string): Promise<readonly ShownFile[]> {
  const { rows } = await sql<Row>`
    select id, state, name, type, size, file_key, receipt, enrolment_version, finished_at, ${sql.raw(KEPT)},
      case when sent_sha256 is not null then jsonb_build_object('sha256', sent_sha256, 'size', sent_size, 'type', sent_type) end as sent from deposit d
    where piece_id = ${pieceId} and academy = ${academy} and state in ('stored', 'replaced') order by finished_at, id`.execute(
    db,
  );
  return rows.map(({ file_key, enrolment_version, finished_at, kept, ...row }) => ({
    ...row,
    fileKey: file_key,
    enrolmentVersion: enrolment_version,
    finishedAt: finished_at,
    kept: keptOf(kept),
  }));
}
