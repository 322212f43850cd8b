import { sql } from 'kysely';
import {
  columns,
  day,
  flag,
  id,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { type AccountId, CIVILITIES, displayName, ROLES, type Session } from '../account.ts';
import { CIVIL_STATUS } from './candidates.ts';

const IDLE_HOURS = { candidate: 2, staff: 1 } as const;

const HOLDER = columns({
  sessionId: uuid,
  accountId: id<AccountId>(),
  address: text,
  /** Last seen more than a minute ago. */
  stale: flag,
  secondFactor: flag,
  civility: nullable(oneOf(CIVILITIES)),
  birthName: nullable(text),
  usageName: nullable(text),
  firstNames: nullable(text),
  birthDate: nullable(day),
  birthCountry: nullable(text),
  rowVersion: nullable(integer),
  staffName: nullable(text),
  academy: nullable(text),
  role: nullable(oneOf(ROLES)),
  portfolios: nullable(texts),
});
type Holder = RowOf<typeof HOLDER>;

/**
 * Who holds this token, in one prepared statement: every page of a signed-in person begins with it. Real time, never the
 * exam's clock. Ended, idle, never activated or closed accounts hold nothing.
 */
export async function readSession(
  db: Database,
  token: string,
): Promise<{ readonly session: Session; readonly stale: boolean; readonly secondFactor: boolean } | null> {
  const holder = await HOLDER.first(
    db,
    sql`select s.id as "sessionId", u.id as "accountId", u.email as address, s.updated_at < now() - interval '1 minute' as stale,
      exists (select from second_factor f where f.account_id = t.account_id) as "secondFactor",
      ${CIVIL_STATUS.of('c')}, c.row_version as "rowVersion",
      t.name as "staffName", t.academy, t.role,
      case when t.account_id is not null then
        array(select p.portfolio from staff_portfolio p where p.account_id = t.account_id and p.academy = t.academy order by p.portfolio)
      end as portfolios
    from auth_session s
      join auth_user u on u.id = s.user_id
      left join candidate c on c.account_id = u.id
      left join staff t on t.account_id = u.id
    where s.token = ${token} and s.expires_at > now() and u.email_verified and t.disabled_at is null
      and s.updated_at > now() - make_interval(hours => case when t.account_id is null then ${IDLE_HOURS.candidate}::int else ${IDLE_HOURS.staff}::int end)`,
  );
  const session = holder === null ? null : sessionOf(holder);
  if (holder === null || session === null) return null;
  const { stale, secondFactor } = holder;
  return { session, stale, secondFactor };
}

function sessionOf(holder: Holder): Session | null {
  const { accountId, sessionId, address, academy, role } = holder;
  const common = { accountId, sessionId, address };
  if (academy !== null && role !== null) {
    const portfolios = holder.portfolios ?? [];
    return { ...common, kind: 'staff', displayName: holder.staffName ?? '', academy, role, portfolios };
  }
  const { civility, birthName, usageName, firstNames, birthDate, birthCountry, rowVersion } = holder;
  if (
    civility === null ||
    birthName === null ||
    firstNames === null ||
    birthDate === null ||
    birthCountry === null ||
    rowVersion === null
  )
    return null;
  const status = { civility, birthName, usageName, firstNames, birthDate, birthCountry };
  const candidate = { ...status, accountId, address, activated: true, rowVersion };
  return { ...common, kind: 'candidate', displayName: displayName(status), candidate };
}

/** Seen now. At most once a minute, also when a page asks for ten things at once. */
export async function touchSession(db: Database, sessionId: string): Promise<void> {
  await sql`update auth_session set updated_at = now() where id = ${sessionId} and updated_at < now() - interval '1 minute'`.execute(
    db,
  );
}

export async function endSession(db: Database, token: string): Promise<void> {
  await db.deleteFrom('auth_session').where('token', '=', token).execute();
}

export async function endSessionsOf(db: Database, id: AccountId): Promise<void> {
  await db.deleteFrom('auth_session').where('user_id', '=', id).execute();
}

export async function endOtherSessions(db: Database, id: AccountId, kept: string): Promise<void> {
  await db.deleteFrom('auth_session').where('user_id', '=', id).where('id', '!=', kept).execute();
}
