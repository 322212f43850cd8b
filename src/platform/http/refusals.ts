import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { type Due, dueRows, lasting } from '../database/due.ts';

/** What isn't theirs or isn't there, by who is signed in; a form that isn't ours; too many tries. */
export type RefusalKind = 'not-theirs' | 'forged' | 'too-many';

export type RefusedAnswer = {
  readonly kind: RefusalKind;
  /** « POST /candidatures/:id/… » */
  readonly route: string;
};

export type RecordedRefusal = RefusedAnswer & {
  readonly accountId: string | null;
  /** Of who works for one. */
  readonly academy: string | null;
  readonly network: string;
  readonly requestId: string;
};

/** A row says how often within its hour; so many rows an hour, and whoever tries all night fills no disk. */
const ROWS = { ofOne: 20, ofAll: 500 } as const;

/**
 * Leaves a trace of a refusal with the person, or with the network of who isn't signed in. A storm of visitors takes no room
 * from those who are: each have their own.
 */
export async function noteRefusal(db: Database, refused: RecordedRefusal): Promise<void> {
  const { kind, route, accountId, academy, network, requestId } = refused;
  const who = accountId === null ? `network:${network}` : `account:${accountId}`;
  await sql`insert into refusal as r (hour, who, kind, route, account_id, academy, network, times, first_at, last_at, request_id)
    select date_trunc('hour', now()), ${who}::text, ${kind}::text, ${route}::text, ${accountId}::text, ${academy}::text, ${network}::text, 1, now(), now(), ${requestId}::text
      from (select count(*) filter (where who = ${who}) as own, count(*) filter (where (account_id is null) = (${accountId}::text is null)) as alike,
        count(*) filter (where who = ${who} and kind = ${kind} and route = ${route}) as same
        from refusal where hour = date_trunc('hour', now())) as rows
      where same > 0 or (own < ${ROWS.ofOne}::int and alike < ${ROWS.ofAll}::int)
    on conflict (hour, who, kind, route) do update set times = r.times + 1, last_at = excluded.last_at,
      network = excluded.network, request_id = excluded.request_id`.execute(db);
}

/** For the nightly job. */
export function oldRefusals(kept: Temporal.Duration): Due {
  return dueRows('refusal', sql`hour < now() - ${lasting(kept)}`);
}
