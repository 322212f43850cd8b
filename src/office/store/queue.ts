import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { QueuedPiece, QueueFilter, Scope } from '../office.ts';
import { MOST_COUNTED, pagesOf } from '../rules/counts.ts';
import { personName } from '../rules/personName.ts';
import { counted } from './counted.ts';
import { BACKWARDS, boundsOf, groupsOf, inQueue, type KeptState, ORDER, ofGroup, READY, RISK } from './queueOrder.ts';

export const PAGE_SIZE = 50;

/** The first `limit` of the queue: the first ones of each group, merged. */
function firstOf(scope: Scope, filter: QueueFilter, limit: number): RawBuilder<unknown> {
  return sql`with recursive ${groupsOf(scope, filter)},
    first as (
      select * from groups g cross join lateral (
        select q.piece_id, q.since from office_queue q where ${ofGroup(scope, filter)} order by q.since, q.piece_id limit ${limit}::int
      ) q
    ),
    ranked as (select piece_id, since, ready, ${RISK} as risk from first)`;
}

type Row = {
  id: string;
  enrolmentId: string;
  session: string;
  number: string;
  speciality: string;
  code: string;
  state: KeptState;
  since: Temporal.Instant;
  dueAt: Temporal.Instant;
  countsForValidation: boolean;
  ready: boolean;
  corrected: boolean;
  underReserve: boolean;
  birthName: string;
  usageName: string | null;
  firstNames: string;
};

/** One page of the queue, the most pressing first, and how many pieces are in it: counted up to one more than `MOST_COUNTED`. */
export async function listQueue(
  db: Database,
  scope: Scope,
  filter: QueueFilter,
  page: number,
): Promise<{ readonly total: number; readonly pieces: readonly QueuedPiece[] }> {
  if (page > pagesOf(MOST_COUNTED, PAGE_SIZE)) return { total: await countQueue(db, scope, filter), pieces: [] };
  const [{ rows }, total] = await Promise.all([
    sql<Row>`${firstOf(scope, filter, page * PAGE_SIZE)},
      page as (select * from ranked order by ${ORDER} limit ${PAGE_SIZE}::int offset ${(page - 1) * PAGE_SIZE}::int)
      select q.piece_id as id, q.enrolment_id as "enrolmentId", q.session, f.number, q.speciality, q.code, q.state, q.since, q.due_at as "dueAt",
        q.blocking as "countsForValidation", p.ready, q.corrected, f.state = 'under-reserve' as "underReserve",
        f.birth_name as "birthName", f.usage_name as "usageName", f.first_names as "firstNames"
      from page p join office_queue q using (piece_id) join office_file f using (enrolment_id) order by p.ready desc, p.risk desc, p.since, p.piece_id`.execute(
      db,
    ),
    countQueue(db, scope, filter),
  ]);
  return { total, pieces: rows.map(queuedPiece) };
}

function queuedPiece({ state, birthName, usageName, firstNames, since, ...row }: Row): QueuedPiece {
  return {
    ...row,
    name: personName({ birthName, usageName, firstNames }),
    since: state === 'by-post' ? null : since,
    received: state === 'received',
  };
}

export async function countQueue(db: Database, scope: Scope, filter: QueueFilter): Promise<number> {
  const { rows } = await sql<{
    count: number;
  }>`select ${counted(sql`office_queue q where ${inQueue(scope, filter)}`)} as count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** `next` goes round: after the last comes the first. Null when there is no other. */
export type Neighbours = { readonly previous: string | null; readonly next: string | null };

/** Where a piece stands in the queue; null position when it isn't in it. Counted up to one more than `MOST_COUNTED`. */
export type Place = Neighbours & { readonly position: number | null; readonly total: number };

const NOBODY: Neighbours = { previous: null, next: null };

export async function placeInQueue(db: Database, scope: Scope, filter: QueueFilter, id: string): Promise<Place> {
  const [total, position, neighbours] = await Promise.all([
    countQueue(db, scope, filter),
    positionInQueue(db, scope, filter, id),
    neighboursInQueue(db, scope, filter, id),
  ]);
  return { total, position, ...neighbours };
}

export async function neighboursInQueue(
  db: Database,
  scope: Scope,
  filter: QueueFilter,
  id: string,
): Promise<Neighbours> {
  if (!isUuid(id)) return NOBODY;
  const beside = (side: RawBuilder<unknown>, order: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
    select * from bounds g cross join lateral (select q.piece_id, q.since from office_queue q
      where ${ofGroup(scope, filter)} and ${side} and q.piece_id <> g.here_id order by ${order} limit 1) q)`;
  const { rows } = await sql<Neighbours & { readonly here: boolean }>`${aroundPiece(scope, filter, id)},
    before as (select piece_id, since, ready, ${RISK} as risk from ${beside(sql`(q.since, q.piece_id) < (g.bound_since, g.bound_id)`, sql`q.since desc, q.piece_id desc`)} b),
    after as (select piece_id, since, ready, ${RISK} as risk from ${beside(sql`(q.since, q.piece_id) >= (g.bound_since, g.bound_id)`, sql`q.since, q.piece_id`)} a)
    select exists (select from here) as here, (select piece_id from before order by ${BACKWARDS} limit 1) as previous,
      (select piece_id from after order by ${ORDER} limit 1) as next`.execute(db);
  const [found] = rows;
  const { previous = null, next = null } = found ?? NOBODY;
  if (next !== null) return { previous, next };
  const first = await firstInQueue(db, scope, filter);
  return { previous, next: first === id ? null : first };
}

async function positionInQueue(db: Database, scope: Scope, filter: QueueFilter, id: string): Promise<number | null> {
  if (!isUuid(id)) return null;
  const { rows } = await sql<{ position: number }>`${aroundPiece(scope, filter, id)}
    select 1 + (select count(*) from (
      select from bounds g cross join lateral (select from office_queue q where ${ofGroup(scope, filter)}
        and (q.since, q.piece_id) < (g.bound_since, g.bound_id) limit ${MOST_COUNTED}::int) q limit ${MOST_COUNTED}::int) before) as position from here`.execute(
    db,
  );
  return rows[0]?.position ?? null;
}

function aroundPiece(scope: Scope, filter: QueueFilter, id: string): RawBuilder<unknown> {
  return sql`with recursive ${groupsOf(scope, filter)},
    here as (select q.piece_id, q.since, q.blocking, q.due_on, ${READY(sql`q.state`)} as ready
      from office_queue q where q.piece_id = ${id} and ${inQueue(scope, filter)}),
    ${boundsOf()}`;
}

/** Where to begin; null when nothing waits. */
export async function firstInQueue(db: Database, scope: Scope, filter: QueueFilter): Promise<string | null> {
  const { rows } = await sql<{
    id: string;
  }>`${firstOf(scope, filter, 1)} select piece_id as id from ranked order by ${ORDER} limit 1`.execute(db);
  return rows[0]?.id ?? null;
}
