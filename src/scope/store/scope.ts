import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { Scope } from '../scope.ts';

/** What every query on the office's files `f` carries: academy, sessions, portfolios. A draft is nobody's at the office. */
export function inFiles({ academy, sessions, portfolios }: Scope): RawBuilder<unknown> {
  return sql`f.academy = ${academy} and f.session = any(${sessions}::text[])
    ${portfolios === null ? sql`` : sql`and f.portfolio = any(${portfolios}::text[])`}`;
}

/** The figures of a number are what its index stands on. */
export function bySerial(digits: string): RawBuilder<unknown> {
  return sql`split_part(f.number, '-', 2) = ${digits}`;
}

export function hasNumber(number: string): RawBuilder<unknown> {
  return sql`${bySerial(number.split('-')[1] ?? '')} and f.number = ${number}`;
}

const ID = columns({ id: id<EnrolmentId>() });

/** The id, if this enrolment may be seen; what may not be seen doesn't exist. */
export async function visibleEnrolment(
  db: Database,
  scope: Scope,
  asked: string | undefined,
): Promise<EnrolmentId | null> {
  if (!isUuid(asked)) return null;
  const found = sql`select f.enrolment_id as id from office_file f where f.enrolment_id = ${asked} and ${inFiles(scope)}`;
  return (await ID.first(db, found))?.id ?? null;
}
