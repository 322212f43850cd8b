import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  FILE_REFUSALS,
  type RenderedFile,
  SCANS,
  SENT_TYPES,
  type SentFile,
  toWait,
  type Unread,
  writeRead,
} from '../../keptFiles/index.ts';
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
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { DOCUMENT_KINDS } from '../../platform/documents/documents.ts';
import type { PageHint } from '../../platform/documents/hints.ts';
import { isUuid, newId } from '../../platform/uuid.ts';
import { DEPOSIT_LIFE, type Deposit, type DepositId, GIVEN_BY, type PieceId, type PieceWithFiles } from '../piece.ts';
import { DEPOSITS } from './ledger.ts';

/** Their room in the queue of what is read. */
export const DEPOSITS_ROOM = 'deposit';

const TYPE = oneOf(DOCUMENT_KINDS);

const DEPOSIT = columns({
  id: id<DepositId>(),
  pieceId: id<PieceId>(),
  state: oneOf(DEPOSIT_LIFE.states),
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
  endedAt: nullable(instant),
  scan: nullable(oneOf(SCANS)),
  finding: nullable(text),
  erasedAt: nullable(instant),
  unread: flag,
  refusal: nullable(oneOf(FILE_REFUSALS)),
  givenBy: nullable(oneOf(GIVEN_BY)),
  givenOn: nullable(day),
  officerId: nullable(uuid),
});

function depositOf(row: RowOf<typeof DEPOSIT>): Deposit {
  const { sentSha256: sha256, sentSize: size, sentType: type, unread, scan, finding, erasedAt, ...rest } = row;
  const { givenBy: by, givenOn: on, officerId, ...deposit } = rest;
  const sent = sha256 === null || size === null || type === null ? null : { sha256, size, type };
  const given = by === null || on === null || officerId === null ? null : { by, on, officerId };
  return { ...deposit, sent, given, kept: { unread, scan, finding, erasedAt } };
}

/** The files that count, and those that could not be read, the oldest first. */
export async function readFiles(db: Database, which: RawBuilder<unknown>): Promise<readonly Deposit[]> {
  const asked = sql`select ${DEPOSIT} from deposit where ${which} and state in ('stored', 'refused') order by finished_at, id`;
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

/** The files of a piece, the oldest first. What the candidate took back before handing over is nobody's business, nor what was never read. */
export async function listFiles(db: Database, academy: string, pieceId: string): Promise<readonly ShownFile[]> {
  const rows = await SHOWN.all(
    db,
    sql`select ${SHOWN} from deposit
      where piece_id = ${pieceId} and academy = ${academy} and (state = 'stored' or state = 'replaced' and coalesce(erased_at <> ended_at, true)) order by finished_at, id`,
  );
  return rows.flatMap(({ enrolmentVersion, hints, ...row }) => {
    const { state, ...deposit } = depositOf(row);
    return state === 'removed' || state === 'refused'
      ? []
      : [{ ...deposit, state, enrolmentVersion, hints: hints ?? [] }];
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

export type NewDeposit = Omit<Deposit, 'id' | 'state' | 'finishedAt' | 'endedAt' | 'pieceId' | 'kept' | 'refusal'> & {
  readonly unread: Unread | null;
  readonly sent: SentFile;
  readonly enrolmentVersion: number;
  readonly hints: readonly PageHint[] | null;
};

/** Files the deposit, and clears what the office said of the former file. `replaced`: whose place it takes (`replacedBy`). `until`: when its piece ends. */
export async function writeDeposit(
  tx: Tx,
  piece: PieceWithFiles,
  deposit: NewDeposit,
  { replaced: others, until }: { readonly replaced: readonly Deposit[]; readonly until: Temporal.Instant },
): Promise<DepositId> {
  const id = newId<DepositId>();
  const { unread, sent, given } = deposit;
  const replaced = others.map((one) => one.id);
  if (replaced.length > 0)
    await sql`update deposit set state = 'replaced', ended_at = business_now() where id = any (${replaced}::uuid[])`.execute(
      tx,
    );
  const hints = deposit.hints === null ? null : JSON.stringify(deposit.hints);
  const waits = unread === null ? null : toWait({ room: DEPOSITS_ROOM, id }, unread, until);
  // One statement: what it costs is how often the database is asked. Beside a sheet that is with the office, that one isn't given back by it.
  await sql`with ${waits === null ? sql`` : sql`waiting as (${waits}),`} filed as (insert into deposit (id, academy, session, enrolment_id, piece_id,
      state, name, type, size, sha256, pages, sent_sha256, sent_size, sent_type, file_key, hints, receipt, unread, enrolment_version,
      given_by, given_on, officer_id, begun_at, finished_at)
    values (${id}, ${piece.academy}, ${piece.session}, ${piece.enrolmentId}, ${piece.id}, 'stored', ${deposit.name}, ${deposit.type}, ${deposit.size},
      ${deposit.sha256}, ${deposit.pages}, ${sent.sha256}, ${sent.size}, ${sent.type}, ${deposit.fileKey}, ${hints}::jsonb, ${deposit.receipt},
      ${unread !== null}, ${deposit.enrolmentVersion}, ${given?.by ?? null}, ${given?.on.toString() ?? null}::date, ${given?.officerId ?? null}::uuid,
      ${deposit.begunAt}, business_now()))
    update piece set status = 'none', comment = null, reviewed_at = null, received_on = null, posted_on = null, returned_on = null,
      handed_over_at = case when status = 'none' then handed_over_at end, row_version = row_version + 1 where id = ${piece.id}`.execute(
    tx,
  );
  return id;
}

/** *Reçue* was said of the files: without the last of them it says nothing any more. */
export async function markRemoved(tx: Tx, deposit: Deposit, wasLast: boolean): Promise<void> {
  if (deposit.kept.unread === true) await writeUnneeded(tx, deposit.id, 'removed');
  else await sql`update deposit set state = 'removed', ended_at = business_now() where id = ${deposit.id}`.execute(tx);
  await sql`update piece set row_version = row_version + 1 where id = ${deposit.pieceId}`.execute(tx);
  if (wasLast)
    await sql`update piece set status = 'none', received_on = null, posted_on = null, returned_on = null, reviewed_at = null where id = ${deposit.pieceId} and status = 'received'`.execute(
      tx,
    );
  await refuseAgain(tx, deposit.pieceId);
}

const UNREAD = columns({ enrolmentId: id<EnrolmentId>(), code: text });

/** Whose a deposit is, and for which piece; null: there is none. */
export function findOwner(tx: Tx, depositId: string): Promise<RowOf<typeof UNREAD> | null> {
  return UNREAD.first(
    tx,
    sql`select d.enrolment_id as "enrolmentId", p.code from deposit d join piece p on p.id = d.piece_id where d.id = ${depositId}`,
  );
}

/** What its pages look like is kept beside. */
export async function writeReadDeposit(tx: Tx, depositId: string, file: RenderedFile): Promise<void> {
  const hints = file.hints === null ? null : JSON.stringify(file.hints);
  await writeRead(DEPOSITS, tx, depositId, file, sql`, pages = ${file.pages}, hints = ${hints}::jsonb`);
}

/** Those that it takes the place of, where a piece has one file alone. */
export async function replaceEarlier(tx: Tx, { id: depositId, pieceId, finishedAt }: Deposit): Promise<void> {
  await sql`update deposit set state = 'replaced', ended_at = business_now()
    where piece_id = ${pieceId} and state = 'stored' and id <> ${depositId} and finished_at <= ${finishedAt}`.execute(
    tx,
  );
}

/** It could not be read, and nobody has to know: it was taken back, or another has taken its place. */
export async function writeUnneeded(tx: Tx, depositId: string, state: 'removed' | 'replaced'): Promise<void> {
  await sql`update deposit set state = ${state}, unread = false, ended_at = business_now(), erased_at = business_now()
    where id = ${depositId}`.execute(tx);
}

/** `name`: of the one file that can't be read. */
export async function writeUnreadable(tx: Tx, { id: depositId, pieceId, name }: Deposit, why: string): Promise<void> {
  await sql`update deposit set state = 'refused', unread = false, name = ${name}, ended_at = business_now(), refusal = ${why}, erased_at = business_now()
    where id = ${depositId}`.execute(tx);
  await sql`update piece p set row_version = row_version + 1 where id = ${pieceId}`.execute(tx);
  await refuseAgain(tx, pieceId);
}

/**
 * Once what was given since a refusal is gone (it couldn't be read, is infected, or was taken back), the piece is what the office refused: it is refused
 * again, in the same words, and isn't handed over.
 */
export async function refuseAgain(tx: Tx, pieceId: PieceId): Promise<void> {
  await sql`update piece p set status = 'non-compliant', comment = r.comment, reviewed_at = r.at, handed_over_at = null
    from (select r.piece_id, r.comment, r.at, r.decision, r.deposits from piece_review r
      where r.piece_id = ${pieceId} and not exists (select from review_taken_back t where t.review_id = r.id)
      order by r.at desc limit 1) r
    where p.id = r.piece_id and p.status = 'none' and r.decision = 'non-compliant'
      and not exists (select from deposit d where d.piece_id = p.id and d.state = 'stored' and d.scan is distinct from 'infected' and not jsonb_exists(r.deposits, d.id::text))`.execute(
    tx,
  );
}

const ID = columns({ id: uuid });

/** Of an enrolment: the files that wait to be read. */
export async function listUnread(db: Database, enrolmentId: string): Promise<readonly string[]> {
  const rows = await ID.all(
    db,
    sql`select ${ID} from deposit where enrolment_id = ${enrolmentId} and unread and state = 'stored'`,
  );
  return rows.map((row) => row.id);
}
