import { type RawBuilder, sql } from 'kysely';
import { columns, integer, nullable, type RowOf, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { MOST_COUNTED, type Scope } from '../../scope/index.ts';
import type { QueueFilter } from '../checking.ts';
import { countQueue, firstInQueue } from './queue.ts';
import {
  BACKWARDS,
  boundsOf,
  DECIDABLE,
  freeOfOthers,
  groupsOf,
  inQueue,
  ORDER,
  ofGroup,
  READY,
  RISK,
} from './queueOrder.ts';

/** Where a piece stands in the queue; null position when it isn't in it. Counted up to one more than `MOST_COUNTED`. */
export type PlaceInQueue = Neighbours & { readonly position: number | null; readonly total: number };

const NEIGHBOURS = columns({ previous: nullable(uuid), next: nullable(uuid) });
/** Past what waits to be read. `next` goes round, past what a colleague has open too: after the last comes the first. Null when there is no other. */
export type Neighbours = RowOf<typeof NEIGHBOURS>;
const POSITION = columns({ position: integer });
const NOBODY: Neighbours = { previous: null, next: null };

export async function placeInQueue(db: Database, scope: Scope, filter: QueueFilter, id: string): Promise<PlaceInQueue> {
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
  const found = await NEIGHBOURS.one(
    db,
    sql`${aroundPiece(scope, filter, id)},
    before as (select piece_id, since, ready, ${RISK} as risk from ${beside(sql`(q.since, q.piece_id) < (g.bound_since, g.bound_id) ${DECIDABLE}`, sql`q.since desc, q.piece_id desc`)} b),
    after as (select piece_id, since, ready, ${RISK} as risk from ${beside(sql`(q.since, q.piece_id) >= (g.bound_since, g.bound_id) ${DECIDABLE} ${freeOfOthers(scope)}`, sql`q.since, q.piece_id`)} a)
    select (select piece_id from before order by ${BACKWARDS} limit 1) as previous,
      (select piece_id from after order by ${ORDER} limit 1) as next`,
  );
  if (found.next !== null) return found;
  return { ...found, next: (await firstInQueue(db, scope, filter, id))?.id ?? null };
}

async function positionInQueue(db: Database, scope: Scope, filter: QueueFilter, id: string): Promise<number | null> {
  if (!isUuid(id)) return null;
  const here = await POSITION.first(
    db,
    sql`${aroundPiece(scope, filter, id)}
    select 1 + (select count(*) from (
      select from bounds g cross join lateral (select from office_queue q where ${ofGroup(scope, filter)}
        and (q.since, q.piece_id) < (g.bound_since, g.bound_id) limit ${MOST_COUNTED}::int) q limit ${MOST_COUNTED}::int) before) as position from here`,
  );
  return here?.position ?? null;
}

function aroundPiece(scope: Scope, filter: QueueFilter, id: string): RawBuilder<unknown> {
  return sql`with recursive ${groupsOf(scope, filter)},
    here as (select q.piece_id, q.since, q.blocking, q.due_on, ${READY(sql`q.state`)} as ready
      from office_queue q where q.piece_id = ${id} and ${inQueue(scope, filter)}),
    ${boundsOf()}`;
}
