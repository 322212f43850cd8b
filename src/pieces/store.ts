import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { isUuid } from '../platform/uuid.ts';
import type { Deposit, DepositId, Mode, Piece, PieceId, PieceStatus, PieceWithFiles, Sent } from './piece.ts';
import { KEPT, type KeptRow, keptOf } from './store/kept.ts';

type PieceRow = {
  id: string;
  academy: string;
  session: string;
  enrolment_id: string;
  code: string;
  piece_group: string;
  mode: Mode;
  reasons: readonly string[];
  opens_at: Temporal.Instant;
  due_at: Temporal.Instant;
  counts_for_validation: boolean;
  status: PieceStatus;
  comment: string | null;
  received_on: Temporal.PlainDate | null;
  reviewed_at: Temporal.Instant | null;
  correctable_until: Temporal.Instant | null;
  handed_over_at: Temporal.Instant | null;
  confidential: boolean;
  excuses: readonly string[];
  excused_by: string | null;
  row_version: number;
};

const PIECE =
  sql.raw(`p.id, p.academy, p.session, p.enrolment_id, p.code, p.piece_group, p.mode, p.reasons, p.opens_at, p.due_at, p.counts_for_validation,
  p.status, p.comment, p.received_on, p.reviewed_at, p.correctable_until, p.handed_over_at, p.confidential, p.excuses, p.excused_by, p.row_version`);

function pieceOf(row: PieceRow): Piece {
  return {
    id: row.id as PieceId,
    academy: row.academy,
    session: row.session,
    enrolmentId: row.enrolment_id as EnrolmentId,
    code: row.code,
    group: row.piece_group,
    mode: row.mode,
    reasons: row.reasons,
    opensAt: row.opens_at,
    dueAt: row.due_at,
    countsForValidation: row.counts_for_validation,
    status: row.status,
    comment: row.comment,
    receivedOn: row.received_on,
    reviewedAt: row.reviewed_at,
    correctableUntil: row.correctable_until,
    handedOverAt: row.handed_over_at,
    confidential: row.confidential,
    excuses: row.excuses,
    excusedBy: row.excused_by,
    rowVersion: row.row_version,
  };
}

type DepositRow = {
  id: string;
  piece_id: string;
  state: Deposit['state'];
  name: string;
  type: Deposit['type'];
  size: number;
  sha256: string;
  sent_sha256: string | null;
  sent_size: number | null;
  sent_type: Deposit['type'] | null;
  file_key: string;
  receipt: string;
  begun_at: Temporal.Instant;
  finished_at: Temporal.Instant;
  kept: KeptRow;
};

const DEPOSIT = sql.raw(
  `d.id, d.piece_id, d.state, d.name, d.type, d.size, d.sha256, d.sent_sha256, d.sent_size, d.sent_type, d.file_key, d.receipt, d.begun_at, d.finished_at, ${KEPT}`,
);

function depositOf(row: DepositRow): Deposit {
  return {
    id: row.id as DepositId,
    pieceId: row.piece_id as PieceId,
    state: row.state,
    name: row.name,
    type: row.type,
    size: row.size,
    sha256: row.sha256,
    sent: sentOf(row),
    fileKey: row.file_key,
    receipt: row.receipt,
    begunAt: row.begun_at,
    finishedAt: row.finished_at,
    kept: keptOf(row.kept),
  };
}

function sentOf({ sent_sha256, sent_size, sent_type }: DepositRow): Sent | null {
  return sent_sha256 === null || sent_size === null || sent_type === null
    ? null
    : { sha256: sent_sha256, size: sent_size, type: sent_type };
}

/** The pieces of an enrolment in the catalogue's order, each with the files that count. */
export async function listPieces(db: Database, enrolmentId: string): Promise<readonly PieceWithFiles[]> {
  const pieces =
    await sql<PieceRow>`select ${PIECE} from piece p where p.enrolment_id = ${enrolmentId} order by p.rank, p.code`.execute(
      db,
    );
  const files =
    await sql<DepositRow>`select ${DEPOSIT} from deposit d where d.enrolment_id = ${enrolmentId} and d.state = 'stored' order by d.finished_at, d.id`.execute(
      db,
    );
  return withFiles(pieces.rows, files.rows);
}

function withFiles(pieces: readonly PieceRow[], files: readonly DepositRow[]): readonly PieceWithFiles[] {
  const byPiece = Map.groupBy(files.map(depositOf), (file) => file.pieceId);
  return pieces.map(pieceOf).map((piece) => ({ ...piece, files: byPiece.get(piece.id) ?? [] }));
}

/** Codes of all pieces ever asked: they must stay in the rules. Those of health aren't told: that one was offered to somebody is theirs. */
export async function listAskedCodes(db: Database): Promise<readonly string[]> {
  const { rows } = await sql<{
    code: string;
  }>`select distinct code from piece where not confidential order by code`.execute(db);
  return rows.map(({ code }) => code);
}

/** A piece with its files, locked until the end of the transaction. */
export async function lockPiece(tx: Tx, enrolmentId: string, code: string): Promise<PieceWithFiles | null> {
  const pieces =
    await sql<PieceRow>`select ${PIECE} from piece p where p.enrolment_id = ${enrolmentId} and p.code = ${code} for update`.execute(
      tx,
    );
  const [row] = pieces.rows;
  if (row === undefined) return null;
  const files =
    await sql<DepositRow>`select ${DEPOSIT} from deposit d where d.piece_id = ${row.id} and d.state = 'stored' order by d.finished_at, d.id`.execute(
      tx,
    );
  return withFiles([row], files.rows)[0] ?? null;
}

export async function findPieceById(db: Database, academy: string, id: string): Promise<PieceWithFiles | null> {
  if (!isUuid(id)) return null;
  const pieces =
    await sql<PieceRow>`select ${PIECE} from piece p where p.id = ${id} and p.academy = ${academy}`.execute(db);
  const files =
    await sql<DepositRow>`select ${DEPOSIT} from deposit d where d.piece_id = ${id} and d.state = 'stored' order by d.finished_at, d.id`.execute(
      db,
    );
  return withFiles(pieces.rows, files.rows)[0] ?? null;
}

export async function findDeposit(db: Database, enrolmentId: string, depositId: string): Promise<Deposit | null> {
  if (!isUuid(depositId)) return null;
  const { rows } =
    await sql<DepositRow>`select ${DEPOSIT} from deposit d where d.id = ${depositId} and d.enrolment_id = ${enrolmentId}`.execute(
      db,
    );
  return rows[0] === undefined ? null : depositOf(rows[0]);
}

export type PieceToAsk = {
  readonly code: string;
  readonly group: string;
  readonly mode: Mode;
  readonly reasons: readonly string[];
  readonly opensAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  readonly countsForValidation: boolean;
  readonly confidential: boolean;
  readonly excuses: readonly string[];
  readonly rank: number;
};

/** `confidential`: the pieces that hold health data alone. */
export type Which = 'all' | 'confidential';

/**
 * Writes the list that the rules give now: new pieces appear, known ones keep what was given and decided, those no longer
 * asked become *sans objet*, and one that is asked again wakes up. What held health data once stays confidential.
 */
export async function writeRequired(
  tx: Tx,
  owner: { readonly academy: string; readonly session: string; readonly enrolmentId: string },
  list: readonly PieceToAsk[],
  which: Which = 'all',
): Promise<void> {
  const pieces = which === 'all' ? list : list.filter(({ confidential }) => confidential);
  await wakeDecided(
    tx,
    owner.enrolmentId,
    pieces.map((piece) => piece.code),
  );
  for (const piece of pieces) {
    await sql`insert into piece (id, academy, session, enrolment_id, code, piece_group, mode, reasons, opens_at, due_at, counts_for_validation, confidential, excuses, rank)
      values (${randomUUID()}, ${owner.academy}, ${owner.session}, ${owner.enrolmentId}, ${piece.code}, ${piece.group}, ${piece.mode},
        ${JSON.stringify(piece.reasons)}::jsonb, ${piece.opensAt}, ${piece.dueAt}, ${piece.countsForValidation},
        ${piece.confidential}, ${piece.excuses}::text[], ${piece.rank})
      on conflict (academy, session, enrolment_id, code) do update set piece_group = excluded.piece_group, mode = excluded.mode, reasons = excluded.reasons,
        opens_at = excluded.opens_at, due_at = excluded.due_at, counts_for_validation = excluded.counts_for_validation,
        confidential = piece.confidential or excluded.confidential, excuses = excluded.excuses, rank = excluded.rank,
        status = case when piece.status = 'not-applicable' then 'none' else piece.status end, row_version = piece.row_version + 1`.execute(
      tx,
    );
  }
  const codes = pieces.map((piece) => piece.code);
  await sql`update piece set status = 'not-applicable', comment = null, excused_by = null, status_before = null, row_version = row_version + 1
    where enrolment_id = ${owner.enrolmentId} and code <> all (${codes}::text[]) and status <> 'not-applicable'
      and (${which} = 'all' or confidential)`.execute(tx);
}

/** The windows of groups, for pieces that are asked already. */
export async function moveWindows(
  tx: Tx,
  enrolmentId: string,
  groups: readonly (Pick<PieceToAsk, 'opensAt' | 'dueAt'> & { readonly code: string })[],
): Promise<void> {
  for (const { code, opensAt, dueAt } of groups)
    await sql`update piece set opens_at = ${opensAt}, due_at = ${dueAt}, row_version = row_version + 1
      where enrolment_id = ${enrolmentId} and piece_group = ${code} and (opens_at, due_at) is distinct from (${opensAt}, ${dueAt})`.execute(
      tx,
    );
}

/** Corrections that are open, where the session now lets them go on for longer. */
export async function prolongCorrections(tx: Tx, enrolmentId: string, until: Temporal.Instant): Promise<void> {
  await sql`update piece set correctable_until = ${until}, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and correctable_until < ${until}`.execute(tx);
}

/** Asked again with nothing new in it since the office decided: the decision stands, a refused file doesn't pass for a new one. */
async function wakeDecided(tx: Tx, enrolmentId: string, codes: readonly string[]): Promise<void> {
  await sql`update piece p set status = last.decision, comment = last.comment
    from (select distinct on (r.piece_id) r.piece_id, r.decision, r.comment, r.at from piece_review r
      where r.piece_id in (select id from piece where enrolment_id = ${enrolmentId}) order by r.piece_id, r.at desc) last
    where p.id = last.piece_id and p.status = 'not-applicable' and p.code = any (${codes}::text[])
      and not exists (select from deposit d where d.piece_id = p.id and greatest(d.finished_at, d.ended_at) > last.at)`.execute(
    tx,
  );
}

/** A changed enrolment voids its signed sheet: the piece is asked again, its files stay on record as replaced. */
export async function reopenPiece(tx: Tx, enrolmentId: string, code: string): Promise<void> {
  await sql`update deposit set state = 'replaced', ended_at = business_now()
    where state = 'stored' and piece_id in (select id from piece where enrolment_id = ${enrolmentId} and code = ${code})`.execute(
    tx,
  );
  await sql`update piece set status = 'none', comment = null, received_on = null, reviewed_at = null, handed_over_at = null, correctable_until = null, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and code = ${code}`.execute(tx);
}

export type NewDeposit = Omit<Deposit, 'id' | 'state' | 'finishedAt' | 'pieceId' | 'kept'> & {
  readonly sent: Sent;
  readonly enrolmentVersion: number;
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
  await sql`insert into deposit (id, academy, session, enrolment_id, piece_id, state, name, type, size, sha256, sent_sha256, sent_size, sent_type, file_key, receipt, enrolment_version, begun_at, finished_at)
    values (${id}, ${piece.academy}, ${piece.session}, ${piece.enrolmentId}, ${piece.id}, 'stored', ${deposit.name}, ${deposit.type}, ${deposit.size}, ${deposit.sha256},
      ${deposit.sent.sha256}, ${deposit.sent.size}, ${deposit.sent.type}, ${deposit.fileKey}, ${deposit.receipt}, ${deposit.enrolmentVersion}, ${deposit.begunAt}, business_now())`.execute(
    tx,
  );
  await sql`update piece set status = 'none', comment = null, reviewed_at = null, received_on = null, handed_over_at = null, row_version = row_version + 1 where id = ${piece.id}`.execute(
    tx,
  );
  return id;
}

/** *Reçue* was said of the files: without the last of them it says nothing any more. */
export async function markRemoved(tx: Tx, deposit: Deposit, wasLast: boolean): Promise<void> {
  await sql`update deposit set state = 'removed', ended_at = business_now() where id = ${deposit.id}`.execute(tx);
  await sql`update piece set row_version = row_version + 1 where id = ${deposit.pieceId}`.execute(tx);
  if (wasLast)
    await sql`update piece set status = 'none', received_on = null, reviewed_at = null where id = ${deposit.pieceId} and status = 'received'`.execute(
      tx,
    );
}

/** The piece becomes *dispensé*; what it was is kept beside. */
export async function markExcused(tx: Tx, enrolmentId: string, code: string, waiver: string): Promise<void> {
  await sql`update piece set status_before = coalesce(status_before, status), status = 'exempted', excused_by = ${waiver}, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and code = ${code}`.execute(tx);
}

/** The waiver no longer holds: the piece is again what it was. */
export async function markDueAgain(tx: Tx, enrolmentId: string, code: string): Promise<void> {
  await sql`update piece set status = status_before, status_before = null, excused_by = null, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and code = ${code} and excused_by is not null`.execute(tx);
}

/** What is in is handed over; what a waiver may excuse and hasn't come stays open. */
export async function markHandedOver(tx: Tx, enrolmentId: string, group: string): Promise<readonly string[]> {
  const { rows } = await sql<{
    code: string;
  }>`update piece set handed_over_at = business_now(), row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and piece_group = ${group} and mode = 'online' and handed_over_at is null
      and (status = 'received' or status = 'none' and exists (select from deposit d where d.piece_id = piece.id and d.state = 'stored'))
    returning code`.execute(tx);
  return rows.map((row) => row.code);
}

export type Review = {
  readonly piece: Piece;
  readonly decision: Extract<PieceStatus, 'received' | 'compliant' | 'non-compliant'>;
  readonly comment: string | null;
  readonly receivedOn: Temporal.PlainDate | null;
  readonly correctableUntil: Temporal.Instant | null;
  readonly officerId: string;
  readonly depositIds: readonly string[];
};

/** Writes a decision; the refused piece opens again for its candidate. */
export async function writeReview(tx: Tx, review: Review): Promise<void> {
  const { piece, decision } = review;
  await sql`update piece set status = ${decision}, comment = ${review.comment}, received_on = ${review.receivedOn}::date, reviewed_at = business_now(), correctable_until = ${review.correctableUntil},
      handed_over_at = ${decision === 'non-compliant' ? null : sql`handed_over_at`}, row_version = row_version + 1
    where id = ${piece.id}`.execute(tx);
  await sql`insert into piece_review (id, academy, session, piece_id, decision, comment, officer_id, deposits)
    values (${randomUUID()}, ${piece.academy}, ${piece.session}, ${piece.id}, ${decision}, ${review.comment}, ${review.officerId}, ${JSON.stringify(review.depositIds)}::jsonb)`.execute(
    tx,
  );
}

export type PastReview = {
  readonly decision: string;
  readonly comment: string | null;
  readonly at: Temporal.Instant;
  readonly officerId: string;
};

export async function listReviews(db: Database, pieceId: string): Promise<readonly PastReview[]> {
  const { rows } = await sql<{ decision: string; comment: string | null; at: Temporal.Instant; officer_id: string }>`
    select decision, comment, at, officer_id from piece_review where piece_id = ${pieceId} order by at desc`.execute(
    db,
  );
  return rows.map(({ officer_id, ...row }) => ({ ...row, officerId: officer_id }));
}
