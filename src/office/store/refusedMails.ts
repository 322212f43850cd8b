import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { Scope } from '../office.ts';
import { MOST_UNREACHED } from '../rules/counts.ts';
import { personName } from '../rules/personName.ts';
import { inFiles } from './scope.ts';

/** Somebody whom our mails no longer reach: the last one was refused for good, and none has arrived since. */
export type Unreached = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly since: Temporal.Instant;
};

/** The first mail refused since the last that arrived, by account. */
const refusedSince = (account: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select min(f.business_at) from mail f where f.account_id = ${account} and f.state = 'failed'
    and not exists (select from mail s where s.account_id = f.account_id and s.state = 'sent' and s.created_at > f.created_at))`;

/** The files `f` of those whose mails are refused, from the refused mails on: they are few. */
const UNREACHED = sql`(select distinct account_id from mail where state = 'failed' and account_id is not null) r
  join office_file f on f.candidate_id = r.account_id::uuid cross join lateral (select ${refusedSince(sql`r.account_id`)} as since) m`;
const inReach = (scope: Scope): RawBuilder<unknown> =>
  sql`${inFiles(scope)} and f.state in ('under-reserve', 'to-sign', 'signed', 'validated') and m.since is not null`;

export async function listUnreached(db: Database, scope: Scope): Promise<readonly Unreached[]> {
  const { rows } = await sql<Omit<Unreached, 'name'> & { birthName: string; usageName: string; firstNames: string }>`
    select f.enrolment_id as id, f.number, m.since, f.address, f.birth_name as "birthName", f.usage_name as "usageName", f.first_names as "firstNames"
    from ${UNREACHED} where ${inReach(scope)} order by m.since desc, f.number limit ${MOST_UNREACHED}::int`.execute(db);
  return rows.map(({ id, number, address, since, ...person }) => ({
    id,
    number,
    address,
    since,
    name: personName(person),
  }));
}

/** Up to one more than `MOST_UNREACHED`. */
export async function countUnreached(db: Database, scope: Scope): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count
    from (select from ${UNREACHED} where ${inReach(scope)} limit ${MOST_UNREACHED + 1}::int) counted`.execute(db);
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
