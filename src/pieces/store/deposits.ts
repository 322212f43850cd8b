import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import { SCANS, SENT_TYPES, type Sent } from '../../keptFiles/index.ts';
import {
  columns,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  type RowOf,
  text,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { DOCUMENT_KINDS } from '../../platform/documents/documents.ts';
import type { PageHint } from '../../platform/documents/hints.ts';
import { isUuid } from '../../platform/uuid.ts';
import { DEPOSIT_STATES, type Deposit, type DepositId, type Piece, type PieceId } from '../piece.ts';

const TYPE = oneOf(DOCUMENT_KINDS);

const DEPOSIT = columns({
  id: id<DepositId>(),
  pieceId: id<PieceId>(),
  state: oneOf(DEPOSIT_STATES),
  name: text,
  type: TYPE,
  size: integer,
  sha256: text,
  pages: nullable(integer),
  sentSha256: nullable(text),
  sentSize: nullable(integer),
  sentType: nullable(oneOf(SENT_TYPES)),
  fileKey: text,
  receipt: text,
  begunAt: instant,
  finishedAt: instant,
  scan: nullable(oneOf(SCANS)),
  finding: nullable(text),
  erasedAt: nullable(instant),
});

function depositOf(row: RowOf<typeof DEPOSIT>): Deposit {
  const { sentSha256: sha256, sentSize: size, sentType: type, scan, finding, erasedAt, ...deposit } = row;
  const sent = sha256 === null || size === null || type === null ? null : { sha256, size, type };
  return { ...deposit, sent, kept: { scan, finding, erasedAt } };
}

/** The files that count, the oldest first. */
export async function readFiles(db: Database, which: RawBuilder<unknown>): Promise<readonly Deposit[]> {
  const asked = sql`select ${DEPOSIT} from deposit where ${which} and state = 'stored' order by finished_at, id`;
  return (await DEPOSIT.all(db, asked)).map(depositOf);
}

export async function findDeposit(db: Database, enrolmentId: string, depositId: string): Promise<Deposit | null> {
  if (!isUuid(depositId)) return null;
  const asked = sql`select ${DEPOSIT} from deposit where id = ${depositId} and enrolment_id = ${enrolmentId}`;
  const row = await DEPOSIT.first(db, asked);
  return row === null ? null : depositOf(row);
}

/** A file as the office sees it: one that counts, or one that was replaced after a refusal. */
export type ShownFile = Deposit & {
  readonly state: 'stored' | 'replaced';
  /** The registered version for which it was given. */
  readonly enrolmentVersion: number;
  /** What its pages look like; none where they weren't measured. */
  readonly hints: readonly PageHint[];
};

const SHOWN = columns({ ...DEPOSIT.shape, enrolmentVersion: integer, hints: nullable(json<readonly PageHint[]>()) });

/** The files of a piece, the oldest first. What the candidate took back before handing over is nobody's business. */
export async function listFiles(db: Database, academy: string, pieceId: string): Promise<readonly ShownFile[]> {
  const rows = await SHOWN.all(
    db,
    sql`select ${SHOWN} from deposit
      where piece_id = ${pieceId} and academy = ${academy} and state in ('stored', 'replaced') order by finished_at, id`,
  );
  return rows.flatMap(({ enrolmentVersion, hints, ...row }) => {
    const { state, ...deposit } = depositOf(row);
    return state === 'removed' ? [] : [{ ...deposit, state, enrolmentVersion, hints: hints ?? [] }];
  });
}

const TWIN = columns({ code: text });

/** The other pieces of the enrolment for which the very same file was sent, by code. None of health. */
export async function listTwins(db: Database, depositId: DepositId): Promise<readonly string[]> {
  const rows = await TWIN.all(
    db,
    sql`select distinct p.code from deposit d
      join deposit o on o.enrolment_id = d.enrolment_id and o.sent_sha256 = d.sent_sha256 and o.piece_id <> d.piece_id and o.state = 'stored'
      join piece p on p.id = o.piece_id and not p.confidential
      where d.id = ${depositId} order by p.code`,
  );
  return rows.map(({ code }) => code);
}

export type NewDeposit = Omit<Deposit, 'id' | 'state' | 'finishedAt' | 'pieceId' | 'kept'> & {
  readonly sent: Sent;
  readonly enrolmentVersion: number;
  readonly hints: readonly PageHint[] | null;
};

/** Files the deposit, and clears what the office said of the former file. */
export async function writeDeposit(
  tx: Tx,
  piece: Piece,
  deposit: NewDeposit,
  replaceOthers: boolean,
): Promise<DepositId> {
  const id = randomUUID() as DepositId;
  // One that nobody can open makes room in any case.
  const replaced = replaceOthers ? sql`true` : sql`scan = 'infected'`;
  await sql`update deposit set state = 'replaced', ended_at = business_now()
    where piece_id = ${piece.id} and state = 'stored' and ${replaced}`.execute(tx);
  await tx
    .insertInto('deposit')
    .values({
      id,
      academy: piece.academy,
      session: piece.session,
      enrolment_id: piece.enrolmentId,
      piece_id: piece.id,
      state: 'stored',
      name: deposit.name,
      type: deposit.type,
      size: deposit.size,
      sha256: deposit.sha256,
      pages: deposit.pages,
      sent_sha256: deposit.sent.sha256,
      sent_size: deposit.sent.size,
      sent_type: deposit.sent.type,
      file_key: deposit.fileKey,
      hints: deposit.hints === null ? null : JSON.stringify(deposit.hints),
      receipt: deposit.receipt,
      enrolment_version: deposit.enrolmentVersion,
      begun_at: deposit.begunAt,
      finished_at: sql`business_now()`,
    })
    .execute();
  // Beside a sheet that is with the office: that one isn't given back by it.
  await sql`update piece set status = 'none', comment = null, reviewed_at = null, received_on = null, posted_on = null, returned_on = null,
      handed_over_at = case when status = 'none' then handed_over_at end, row_version = row_version + 1 where id = ${piece.id}`.execute(
    tx,
  );
  return id;
}

/** *Reçue* was said of the files: without the last of them it says nothing any more. */
export async function markRemoved(tx: Tx, deposit: Deposit, wasLast: boolean): Promise<void> {
  await sql`update deposit set state = 'removed', ended_at = business_now() where id = ${deposit.id}`.execute(tx);
  await sql`update piece set row_version = row_version + 1 where id = ${deposit.pieceId}`.execute(tx);
  if (wasLast)
    await sql`update piece set status = 'none', received_on = null, posted_on = null, returned_on = null, reviewed_at = null where id = ${deposit.pieceId} and status = 'received'`.execute(
      tx,
    );
}
