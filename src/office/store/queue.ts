import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { QueuedPiece, QueueFilter, QueueState, Scope } from '../office.ts';
import { personName } from '../rules/personName.ts';
import { BLOCKING_WEIGHT } from '../rules/risk.ts';
import { inScope, inSight } from './scope.ts';

export const PAGE_SIZE = 50;

const WHICH: Readonly<Record<QueueState, RawBuilder<unknown>>> = {
  all: sql`(d.at is not null or p.status = 'received')`,
  'handed-over': sql`(d.at is not null or p.status = 'received') and (p.handed_over_at is not null or p.mode = 'post' or p.status = 'received')`,
  corrected: sql`d.at is not null and exists (select from piece_review r where r.piece_id = p.id and r.decision = 'non-compliant')`,
  'not-handed-over': sql`d.at is not null and p.handed_over_at is null and p.mode = 'online' and p.status = 'none'`,
  received: sql`p.status = 'received'`,
  'by-post': sql`p.mode = 'post' and p.status = 'none' and d.at is null`,
};

const ORDER = sql`ready desc, risk desc, since, id`;
const PARIS_DAY = (instant: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(${instant} at time zone 'Europe/Paris')::date`;

/** `ranked`: the pieces that wait, each with its risk (rules/risk.ts). The last file is one look in its index a piece. */
function ranked(scope: Scope, filter: QueueFilter): RawBuilder<unknown> {
  const sessions = filter.session === null ? scope.sessions : scope.sessions.filter((code) => code === filter.session);
  return sql`moment as materialized (select ${PARIS_DAY(sql`business_now()`)} as today),
    waiting as (
      select p.id, p.code, p.status, p.due_at, p.counts_for_validation, e.id as enrolment_id, e.session, e.number, e.speciality, e.candidate_id, e.reserve is not distinct from 'pending' as under_reserve,
        d.at as given_at, coalesce(d.at, p.reviewed_at, e.registered_at) as since,
        p.handed_over_at is not null or p.mode = 'post' or p.status = 'received' as ready
      from enrolment e join piece p on p.enrolment_id = e.id
        left join lateral (
          select d.finished_at as at from deposit d where d.piece_id = p.id and d.state = 'stored' order by d.finished_at desc limit 1
        ) d on true
      where ${inScope({ ...scope, sessions })} and ${inSight(scope)} and e.status in ('registered', 'validated') and p.status in ('none', 'received')
        and ${filter.speciality === null ? sql`true` : sql`e.speciality = ${filter.speciality}`}
        and ${filter.code === null ? sql`true` : sql`p.code = ${filter.code}`}
        and ${WHICH[filter.state]}
    ),
    ranked as (
      select w.*, (case when w.counts_for_validation then ${sql.lit(BLOCKING_WEIGHT)} else 1 end)::double precision
          * (1 + greatest(0, m.today - ${PARIS_DAY(sql`w.since`)})) / (1 + greatest(0, ${PARIS_DAY(sql`w.due_at`)} - m.today)) as risk
      from waiting w cross join moment m
    )`;
}

type Row = {
  id: string;
  enrolment_id: string;
  session: string;
  number: string;
  speciality: string;
  code: string;
  status: string;
  given_at: Temporal.Instant | null;
  since: Temporal.Instant;
  due_at: Temporal.Instant;
  counts_for_validation: boolean;
  ready: boolean;
  corrected: boolean;
  under_reserve: boolean;
  birthName: string;
  usageName: string | null;
  firstNames: string;
  total: number;
};

/** One page of the queue and how many pieces are in it, the most pressing first. */
export async function listQueue(
  db: Database,
  scope: Scope,
  filter: QueueFilter,
  page: number,
): Promise<{ readonly total: number; readonly pieces: readonly QueuedPiece[] }> {
  const { rows } = await sql<Row>`with ${ranked(scope, filter)},
    page as (select r.*, count(*) over () as total from ranked r order by ${ORDER} limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE})
    select p.*, c.birth_name as "birthName", c.usage_name as "usageName", c.first_names as "firstNames",
      exists (select from piece_review r where r.piece_id = p.id and r.decision = 'non-compliant') and p.given_at is not null as corrected
    from page p join candidate c on c.account_id = p.candidate_id order by ${ORDER}`.execute(db);
  return { total: rows[0]?.total ?? 0, pieces: rows.map(queuedPiece) };
}

function queuedPiece(row: Row): QueuedPiece {
  return {
    id: row.id,
    enrolmentId: row.enrolment_id,
    session: row.session,
    number: row.number,
    name: personName(row),
    speciality: row.speciality,
    code: row.code,
    since: row.given_at === null && row.status === 'none' ? null : row.since,
    dueAt: row.due_at,
    countsForValidation: row.counts_for_validation,
    ready: row.ready,
    received: row.status === 'received',
    corrected: row.corrected,
    underReserve: row.under_reserve,
  };
}

/**
 * Where a piece stands in the queue; null position when it isn't in it. `next` goes round: after the last comes the first.
 * Null when there is no other.
 */
export type Place = {
  readonly position: number | null;
  readonly total: number;
  readonly previous: string | null;
  readonly next: string | null;
};

export async function placeInQueue(db: Database, scope: Scope, filter: QueueFilter, id: string): Promise<Place> {
  if (!isUuid(id)) return { position: null, total: 0, previous: null, next: null };
  const { rows } = await sql<{
    position: number | null;
    total: number;
    previous: string | null;
    next: string | null;
  }>`with ${ranked(scope, filter)},
    placed as (
      select id, row_number() over w as position, lag(id) over w as previous, lead(id) over w as next
      from ranked window w as (order by ${ORDER})
    )
    select here.position, (select count(*) from placed) as total, here.previous,
      coalesce(here.next, (select id from placed where position = 1 and id <> a.asked)) as next
    from (select ${id}::uuid as asked) a left join placed here on here.id = a.asked`.execute(db);
  return rows[0] ?? { position: null, total: 0, previous: null, next: null };
}

/** Where to begin; null when nothing waits. */
export async function firstInQueue(db: Database, scope: Scope, filter: QueueFilter): Promise<string | null> {
  const { rows } = await sql<{
    id: string;
  }>`with ${ranked(scope, filter)} select id from ranked order by ${ORDER} limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
