import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { maySay, scansOf } from '../../keptFiles/index.ts';
import type { ScanVerdict } from '../../platform/antivirus.ts';
import { columns, flag, id, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Tx } from '../../platform/database/database.ts';
import { DEPOSITS } from './ledger.ts';

const UNSCANNED = columns({ id: uuid, enrolmentId: id<EnrolmentId>(), fileKey: text });
/** A file that no antivirus has seen yet. */
export type UnscannedDeposit = RowOf<typeof UNSCANNED>;

/** What is marked in the deposit's transaction, nobody of the office opens until its scan. */
export const depositScans = scansOf(DEPOSITS, UNSCANNED);

const SCANNED = columns({ pieceId: uuid, code: text, receipt: text, counts: flag });
export type Scanned = RowOf<typeof SCANNED>;

/** Null when somebody else wrote the verdict first. */
export function writeVerdict(tx: Tx, depositId: string, verdict: ScanVerdict): Promise<Scanned | null> {
  const finding = verdict.found === 'infected' ? verdict.name : null;
  return SCANNED.first(
    tx,
    sql`update deposit set scan = ${verdict.found}, finding = ${finding}
    from piece where piece.id = deposit.piece_id and deposit.id = ${depositId} and ${maySay(verdict)}
    returning piece.id as "pieceId", piece.code, deposit.receipt, deposit.state = 'stored' as counts`,
  );
}

/** Open again for another file; where another stands, what was handed over stays so. */
export async function writeReopened(tx: Tx, pieceId: string, until: Temporal.Instant, stands: boolean): Promise<void> {
  await sql`update piece set handed_over_at = case when ${stands} then handed_over_at end, correctable_until = greatest(correctable_until, ${until}),
      given_again_at = coalesce(given_again_at, business_now()), row_version = row_version + 1 where id = ${pieceId}`.execute(
    tx,
  );
}
