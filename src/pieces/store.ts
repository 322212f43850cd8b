import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../enrolment/index.ts';
import {
  columns,
  day,
  flag,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
} from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { DOCUMENT_KINDS } from '../platform/documents/documents.ts';
import type { PageHint } from '../platform/documents/hints.ts';
import { isUuid } from '../platform/uuid.ts';
import {
  DEPOSIT_STATES,
  type Deposit,
  type DepositId,
  type Mode,
  PIECE_STATUSES,
  type Piece,
  type PieceId,
  type PieceWithFiles,
  SCANS,
  SENT_TYPES,
  type Sent,
} from './piece.ts';

const PIECE = columns({
  id: id<PieceId>(),
  academy: text,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  code: text,
  pieceGroup: text,
  mode: oneOf(['online', 'post']),
  reasons: json<readonly string[]>(),
  opensAt: instant,
  dueAt: instant,
  countsForValidation: flag,
  status: oneOf(PIECE_STATUSES),
  comment: nullable(text),
  receivedOn: nullable(day),
  postedOn: nullable(day),
  returnedOn: nullable(day),
  reviewedAt: nullable(instant),
  correctableUntil: nullable(instant),
  handedOverAt: nullable(instant),
  confidential: flag,
  excuses: texts,
  excusedBy: nullable(text),
  rowVersion: integer,
});
function pieceOf({ pieceGroup: group, ...row }: RowOf<typeof PIECE>): Piece {
  return { ...row, group };
}

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

/** What follows `from piece where`. */
async function readPieces(db: Database, which: RawBuilder<unknown>): Promise<readonly Piece[]> {
  return (await PIECE.all(db, sql`select ${PIECE} from piece where ${which}`)).map(pieceOf);
}

/** The files that count, the oldest first. */
async function readFiles(db: Database, which: RawBuilder<unknown>): Promise<readonly Deposit[]> {
  const asked = sql`select ${DEPOSIT} from deposit where ${which} and state = 'stored' order by finished_at, id`;
  return (await DEPOSIT.all(db, asked)).map(depositOf);
}

function withFiles(pieces: readonly Piece[], files: readonly Deposit[]): readonly PieceWithFiles[] {
  const byPiece = Map.groupBy(files, (file) => file.pieceId);
  return pieces.map((piece) => ({ ...piece, files: byPiece.get(piece.id) ?? [] }));
}

async function withItsFiles(db: Database, [piece]: readonly Piece[]): Promise<PieceWithFiles | null> {
  return piece === undefined ? null : { ...piece, files: await readFiles(db, sql`piece_id = ${piece.id}`) };
}

/** The pieces of an enrolment in the catalogue's order, each with the files that count. */
export async function listPieces(db: Database, enrolmentId: string): Promise<readonly PieceWithFiles[]> {
  const pieces = await readPieces(db, sql`enrolment_id = ${enrolmentId} order by rank, code`);
  return withFiles(pieces, await readFiles(db, sql`enrolment_id = ${enrolmentId}`));
}

/** The same of several enrolments, by enrolment. */
export async function listPiecesOf(
  db: Database,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, readonly PieceWithFiles[]>> {
  const pieces = await readPieces(db, sql`enrolment_id = any(${enrolments}::uuid[]) order by rank, code`);
  const files = await readFiles(db, sql`enrolment_id = any(${enrolments}::uuid[])`);
  return Map.groupBy(withFiles(pieces, files), ({ enrolmentId }) => enrolmentId);
}

const CODE = columns({ code: text });

/** Codes of all pieces ever asked: they must stay in the rules. Those of health aren't told: that one was offered to somebody is theirs. */
export async function listAskedCodes(db: Database): Promise<readonly string[]> {
  const asked = await CODE.all(db, sql`select distinct ${CODE} from piece where not confidential order by code`);
  return asked.map(({ code }) => code);
}

/** A piece with its files, locked until the end of the transaction. */
export async function lockPiece(tx: Tx, enrolmentId: string, code: string): Promise<PieceWithFiles | null> {
  return withItsFiles(tx, await readPieces(tx, sql`enrolment_id = ${enrolmentId} and code = ${code} for update`));
}

export async function findPieceById(db: Database, academy: string, id: string): Promise<PieceWithFiles | null> {
  return isUuid(id) ? withItsFiles(db, await readPieces(db, sql`id = ${id} and academy = ${academy}`)) : null;
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

/**
 * The same for a whole session, at once: its groups and, by so long, the corrections that are open, none past the last. Nobody's page
 * is out of date for it: what is decided of a piece stays.
 */
export async function moveSession(
  tx: Tx,
  session: string,
  groups: readonly (Pick<PieceToAsk, 'dueAt'> & { readonly code: string })[],
  corrections: { readonly days: number; readonly hours: number; readonly last: Temporal.Instant } | null,
): Promise<void> {
  for (const { code, dueAt } of groups)
    await sql`update piece set due_at = ${dueAt} where session = ${session} and piece_group = ${code} and due_at < ${dueAt}`.execute(
      tx,
    );
  if (corrections === null) return;
  const { days, hours, last } = corrections;
  const later = sql`(correctable_until at time zone 'Europe/Paris' + make_interval(days => ${days}::int, hours => ${hours}::int)) at time zone 'Europe/Paris'`;
  await sql`update piece set correctable_until = greatest(correctable_until, least(${later}, ${last}::timestamptz))
    where session = ${session} and correctable_until > business_now()`.execute(tx);
}

const OPEN = columns({ open: integer });

/** The pieces of a session whose correction time runs. */
export async function countCorrections(db: Database, session: string): Promise<number> {
  const asked = sql`select count(*) as open from piece where session = ${session} and correctable_until > business_now()`;
  return (await OPEN.one(db, asked)).open;
}

/** Corrections that are open, where the session now lets them go on for longer. */
export async function prolongCorrections(tx: Tx, enrolmentId: string, until: Temporal.Instant): Promise<void> {
  await sql`update piece set correctable_until = ${until}, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and correctable_until < ${until}`.execute(tx);
}

/** Pieces that their candidate is invited to give by a date of their own; none that was told ends earlier. */
export async function reopenUntil(
  tx: Tx,
  enrolmentId: string,
  codes: readonly string[],
  until: Temporal.Instant,
): Promise<void> {
  await sql`update piece set correctable_until = greatest(correctable_until, ${until}::timestamptz), row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and code = any(${codes}::text[])`.execute(tx);
}

/** Asked again with nothing new in it since the office decided: the decision stands, a refused file doesn't pass for a new one. */
async function wakeDecided(tx: Tx, enrolmentId: string, codes: readonly string[]): Promise<void> {
  await sql`update piece p set status = last.decision, comment = last.comment
    from (select distinct on (r.piece_id) r.piece_id, r.decision, r.comment, r.at from piece_review r
      where r.piece_id in (select id from piece where enrolment_id = ${enrolmentId})
        and not exists (select from review_taken_back t where t.review_id = r.id) order by r.piece_id, r.at desc) last
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
  await sql`update piece set status = 'none', comment = null, received_on = null, posted_on = null, returned_on = null, reviewed_at = null, handed_over_at = null, correctable_until = null, row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and code = ${code}`.execute(tx);
}

/** Signed on line: in order by itself, since the candidate's own act and not a decision of the office. */
export async function writeCompliant(tx: Tx, pieceId: PieceId, receivedOn: Temporal.PlainDate): Promise<void> {
  await sql`update piece set status = 'compliant', comment = null, received_on = ${receivedOn}::date, posted_on = null, returned_on = null,
      reviewed_at = business_now(), correctable_until = null, row_version = row_version + 1
    where id = ${pieceId}`.execute(tx);
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
  await sql`update piece set status = 'none', comment = null, reviewed_at = null, received_on = null, posted_on = null, returned_on = null, handed_over_at = null, row_version = row_version + 1 where id = ${piece.id}`.execute(
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
  const handedOver = await CODE.all(
    tx,
    sql`update piece set handed_over_at = business_now(), row_version = row_version + 1
    where enrolment_id = ${enrolmentId} and piece_group = ${group} and mode = 'online' and handed_over_at is null
      and (status = 'received' or status = 'none' and exists (select from deposit d where d.piece_id = piece.id and d.state = 'stored'))
    returning ${CODE}`,
  );
  return handedOver.map(({ code }) => code);
}
