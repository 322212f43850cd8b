import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Scope } from '../office.ts';
import { personName } from '../rules/personName.ts';
import { inScope } from './scope.ts';

/** Somebody whom our mails no longer reach: the last one was refused for good, and none has arrived since. */
export type Unreached = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly since: Temporal.Instant;
};

export const MOST_SHOWN = 200;

/** The first mail refused since the last that arrived, by account. */
const refusedSince = (account: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select min(f.business_at) from mail f where f.account_id = ${account} and f.state = 'failed'
    and not exists (select from mail s where s.account_id = f.account_id and s.state = 'sent' and s.created_at > f.created_at))`;

export async function listUnreached(db: Database, scope: Scope): Promise<readonly Unreached[]> {
  const { rows } = await sql<Omit<Unreached, 'name'> & { birthName: string; usageName: string; firstNames: string }>`
    select e.id, e.number, m.since, u.email as address, c.birth_name as "birthName", c.usage_name as "usageName", c.first_names as "firstNames"
    from enrolment e join candidate c on c.account_id = e.candidate_id join auth_user u on u.id = e.candidate_id
      cross join lateral (select ${refusedSince(sql`e.candidate_id::text`)} as since) m
    where ${inScope(scope)} and e.status in ('registered', 'validated') and m.since is not null
    order by m.since desc, e.number limit ${MOST_SHOWN}`.execute(db);
  return rows.map(({ id, number, address, since, ...person }) => ({
    id,
    number,
    address,
    since,
    name: personName(person),
  }));
}

export async function countUnreached(db: Database, scope: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from enrolment e
    where ${inScope(scope)} and e.status in ('registered', 'validated') and ${refusedSince(sql`e.candidate_id::text`)} is not null`.execute(
    db,
  );
  return rows[0]?.count ?? 0;
}

/** Since when our mails to this account are refused; null when they arrive. */
export async function unreachedSince(db: Database, account: string): Promise<Temporal.Instant | null> {
  const { rows } = await sql<{
    since: Temporal.Instant | null;
  }>`select ${refusedSince(sql`${account}::text`)} as since`.execute(db);
  return rows[0]?.since ?? null;
}

/** Of these accounts, those whom our mails don't reach. */
export async function unreachedAmong(db: Database, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select id from unnest(${accounts}::text[]) as a(id)
    where ${refusedSince(sql`a.id`)} is not null`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
