import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { findPieceById, type PieceWithFiles } from '../../pieces/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { Scope } from '../office.ts';

/** What every query on enrolments `e` carries: academy, sessions, portfolios. A draft is nobody's at the office. */
export function inScope(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`e.academy = ${scope.academy} and e.session = any(${scope.sessions}::text[]) and e.number is not null
    and (${scope.portfolios}::text[] is null or e.portfolio = any(${scope.portfolios}::text[]))`;
}

/** The same of the office's files `f`. */
export function inFiles({ academy, sessions, portfolios }: Scope): RawBuilder<boolean> {
  return sql<boolean>`f.academy = ${academy} and f.session = any(${sessions}::text[])
    ${portfolios === null ? sql`` : sql`and f.portfolio = any(${portfolios}::text[])`}`;
}

/** The figures of a number are what its index stands on. */
export function bySerial(digits: string): RawBuilder<boolean> {
  return sql<boolean>`split_part(f.number, '-', 2) = ${digits}`;
}

export function hasNumber(number: string): RawBuilder<boolean> {
  return sql<boolean>`${bySerial(number.split('-')[1] ?? '')} and f.number = ${number}`;
}

/** The id, if this enrolment may be seen; what may not be seen doesn't exist. */
export async function visibleEnrolment(
  db: Database,
  scope: Scope,
  id: string | undefined,
): Promise<EnrolmentId | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<{
    id: EnrolmentId;
  }>`select f.enrolment_id as id from office_file f where f.enrolment_id = ${id} and ${inFiles(scope)}`.execute(db);
  return rows[0]?.id ?? null;
}

/** The piece, if it is of those that may be seen, in an enrolment that may. */
export async function visiblePiece(db: Database, scope: Scope, id: string | undefined): Promise<PieceWithFiles | null> {
  const piece = await findPieceById(db, scope.academy, id ?? '');
  if (piece === null || piece.confidential !== (scope.pieces === 'confidential')) return null;
  return (await visibleEnrolment(db, scope, piece.enrolmentId)) === null ? null : piece;
}
