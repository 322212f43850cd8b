import { type RawBuilder, sql } from 'kysely';
import { IDENTITY } from '../../accounts/index.ts';
import type { ExamScope } from '../../exam/index.ts';
import { columns, integer, present, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

/** Running enrolments of a session that somebody may see. */
export function running(scope: ExamScope, session: string): RawBuilder<unknown> {
  const { academy, portfolios } = scope;
  return sql`e.academy = ${academy} and e.session = ${session} and e.status in ('registered', 'validated')
    ${portfolios === null ? sql`` : sql`and e.portfolio = any(${portfolios}::text[])`}`;
}

const BY_SPECIALITY = columns({ speciality: present(text), candidates: integer });

export async function countBySpeciality(
  db: Database,
  scope: ExamScope,
  session: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await BY_SPECIALITY.all(
    db,
    sql`select e.speciality, count(*) as candidates from enrolment_file e
    where ${running(scope, session)} and e.speciality is not null group by e.speciality`,
  );
  return new Map(rows.map(({ speciality, candidates }) => [speciality, candidates]));
}

const NAMED = columns({
  accountId: uuid,
  civility: text,
  ...IDENTITY.shape,
});
export type NamedCandidate = RowOf<typeof NAMED>;

/** Who they are, by account. */
export async function namesOf(db: Database, accounts: readonly string[]): Promise<ReadonlyMap<string, NamedCandidate>> {
  const rows = await NAMED.all(
    db,
    sql`select i.account_id as "accountId", i.civility, ${IDENTITY.of('i')}
    from candidate_identity i where i.account_id = any(${accounts}::uuid[])`,
  );
  return new Map(rows.map((one) => [one.accountId, one]));
}
