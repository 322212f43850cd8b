import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { type AccountId, accountId, displayName, type Role, type Session } from '../account.ts';
import { civilStatusOf } from './candidates.ts';
import type { CivilStatusColumns } from './tables.ts';

const IDLE_HOURS = { candidate: 2, staff: 1 } as const;

type CandidatePart = CivilStatusColumns & { row_version: number };
type Row = { [Column in keyof CandidatePart]: CandidatePart[Column] | null } & {
  session_id: string;
  account_id: string;
  email: string;
  /** Last seen more than a minute ago. */
  stale: boolean;
  staff_name: string | null;
  academy: string | null;
  role: Role | null;
  portfolios: string[] | null;
};

/**
 * Who holds this token, in one prepared statement: every page of a signed-in person begins with it. Real time, never the
 * exam's clock. Ended, idle, never activated or closed accounts hold nothing.
 */
export async function readSession(
  db: Database,
  token: string,
): Promise<{ readonly session: Session; readonly stale: boolean } | null> {
  const { rows } = await sql<Row>`
    select s.id as session_id, u.id as account_id, u.email, s.updated_at < now() - interval '1 minute' as stale,
      c.civility, c.birth_name, c.usage_name, c.first_names, c.birth_date, c.birth_country, c.row_version,
      t.name as staff_name, t.academy, t.role,
      case when t.account_id is not null then
        array(select p.portfolio from staff_portfolio p where p.account_id = t.account_id and p.academy = t.academy order by p.portfolio)
      end as portfolios
    from auth_session s
      join auth_user u on u.id = s.user_id
      left join candidate c on c.account_id = u.id
      left join staff t on t.account_id = u.id
    where s.token = ${token} and s.expires_at > now() and u.email_verified and t.disabled_at is null
      and s.updated_at > now() - make_interval(hours => case when t.account_id is null then ${IDLE_HOURS.candidate}::int else ${IDLE_HOURS.staff}::int end)`.execute(
    db,
  );
  const row = rows[0];
  const session = row === undefined ? null : sessionOf(row);
  return row === undefined || session === null ? null : { session, stale: row.stale };
}

function sessionOf(row: Row): Session | null {
  const common = { accountId: accountId(row.account_id), sessionId: row.session_id, address: row.email };
  if (row.academy !== null && row.role !== null)
    return {
      ...common,
      kind: 'staff',
      displayName: row.staff_name ?? '',
      academy: row.academy,
      role: row.role,
      portfolios: row.portfolios ?? [],
    };
  if (!isCandidate(row)) return null;
  const status = civilStatusOf(row);
  return {
    ...common,
    kind: 'candidate',
    displayName: displayName(status),
    candidate: {
      ...status,
      accountId: common.accountId,
      address: row.email,
      activated: true,
      rowVersion: row.row_version,
    },
  };
}

function isCandidate(row: Row): row is Row & CandidatePart {
  return row.birth_name !== null;
}

/** Seen now. At most once a minute, also when a page asks for ten things at once. */
export async function touchSession(db: Database, sessionId: string): Promise<void> {
  await sql`update auth_session set updated_at = now() where id = ${sessionId} and updated_at < now() - interval '1 minute'`.execute(
    db,
  );
}

export async function endSession(db: Database, token: string): Promise<void> {
  await sql`delete from auth_session where token = ${token}`.execute(db);
}

export async function endSessionsOf(db: Database, id: AccountId): Promise<void> {
  await sql`delete from auth_session where user_id = ${id}`.execute(db);
}
