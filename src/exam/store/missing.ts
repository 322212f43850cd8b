import { type RawBuilder, sql } from 'kysely';
import { HELD_BACK } from '../../enrolment/index.ts';
import { columns, day, integer, nullable, present, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { listed } from '../../platform/database/listed.ts';
import type { ExamScope, Place } from '../exam.ts';

/** Running enrolments of a session that somebody may see. */
function running(scope: ExamScope, session: string): RawBuilder<unknown> {
  const { academy, portfolios } = scope;
  return sql`e.academy = ${academy} and e.session = ${session} and e.status in ('registered', 'validated')
    ${portfolios === null ? sql`` : sql`and e.portfolio = any(${portfolios}::text[])`}`;
}

const FILES = columns({ running: integer, reserved: integer, unsigned: integer, undecided: integer });

/** `unsigned` and `undecided`: not validated, without the signature of the last version, or with it. */
export function countFiles(db: Database, scope: ExamScope, { session }: Pick<Place, 'session'>) {
  const open = sql`e.status = 'registered' and coalesce(e.reserve not in ${listed(HELD_BACK)}, true)`;
  return FILES.one(
    db,
    sql`select count(*) as running, count(*) filter (where e.reserve in ${listed(HELD_BACK)}) as reserved,
      count(*) filter (where ${open} and e.signed_version is distinct from e.version) as unsigned,
      count(*) filter (where ${open} and e.signed_version = e.version) as undecided
    from enrolment_file e where ${running(scope, session)}`,
  );
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
  birthName: text,
  usageName: nullable(text),
  firstNames: text,
  birthDate: day,
});
export type NamedCandidate = RowOf<typeof NAMED>;

/** Who they are, by account. */
export async function namesOf(db: Database, accounts: readonly string[]): Promise<ReadonlyMap<string, NamedCandidate>> {
  const rows = await NAMED.all(
    db,
    sql`select i.account_id as "accountId", i.civility, i.birth_name as "birthName", i.usage_name as "usageName",
      i.first_names as "firstNames", i.birth_date as "birthDate"
    from candidate_identity i where i.account_id = any(${accounts}::uuid[])`,
  );
  return new Map(rows.map((one) => [one.accountId, one]));
}
