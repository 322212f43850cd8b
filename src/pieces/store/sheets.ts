import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  FILE_REFUSALS,
  type FileRefusal,
  forgetUnread,
  keepOriginal,
  letWait,
  type ReceivedFile,
  type RenderedFile,
  SENT_TYPES,
  type Unreadable,
  type UnreadPart,
  unreadParts,
  writeRead,
} from '../../keptFiles/index.ts';
import type { Moment } from '../../platform/clock.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { DOCUMENT_KINDS } from '../../platform/documents/documents.ts';
import type { DepositId, Original, Piece, PieceId, PieceSheet, SheetId } from '../piece.ts';
import type { PreparedPages } from '../rules/sheets.ts';

/** Their room in the queue of what is read. */
export const SHEETS = 'sheet';

const SHEET = columns({
  id: id<SheetId>(),
  pieceId: id<PieceId>(),
  rank: integer,
  turns: integer,
  name: text,
  type: oneOf(DOCUMENT_KINDS),
  size: integer,
  sha256: text,
  pages: nullable(integer),
  sentSha256: text,
  sentSize: integer,
  sentType: oneOf(SENT_TYPES),
  fileKey: text,
  begunAt: instant,
  finishedAt: instant,
  unread: flag,
  refusal: nullable(oneOf(FILE_REFUSALS)),
});

function sheetOf({ sentSha256: sha256, sentSize: size, sentType: type, ...sheet }: RowOf<typeof SHEET>): PieceSheet {
  return { ...sheet, sent: { sha256, size, type } };
}

/** The files prepared for a piece, in their order. */
export async function listSheets(db: Database, pieceId: string): Promise<readonly PieceSheet[]> {
  const rows = await SHEET.all(
    db,
    sql`select ${SHEET} from deposit_sheet where piece_id = ${pieceId} order by rank, id`,
  );
  return rows.map(sheetOf);
}

const WAITING = columns({ pieceId: id<PieceId>(), pages: integer, refused: integer });

/** Of an enrolment: what is prepared for each piece that has some. */
export async function countSheets(db: Database, enrolmentId: string): Promise<ReadonlyMap<PieceId, PreparedPages>> {
  const rows = await WAITING.all(
    db,
    sql`select piece_id as "pieceId", coalesce(sum(coalesce(pages, 1)) filter (where refusal is null), 0)::integer as pages,
      count(refusal)::integer as refused from deposit_sheet
      where enrolment_id = ${enrolmentId} group by piece_id`,
  );
  return new Map(rows.map(({ pieceId, ...prepared }) => [pieceId, prepared]));
}

export async function writeSheet(
  tx: Tx,
  piece: Piece,
  file: ReceivedFile,
  begun: Moment,
  rank: number,
  turns = 0,
): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('deposit_sheet')
    .values({
      id,
      academy: piece.academy,
      session: piece.session,
      enrolment_id: piece.enrolmentId,
      piece_id: piece.id,
      rank,
      turns,
      name: file.name,
      type: file.type,
      size: file.size,
      sha256: file.sha256,
      pages: file.pages,
      sent_sha256: file.sent.sha256,
      sent_size: file.sent.size,
      sent_type: file.sent.type,
      file_key: file.fileKey,
      unread: file.unread !== null,
      begun_at: begun.begunAt,
      finished_at: sql`business_now()`,
    })
    .execute();
  if (file.unread !== null) await letWait(tx, { room: SHEETS, id }, file.unread, begun.now);
  return id;
}

/** Of several that were to become one document, one can't be read: all are prepared again, behind what is, and that one says why. */
export async function putSheetsBack(
  tx: Tx,
  piece: Piece,
  { folder, owner, parts, at }: Unreadable,
  {
    code,
    now,
    until,
  }: { readonly code: FileRefusal['code']; readonly now: Temporal.Instant; readonly until: Temporal.Instant },
): Promise<void> {
  const first = ((await listSheets(tx, piece.id)).at(-1)?.rank ?? 0) + 1;
  for (const [index, part] of parts.entries()) {
    const { key: fileKey, secret, turns, name, again } = part;
    if (again === undefined) continue;
    const { begunAt, ...received } = again;
    const unread = secret === null ? null : { folder, owner, parts: [{ key: fileKey, secret, turns: 0, name }] };
    const begun = { begunAt: Temporal.Instant.from(begunAt), now };
    const id = await writeSheet(
      tx,
      piece,
      { ...received, fileKey, name, hints: null, unread },
      begun,
      first + index,
      turns,
    );
    if (index === at && (await writeRefusedSheet(tx, id, code))) await keepOriginal(tx, id, until);
  }
}

/** What there is to read of prepared files that become one document, some of them unread. */
export async function partsOf(tx: Tx, sheets: readonly PieceSheet[]): Promise<readonly UnreadPart[]> {
  const waiting = await unreadParts(
    tx,
    sheets.filter(({ unread }) => unread).map(({ id }) => id),
  );
  return sheets.map(({ id, fileKey: key, name, turns, ...sheet }) => {
    const [part = { key, secret: null, name }] = waiting.get(id) ?? [];
    const { type, size, sha256, pages, sent, begunAt } = sheet;
    const again = { type, size, sha256, pages, sent, begunAt: begunAt.toString() };
    return sheets.length === 1 ? { ...part, turns } : { ...part, turns, again };
  });
}

export function writeReadSheet(tx: Tx, sheetId: string, file: RenderedFile): Promise<void> {
  return writeRead({ table: sql`deposit_sheet` }, tx, sheetId, file, sql`, pages = ${file.pages}`);
}

const OWNER = columns({ enrolmentId: id<EnrolmentId>() });

export async function findSheetOwner(tx: Tx, sheetId: string): Promise<EnrolmentId | null> {
  return (await OWNER.first(tx, sql`select ${OWNER} from deposit_sheet where id = ${sheetId}`))?.enrolmentId ?? null;
}

/** It can't be read: it says so until it is taken away. False: it has gone. */
export async function writeRefusedSheet(tx: Tx, sheetId: string, code: FileRefusal['code']): Promise<boolean> {
  const { numAffectedRows } = await sql`update deposit_sheet set refusal = ${code} where id = ${sheetId}`.execute(tx);
  return numAffectedRows === 1n;
}

export async function orderSheets(tx: Tx, sheets: readonly Pick<PieceSheet, 'id'>[]): Promise<void> {
  await sql`update deposit_sheet s set rank = o.rank from unnest(${sheets.map(({ id }) => id)}::uuid[]) with ordinality o (id, rank)
    where s.id = o.id`.execute(tx);
}

export async function turnSheet(tx: Tx, sheetId: SheetId): Promise<void> {
  await sql`update deposit_sheet set turns = (turns + 1) % 4 where id = ${sheetId}`.execute(tx);
}

/** Their bytes are the caller's to remove, once this is done for good. */
export async function forgetSheets(tx: Tx, sheets: readonly Pick<PieceSheet, 'id'>[]): Promise<void> {
  const ids = sheets.map(({ id }) => id);
  await sql`delete from deposit_sheet where id = any (${ids}::uuid[])`.execute(tx);
  await forgetUnread(tx, ids);
}

/** Files whose piece has got no other one since. */
export async function listStaleSheets(
  db: Database,
  before: Temporal.Instant,
  limit: number,
): Promise<readonly PieceSheet[]> {
  const rows = await SHEET.all(
    db,
    sql`select ${SHEET.of('s')} from deposit_sheet s
      where not exists (select from deposit_sheet o where o.piece_id = s.piece_id and o.finished_at >= ${before})
      order by s.id limit ${limit}`,
  );
  return rows.map(sheetOf);
}

export async function writeOriginals(
  tx: Tx,
  { academy, session }: Pick<Piece, 'academy' | 'session'>,
  depositId: DepositId,
  sheets: readonly PieceSheet[],
): Promise<void> {
  const rows = sheets.map(({ sent, begunAt }, index) => ({
    deposit_id: depositId,
    rank: index + 1,
    academy,
    session,
    sha256: sent.sha256,
    size: sent.size,
    type: sent.type,
    begun_at: begunAt,
  }));
  await tx.insertInto('deposit_original').values(rows).execute();
}

const ORIGINAL = columns({
  depositId: id<DepositId>(),
  sha256: text,
  size: integer,
  type: oneOf(SENT_TYPES),
  begunAt: instant,
});

/** Of the documents of a piece that were made of several files, those files. */
export async function listOriginals(
  db: Database,
  pieceId: string,
): Promise<ReadonlyMap<DepositId, readonly Original[]>> {
  const rows = await ORIGINAL.all(
    db,
    sql`select ${ORIGINAL.of('o')} from deposit d join deposit_original o on o.deposit_id = d.id
      where d.piece_id = ${pieceId} order by o.deposit_id, o.rank`,
  );
  return Map.groupBy(rows, ({ depositId }) => depositId);
}
