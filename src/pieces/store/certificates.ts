import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, flag, id, integer, oneOf, present, type RowOf } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

type Within = {
  readonly academy: string;
  readonly session: string;
  /** Groups of specialities; null: all. */
  readonly portfolios: readonly string[] | null;
};

/** Nothing is in for it, or what was in is to be given again. */
const MISSING = sql`(p.status = 'non-compliant' or p.status = 'none'
  and (select d.id from deposit d where d.piece_id = p.id and d.state = 'stored' limit 1) is null)`;

/** One line for each running file that lacks one of these pieces, or gave one that nobody has decided on. */
function lacking({ academy, session, portfolios }: Within, codes: readonly string[]): RawBuilder<unknown> {
  return sql`select p.enrolment_id as "enrolmentId", case when bool_or(${MISSING}) then 'missing' else 'to-check' end as state
    from piece p join enrolment_file e on e.id = p.enrolment_id
    where e.academy = ${academy} and e.session = ${session} and e.status in ('registered', 'validated')
      ${portfolios === null ? sql`` : sql`and e.portfolio = any(${portfolios}::text[])`}
      and p.code = any(${codes}::text[]) and not p.confidential and p.status in ('none', 'received', 'non-compliant')
    group by p.enrolment_id`;
}

const OF_FILE = columns({ enrolmentId: id<EnrolmentId>(), state: oneOf(['missing', 'to-check']) });

/** Of these files, those that lack one of these pieces, or gave one that nobody has decided on. */
export async function certificatesOf(
  db: Database,
  within: Within,
  codes: readonly string[],
  enrolments: readonly EnrolmentId[],
): Promise<ReadonlyMap<string, 'missing' | 'to-check'>> {
  const rows = await OF_FILE.all(
    db,
    sql`select l."enrolmentId", l.state from (${lacking(within, codes)}) l where l."enrolmentId" = any(${enrolments}::uuid[])`,
  );
  return new Map(rows.map(({ enrolmentId, state }) => [enrolmentId, state]));
}

const LACKING = columns({ enrolmentId: id<EnrolmentId>(), over: present(flag) });

/** Every file that lacks one of these pieces, by number. `over`: the time of each is, and no waiver waits for the office's word. */
export function lackingCertificates(
  db: Database,
  within: Within,
  codes: readonly string[],
): Promise<readonly RowOf<typeof LACKING>[]> {
  return LACKING.all(
    db,
    sql`select l."enrolmentId", not exists (select from piece p where p.enrolment_id = l."enrolmentId" and case
        when p.code = any(${codes}::text[]) then ${MISSING} and greatest(p.due_at, p.correctable_until) > business_now()
        else p.excuses && ${codes}::text[] and (p.status = 'received' or p.status = 'none' and not ${MISSING}) end) as over
      from (${lacking(within, codes)}) l join enrolment_file e on e.id = l."enrolmentId" where l.state = 'missing' order by e.number`,
  );
}

const COUNTS = columns({ missing: integer, toCheck: integer });

export function countCertificates(
  db: Database,
  within: Within,
  codes: readonly string[],
): Promise<RowOf<typeof COUNTS>> {
  return COUNTS.one(
    db,
    sql`select count(*) filter (where l.state = 'missing') as missing, count(*) filter (where l.state = 'to-check') as "toCheck"
    from (${lacking(within, codes)}) l`,
  );
}
