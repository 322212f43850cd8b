import { type RawBuilder, sql } from 'kysely';
import { PERSON_NAMES, withName } from '../../accounts/index.ts';
import { columns, instant, nullable, present, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { MOST_UNREACHED } from '../rules/counts.ts';
import { RUNNING_FILES, type Scope } from '../scope.ts';
import { count } from './counted.ts';
import { inFiles } from './scope.ts';

/** Somebody whom our mails no longer reach: the last one was refused for good, and none has arrived since. */
export type Unreached = {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly address: string;
  readonly since: Temporal.Instant;
};

/** The first mail refused since the last that arrived, by account. SQL. */
export const refusedSince = (account: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select min(f.business_at) from mail_outcome f where f.account_id = ${account} and f.state = 'failed'
    and not exists (select from mail_outcome s where s.account_id = f.account_id and s.state = 'sent' and s.created_at > f.created_at))`;

/** The files `f` of those whose mails are refused, from the refused mails on: they are few. */
const REFUSED = sql`(select distinct account_id from mail_outcome where state = 'failed' and account_id is not null) r
  join listed_file f on f.candidate_id = r.account_id::uuid cross join lateral (select ${refusedSince(sql`r.account_id`)} as since) m`;
const inReach = (scope: Scope): RawBuilder<unknown> =>
  sql`${inFiles(scope)} and f.state = any(${RUNNING_FILES}::text[]) and m.since is not null`;

const UNREACHED = columns({
  id: uuid,
  number: text,
  since: present(instant),
  address: text,
  ...PERSON_NAMES.shape,
});
const SINCE = columns({ since: nullable(instant) });
const ACCOUNT = columns({ id: text });

export async function listUnreached(db: Database, scope: Scope): Promise<readonly Unreached[]> {
  const rows = await UNREACHED.all(
    db,
    sql`select f.enrolment_id as id, f.number, m.since, f.address, ${PERSON_NAMES.of('f')}
      from ${REFUSED} where ${inReach(scope)} order by m.since desc, f.number limit ${MOST_UNREACHED}::int`,
  );
  return rows.map(withName);
}

/** Up to one more than `MOST_UNREACHED`. */
export function countUnreached(db: Database, scope: Scope): Promise<number> {
  return count(db, sql`${REFUSED} where ${inReach(scope)}`, MOST_UNREACHED);
}

/** Since when our mails to this account are refused; null when they arrive. */
export async function unreachedSince(db: Database, account: string): Promise<Temporal.Instant | null> {
  return (await SINCE.one(db, sql`select ${refusedSince(sql`${account}::text`)} as since`)).since;
}

/** Of these accounts, those whom our mails don't reach. */
export async function unreachedAmong(db: Database, accounts: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await ACCOUNT.all(
    db,
    sql`select id from unnest(${accounts}::text[]) as a(id) where ${refusedSince(sql`a.id`)} is not null`,
  );
  return new Set(rows.map(({ id }) => id));
}
