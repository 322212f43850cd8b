import { sql } from 'kysely';
import { columns, flag, instant, integer, nullable, oneOf, text, uuid } from '../../platform/database/columns.ts';
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

const LINE = columns({
  kind: oneOf(['not-theirs', 'forged', 'too-many']),
  route: text,
  times: integer,
  firstAt: instant,
  lastAt: instant,
  network: text,
  accountId: nullable(text),
  isStaff: flag,
  enrolmentId: nullable(uuid),
  number: nullable(text),
});

/** The last ones, newest first: of the academy's staff, of candidates and of visitors, who belong to none. */
export async function listRefusals(db: Database, academy: string): Promise<readonly RefusalLine[]> {
  const rows = await LINE.all(
    db,
    sql`select r.kind, r.route, r.times, r.first_at as "firstAt", r.last_at as "lastAt", r.network, r.account_id as "accountId",
      r.academy is not null as "isStaff", f.enrolment_id as "enrolmentId", f.number
    from (select * from refusal_trace where academy is null or academy = ${academy} order by last_at desc limit ${PAGE_SIZE}) as r
      left join lateral (
        select enrolment_id, number from listed_file
        where candidate_id = r.account_id::uuid and academy = ${academy} order by number desc limit 1
      ) as f on r.academy is null
    order by r.last_at desc`,
  );
  return rows.map(({ enrolmentId: id, number, ...row }) => ({
    ...row,
    enrolment: id === null || number === null ? null : { id, number },
  }));
}
