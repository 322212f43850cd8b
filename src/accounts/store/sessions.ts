import { sql } from 'kysely';
import {
  columns,
  flag,
  foundIn,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  orNone,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { type AccountId, CIVIL_STATUS, displayName, ROLES, type SignedInPerson } from '../account.ts';
import { proofSince } from './secondFactors.ts';

const IDLE_HOURS = { candidate: 2, staff: 1 } as const;

/** Of a session `s` and the staff `t` of its account: seen lately enough to be open still. */
const AWAKE = sql`s.updated_at > now() - make_interval(hours => case when t.account_id is null then ${IDLE_HOURS.candidate}::int else ${IDLE_HOURS.staff}::int end)`;

const OPEN = columns({ id: uuid, createdAt: instant, updatedAt: instant, userAgent: text });

const CANDIDATE = columns({ ...CIVIL_STATUS.shape, rowVersion: integer });

const HOLDER = columns({
  sessionId: uuid,
  accountId: id<AccountId>(),
  address: text,
  /** Last seen more than a minute ago. */
  stale: flag,
  secondFactor: flag,
  ...orNone(CANDIDATE),
  staffName: nullable(text),
  academy: nullable(text),
  role: nullable(oneOf(ROLES)),
  portfolios: nullable(texts),
});

/**
 * Who holds this token, in one prepared statement: every page of a signed-in person begins with it. Real time, never the
 * exam's clock. Ended, idle, never activated or closed accounts hold nothing.
 */
export async function readSession(
  db: Database,
  token: string,
): Promise<{ readonly session: SignedInPerson; readonly stale: boolean; readonly secondFactor: boolean } | null> {
  const holder = await HOLDER.first(
    db,
    sql`select s.id as "sessionId", u.id as "accountId", u.email as address, s.updated_at < now() - interval '1 minute' as stale,
      ${proofSince(sql.ref('t.account_id'))} is not null as "secondFactor",
      ${CANDIDATE.of('c')},
      t.name as "staffName", t.academy, t.role,
      case when t.account_id is not null then
        array(select p.portfolio from staff_portfolio p where p.account_id = t.account_id and p.academy = t.academy order by p.portfolio)
      end as portfolios
    from auth_session s
      join auth_user u on u.id = s.user_id
      left join candidate c on c.account_id = u.id
      left join staff t on t.account_id = u.id
    where s.token = ${token} and s.expires_at > now() and u.email_verified and t.disabled_at is null
      and ${AWAKE}`,
  );
  const session = holder === null ? null : sessionOf(holder);
  if (holder === null || session === null) return null;
  const { stale, secondFactor } = holder;
  return { session, stale, secondFactor };
}

function sessionOf(holder: RowOf<typeof HOLDER>): SignedInPerson | null {
  const { accountId, sessionId, address, academy, role } = holder;
  const common = { accountId, sessionId, address };
  if (academy !== null && role !== null) {
    const portfolios = holder.portfolios ?? [];
    return { ...common, kind: 'staff', displayName: holder.staffName ?? '', academy, role, portfolios };
  }
  const found = foundIn(CANDIDATE, holder);
  if (found === null) return null;
  const candidate = { ...found, accountId, address, activated: true, closedAt: null };
  return { ...common, kind: 'candidate', displayName: displayName(found), candidate };
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

export type OpenSession = RowOf<typeof OPEN>;

/** How many a page lists; beyond them one ends them all. */
const LISTED = 20;

/** The sessions of an account that would open a page now, the last seen first. */
export function openSessionsOf(db: Database, id: AccountId): Promise<readonly OpenSession[]> {
  return OPEN.all(
    db,
    sql`select s.id, s.created_at as "createdAt", s.updated_at as "updatedAt", coalesce(s.user_agent, '') as "userAgent"
    from auth_session s left join staff t on t.account_id = s.user_id
    where s.user_id = ${id} and s.expires_at > now() and ${AWAKE}
    order by s.updated_at desc, s.id limit ${LISTED}`,
  );
}

/** False: not theirs, or ended already. */
export async function endSessionOf(db: Database, id: AccountId, sessionId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('auth_session')
    .where('user_id', '=', id)
    .where('id', '=', sessionId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
