import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, id, instant, integer, nullable, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { OpenUpload, Piece, PieceId, UploadId } from '../piece.ts';

const UPLOAD = columns({
  id: id<UploadId>(),
  pieceId: id<PieceId>(),
  name: text,
  size: integer,
  sha256: nullable(text),
  received: integer,
  begunAt: instant,
  endedAt: nullable(instant),
  receipt: nullable(text),
  alsoReceipt: nullable(text),
});
const COUNT = columns({ open: integer });
const PART = columns({ start: integer, size: integer, fileKey: text });
export type Part = RowOf<typeof PART>;
const KEY = columns({ fileKey: text });
const STALE = columns({ id: id<UploadId>() });

/** What a browser announces before the first byte. */
export type AnnouncedUpload = Pick<OpenUpload, 'name' | 'size' | 'sha256'>;

export async function countUploads(tx: Tx, candidateId: string): Promise<number> {
  const asked = sql`select count(*) as open from deposit_upload u join enrolment_file e on e.id = u.enrolment_id
    where e.candidate_id = ${candidateId} and u.ended_at is null`;
  return (await COUNT.one(tx, asked)).open;
}

export async function writeUpload(
  tx: Tx,
  piece: Piece,
  { name, size, sha256 }: AnnouncedUpload,
  begunAt: Temporal.Instant,
): Promise<OpenUpload> {
  return UPLOAD.one(
    tx,
    sql`insert into deposit_upload (id, academy, session, enrolment_id, piece_id, name, size, sha256, begun_at)
      values (${randomUUID()}, ${piece.academy}, ${piece.session}, ${piece.enrolmentId}, ${piece.id}, ${name}, ${size}, ${sha256}, ${begunAt})
      returning ${UPLOAD}`,
  );
}

/** One of the same content that isn't finished: it is continued. */
export function findTwin(tx: Tx, pieceId: string, { size, sha256 }: AnnouncedUpload): Promise<OpenUpload | null> {
  return UPLOAD.first(
    tx,
    sql`select ${UPLOAD} from deposit_upload
      where piece_id = ${pieceId} and ended_at is null and sha256 = ${sha256} and size = ${size} order by begun_at, id limit 1`,
  );
}

export async function findUpload(
  db: Database,
  enrolmentId: string,
  code: string,
  uploadId: string,
): Promise<OpenUpload | null> {
  if (!isUuid(uploadId)) return null;
  return UPLOAD.first(
    db,
    sql`select ${UPLOAD.of('u')} from deposit_upload u join piece p on p.id = u.piece_id
      where u.id = ${uploadId} and u.enrolment_id = ${enrolmentId} and p.code = ${code}`,
  );
}

/** Locked until the end of the transaction: of two tabs that continue it, one waits for the other. */
export function lockUpload(tx: Tx, uploadId: UploadId): Promise<OpenUpload | null> {
  return UPLOAD.first(tx, sql`select ${UPLOAD} from deposit_upload where id = ${uploadId} for update`);
}

/** Those of an enrolment that aren't finished, the oldest first. */
export function listUploads(db: Database, enrolmentId: string): Promise<readonly OpenUpload[]> {
  return UPLOAD.all(
    db,
    sql`select ${UPLOAD} from deposit_upload where enrolment_id = ${enrolmentId} and ended_at is null order by begun_at, id`,
  );
}

export function listParts(db: Database, uploadId: UploadId): Promise<readonly Part[]> {
  return PART.all(db, sql`select ${PART} from deposit_upload_part where upload_id = ${uploadId} order by start`);
}

export async function writePart(tx: Tx, uploadId: UploadId, { start, size, fileKey }: Part): Promise<void> {
  await tx.insertInto('deposit_upload_part').values({ upload_id: uploadId, start, size, file_key: fileKey }).execute();
  await sql`update deposit_upload set received = received + ${size}, touched_at = business_now() where id = ${uploadId}`.execute(
    tx,
  );
}

/** It became a deposit (`receipt`) or a prepared file. False: it is gone, or ended already. Its bytes are the caller's to remove. */
export async function endUpload(tx: Tx, uploadId: UploadId, receipt: string | null): Promise<boolean> {
  const { numAffectedRows } = await sql`update deposit_upload set ended_at = business_now(), receipt = ${receipt}
    where id = ${uploadId} and ended_at is null`.execute(tx);
  await sql`delete from deposit_upload_part where upload_id = ${uploadId}`.execute(tx);
  return numAffectedRows === 1n;
}

/** What its end says of the other piece that it was given for, whenever it is asked again. */
export async function writeAlsoReceipt(tx: Tx, uploadId: UploadId, receipt: string): Promise<void> {
  await sql`update deposit_upload set also_receipt = ${receipt} where id = ${uploadId}`.execute(tx);
}

/** Forgets it and gives the keys of its parts, which are the caller's to remove once this is done for good. */
export async function forgetUpload(tx: Tx, uploadId: UploadId): Promise<readonly string[]> {
  const parts = await KEY.all(tx, sql`delete from deposit_upload_part where upload_id = ${uploadId} returning ${KEY}`);
  await tx.deleteFrom('deposit_upload').where('id', '=', uploadId).execute();
  return parts.map(({ fileKey }) => fileKey);
}

/** Those that nothing was added to since. */
export async function listStaleUploads(
  db: Database,
  before: Temporal.Instant,
  limit: number,
): Promise<readonly UploadId[]> {
  const asked = sql`select ${STALE} from deposit_upload where coalesce(ended_at, touched_at) < ${before} order by id limit ${limit}`;
  return (await STALE.all(db, asked)).map((stale) => stale.id);
}
