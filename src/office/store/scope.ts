import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { Scope } from '../office.ts';

/** What every query on enrolments `e` carries: academy, sessions, portfolios. A draft is nobody's at the office. */
export function inScope(scope: Scope): RawBuilder<boolean> {
  return sql<boolean>`e.academy = ${scope.academy} and e.session = any(${scope.sessions}::text[]) and e.number is not null
    and (${scope.portfolios}::text[] is null or e.portfolio = any(${scope.portfolios}::text[]))`;
}

/** What every query on pieces `p` carries besides. */
export function inSight({ pieces }: Pick<Scope, 'pieces'>): RawBuilder<boolean> {
  return pieces === 'confidential' ? sql<boolean>`p.confidential` : sql<boolean>`not p.confidential`;
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
  }>`select e.id from enrolment e where e.id = ${id} and ${inScope(scope)}`.execute(db);
  return rows[0]?.id ?? null;
}

/** The enrolment of a piece, if it may be seen. */
export async function enrolmentOfPiece(
  db: Database,
  scope: Scope,
  pieceId: string | undefined,
): Promise<EnrolmentId | null> {
  if (!isUuid(pieceId)) return null;
  const { rows } = await sql<{ id: EnrolmentId }>`
    select e.id from piece p join enrolment e on e.id = p.enrolment_id
    where p.id = ${pieceId} and p.academy = ${scope.academy} and ${inScope(scope)} and ${inSight(scope)}`.execute(db);
  return rows[0]?.id ?? null;
}
