import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ExamScope } from '../../exam/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { isCalled } from '../../sitters/index.ts';

/** `soon`: never opened, and the first test begins within ten days; `outdated`: a room, a centre or what to bring was written otherwise since. */
export const SUMMONS_FILTERS = [
  'issued',
  'opened',
  'unopened',
  'soon',
  'refused',
  'outdated',
  'void',
  'failed',
  'without',
] as const;
export type SummonsFilter = (typeof SUMMONS_FILTERS)[number];

const STANDS = sql`s.first_at is not null and e.ended_at is null`;
const WHICH: Readonly<Record<Exclude<SummonsFilter, 'without' | 'outdated'>, RawBuilder<unknown>>> = {
  issued: STANDS,
  opened: sql`${STANDS} and p.opened_at is not null`,
  unopened: sql`${STANDS} and p.opened_at is null`,
  soon: sql`${STANDS} and p.opened_at is null and s.first_at <= business_now() + interval '10 days'`,
  refused: sql`${STANDS} and m.state = 'failed'`,
  void: sql`s.rank is not null and s.first_at is null`,
  failed: sql`d.outcome = 'failed' and e.ended_at is null`,
};

/**
 * Whose last summons says of a test to come another room, centre or material than what stands, as long as the calendar still has it at that hour: one
 * that moved is for the next plan. All of a session at once: asked candidate by candidate it takes fifteen times as long.
 */
function outdated({ academy }: Pick<ExamScope, 'academy'>, session: string): RawBuilder<unknown> {
  return sql`${STANDS} and e.id in (
    select l.enrolment_id from (
        select distinct on (x.enrolment_id) x.enrolment_id, x.facts from exam_summons x
        where x.academy = ${academy} and x.session = ${session} order by x.enrolment_id, x.rank desc) l
      cross join lateral jsonb_array_elements(l.facts -> 'seats') told
      join planned_seat t on t.enrolment_id = l.enrolment_id and t.unit = told ->> 'unit' and t.plan_id = (
        select id from seating_plan where academy = ${academy} and session = ${session} and state = 'published')
      join written_room r on r.id = t.room_id join written_centre c on c.id = r.centre_id left join calendar_sitting g on g.id = t.sitting_id
    where t.starts_at > business_now() and coalesce(g.starts_at = t.starts_at, true)
      and (told ->> 'room' <> r.name or told ->> 'material' <> g.material or told -> 'centre' <>
        jsonb_build_array(c.name) || (case c.address when '' then '[]'::jsonb else jsonb_build_array(c.address) end)
          || jsonb_build_array(c.postcode || ' ' || c.city)))`;
}

/** Each enrolment with what it was told last, whether that was read, and what became of its last mail. */
function from({ academy, portfolios }: ExamScope, session: string): RawBuilder<unknown> {
  return sql`enrolment_file e
    left join lateral (select * from exam_summons x where x.enrolment_id = e.id order by x.rank desc limit 1) s on true
    left join paper_outcome p on p.id = s.paper_id
    left join lateral (
      select o.state, o.smtp_reply from mail_outcome o
      where o.event_id = s.event_id or o.event_id in (
        select a.event_id from exam_summons_sent_again a where a.enrolment_id = e.id and a.rank = s.rank)
      order by o.created_at desc limit 1
    ) m on true
    left join exam_summoned d on d.enrolment_id = e.id and d.outcome = 'failed' and d.plan_id =
      (select id from seating_plan where academy = ${academy} and session = ${session} and state = 'published')
    where e.academy = ${academy} and e.session = ${session} and e.number is not null
      ${portfolios === null ? sql`` : sql`and e.portfolio = any(${portfolios}::text[])`}`;
}

const COUNTS = columns({
  issued: integer,
  opened: integer,
  unopened: integer,
  soon: integer,
  refused: integer,
  outdated: integer,
  void: integer,
  failed: integer,
});

export function countSummonses(db: Database, scope: ExamScope, session: string): Promise<RowOf<typeof COUNTS>> {
  return COUNTS.one(
    db,
    sql`select count(*) filter (where ${WHICH.issued}) as issued, count(*) filter (where ${WHICH.opened}) as opened,
      count(*) filter (where ${WHICH.unopened}) as unopened, count(*) filter (where ${WHICH.soon}) as soon,
      count(*) filter (where ${WHICH.refused}) as refused, count(*) filter (where ${outdated(scope, session)}) as outdated, count(*) filter (where ${WHICH.void}) as void,
      count(*) filter (where ${WHICH.failed}) as failed
    from ${from(scope, session)} and (s.rank is not null or d.outcome is not null)`,
  );
}

const LINE = columns({
  enrolmentId: id<EnrolmentId>(),
  accountId: uuid,
  number: present(text),
  running: present(flag),
  rank: nullable(integer),
  firstAt: nullable(instant),
  issuedAt: nullable(instant),
  openedAt: nullable(instant),
  mail: nullable(oneOf(['waiting', 'sending', 'sent', 'kept', 'failed'])),
  reply: nullable(text),
  fault: nullable(text),
});
export type SummonsLine = RowOf<typeof LINE>;

/** Of a filter, by number, after one of them. `ids`: those without a summons, which the rules know; `words`: of a number or a name. */
export function listSummonsLines(
  db: Database,
  scope: ExamScope,
  session: string,
  {
    filter,
    ids,
    words,
    after,
    limit,
  }: {
    readonly filter: SummonsFilter;
    readonly ids: readonly string[];
    readonly words: string;
    readonly after: string;
    readonly limit: number;
  },
): Promise<readonly SummonsLine[]> {
  const which =
    filter === 'without'
      ? sql`e.id = any(${ids}::uuid[])`
      : filter === 'outdated'
        ? outdated(scope, session)
        : WHICH[filter];
  return LINE.all(
    db,
    sql`select e.id as "enrolmentId", e.candidate_id as "accountId", e.number, e.ended_at is null as running, s.rank, s.first_at as "firstAt",
      s.issued_at as "issuedAt", p.opened_at as "openedAt", m.state as mail, m.smtp_reply as reply, d.fault
    from ${from(scope, session)} and ${which} and e.number > ${after}
      ${words === '' ? sql`` : sql`and exists (select from candidate_identity i where i.account_id = e.candidate_id and ${isCalled(words)})`}
    order by e.number limit ${limit}`,
  );
}

const WHO = columns({ enrolmentId: id<EnrolmentId>() });

/** Whose summons names tests today. */
export async function listSummoned(
  db: Database,
  { academy, session }: { readonly academy: string; readonly session: string },
): Promise<ReadonlySet<EnrolmentId>> {
  const rows = await WHO.all(
    db,
    sql`select s.enrolment_id as "enrolmentId" from exam_summons s where s.academy = ${academy} and s.session = ${session}
      and s.first_at is not null
      and not exists (select from exam_summons later where later.enrolment_id = s.enrolment_id and later.rank > s.rank)`,
  );
  return new Set(rows.map(({ enrolmentId }) => enrolmentId));
}

/** Whose summons says otherwise than what stands now. */
export async function listOutdated(
  db: Database,
  { academy, session }: { readonly academy: string; readonly session: string },
): Promise<readonly EnrolmentId[]> {
  const rows = await WHO.all(
    db,
    sql`select e.id as "enrolmentId" from ${from({ academy, portfolios: null }, session)} and ${outdated({ academy }, session)}`,
  );
  return rows.map(({ enrolmentId }) => enrolmentId);
}

const FIRST = columns({ at: nullable(instant), now: instant });

/** When the first test of a session begins, as far as it is planned, and what time it is. */
export function firstTest(
  db: Database,
  { academy, session }: { readonly academy: string; readonly session: string },
): Promise<RowOf<typeof FIRST>> {
  return FIRST.one(
    db,
    sql`select coalesce(
        (select min(s.starts_at) from planned_seat s join seating_plan p on p.id = s.plan_id
          where p.academy = ${academy} and p.session = ${session} and p.state = 'published'),
        (select min(g.starts_at) from calendar_sitting g where g.academy = ${academy} and g.session = ${session})) as at,
      business_now() as now`,
  );
}
