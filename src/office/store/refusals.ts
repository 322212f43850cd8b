import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { RefusalKind } from '../../platform/http/refusals.ts';

const PAGE_SIZE = 100;

/** What was refused to somebody within one hour. */
export type RefusalLine = {
  readonly kind: RefusalKind;
  readonly route: string;
  readonly times: number;
  readonly firstAt: Temporal.Instant;
  readonly lastAt: Temporal.Instant;
  readonly network: string;
  readonly accountId: string | null;
  readonly isStaff: boolean;
  /** The last enrolment of a candidate in the academy. */
  readonly enrolment: { readonly id: string; readonly number: string } | null;
};

type Row = {
  kind: RefusalKind;
  route: string;
  times: number;
  first_at: Temporal.Instant;
  last_at: Temporal.Instant;
  network: string;
  account_id: string | null;
  academy: string | null;
  enrolment_id: string | null;
  number: string | null;
};

/** The last ones, newest first: of the academy's staff, of candidates and of visitors, who belong to none. */
export async function listRefusals(db: Database, academy: string): Promise<readonly RefusalLine[]> {
  const { rows } = await sql<Row>`select r.*, f.enrolment_id, f.number from (
      select kind, route, times, first_at, last_at, network, account_id, academy from refusal
      where academy is null or academy = ${academy} order by last_at desc limit ${PAGE_SIZE}
    ) as r left join lateral (
      select enrolment_id, number from office_file
      where candidate_id = r.account_id::uuid and academy = ${academy} order by number desc limit 1
    ) as f on r.academy is null
    order by r.last_at desc`.execute(db);
  return rows.map((row) => ({
    kind: row.kind,
    route: row.route,
    times: row.times,
    firstAt: row.first_at,
    lastAt: row.last_at,
    network: row.network,
    accountId: row.account_id,
    isStaff: row.academy !== null,
    enrolment: row.enrolment_id === null || row.number === null ? null : { id: row.enrolment_id, number: row.number },
  }));
}
