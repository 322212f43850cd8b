import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
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
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type Deposit, PIECE_LIFE, type Piece, type PieceId, type PieceWithFiles, type RefusedFile } from '../piece.ts';
import { readFiles } from './deposits.ts';

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
  status: oneOf(PIECE_LIFE.states),
  comment: nullable(text),
  receivedOn: nullable(day),
  postedOn: nullable(day),
  returnedOn: nullable(day),
  reviewedAt: nullable(instant),
  correctableUntil: nullable(instant),
  typedLate: flag,
  daysRunFrom: nullable(day),
  awaitsNotice: flag,
  givenAgainAt: nullable(instant),
  handedOverAt: nullable(instant),
  confidential: flag,
  excuses: texts,
  excusedBy: nullable(text),
  rowVersion: integer,
});

const READ = columns({ ...PIECE.shape, foundWanting: nullable(json<readonly string[]>()) });
type ReadPiece = Piece & Pick<PieceWithFiles, 'foundWanting'>;

function pieceOf({ pieceGroup: group, foundWanting, ...row }: RowOf<typeof READ>): ReadPiece {
  return { ...row, group, foundWanting: foundWanting ?? [] };
}

/** Of a piece that was never refused, or is compliant, nobody asks. */
const LAST_REFUSED = sql`select r.deposits from piece_review r where r.piece_id = piece.id and r.decision = 'non-compliant'
  and not exists (select from review_taken_back t where t.review_id = r.id) order by r.at desc limit 1`;

/** What follows `from piece where`. */
async function readPieces(db: Database, which: RawBuilder<unknown>): Promise<readonly ReadPiece[]> {
  const asked = sql`select ${PIECE}, case when correctable_until is not null then (${LAST_REFUSED}) end as "foundWanting" from piece where ${which}`;
  return (await READ.all(db, asked)).map(pieceOf);
}

function withFiles(pieces: readonly ReadPiece[], files: readonly Deposit[]): readonly PieceWithFiles[] {
  const byPiece = Map.groupBy(files, (file) => file.pieceId);
  return pieces.map((piece) => withOwnFiles(piece, byPiece.get(piece.id) ?? []));
}

function withOwnFiles(piece: ReadPiece, files: readonly Deposit[]): PieceWithFiles {
  const refused = files
    .filter(isRefused)
    .filter((file) => !files.some((other) => other.id !== file.id && answers(other, file)));
  return { ...piece, files: files.filter(({ state }) => state === 'stored'), refused };
}

function isRefused(file: Deposit): file is RefusedFile {
  return file.refusal !== null;
}

/** Given once the other was known to be unreadable: what waited with it, where a piece has several, stands beside it. */
function answers({ finishedAt }: Deposit, { endedAt }: Deposit): boolean {
  return endedAt !== null && Temporal.Instant.compare(finishedAt, endedAt) > 0;
}

async function withItsFiles(db: Database, [piece]: readonly ReadPiece[]): Promise<PieceWithFiles | null> {
  return piece === undefined ? null : withOwnFiles(piece, await readFiles(db, sql`piece_id = ${piece.id}`));
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
