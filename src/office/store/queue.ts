import { type RawBuilder, sql } from 'kysely';
import {
  columns,
  flag,
  instant,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { QueuedPiece, QueueFilter, Scope } from '../office.ts';
import { MOST_COUNTED, pagesOf } from '../rules/counts.ts';
import { personName } from '../rules/personName.ts';
import { count } from './counted.ts';
import { groupsOf, inQueue, KEPT_STATES, ORDER, ofGroup, RISK } from './queueOrder.ts';

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

const QUEUED = columns({
  id: uuid,
  enrolmentId: uuid,
  session: text,
  number: text,
  speciality: present(text),
  code: text,
  state: oneOf(KEPT_STATES),
  since: instant,
  dueAt: instant,
  countsForValidation: flag,
  ready: flag,
  corrected: flag,
  underReserve: flag,
  birthName: text,
  usageName: nullable(text),
  firstNames: text,
});

/** One page of the queue, the most pressing first, and how many pieces are in it: counted up to one more than `MOST_COUNTED`. */
export async function listQueue(
  db: Database,
  scope: Scope,
  filter: QueueFilter,
  page: number,
): Promise<{ readonly total: number; readonly pieces: readonly QueuedPiece[] }> {
  if (page > pagesOf(MOST_COUNTED, PAGE_SIZE)) return { total: await countQueue(db, scope, filter), pieces: [] };
  const [rows, total] = await Promise.all([
    QUEUED.all(
      db,
      sql`${firstOf(scope, filter, page * PAGE_SIZE)},
      page as (select * from ranked order by ${ORDER} limit ${PAGE_SIZE}::int offset ${(page - 1) * PAGE_SIZE}::int)
      select q.piece_id as id, q.enrolment_id as "enrolmentId", q.session, f.number, q.speciality, q.code, q.state, q.since, q.due_at as "dueAt",
        q.blocking as "countsForValidation", p.ready, q.corrected, f.state = 'under-reserve' as "underReserve",
        f.birth_name as "birthName", f.usage_name as "usageName", f.first_names as "firstNames"
      from page p join office_queue q using (piece_id) join office_file f using (enrolment_id) order by p.ready desc, p.risk desc, p.since, p.piece_id`,
    ),
    countQueue(db, scope, filter),
  ]);
  return { total, pieces: rows.map(queuedPiece) };
}

function queuedPiece({ state, birthName, usageName, firstNames, since, ...row }: RowOf<typeof QUEUED>): QueuedPiece {
  return {
    ...row,
    name: personName({ birthName, usageName, firstNames }),
    since: state === 'by-post' ? null : since,
    received: state === 'received',
  };
}

/** How many there are, up to one more than `MOST_COUNTED`. */
export function countQueue(db: Database, scope: Scope, filter: QueueFilter): Promise<number> {
  return count(db, sql`office_queue q where ${inQueue(scope, filter)}`);
}

const ID = columns({ id: uuid });

/** Where to begin; null when nothing waits. */
export async function firstInQueue(db: Database, scope: Scope, filter: QueueFilter): Promise<string | null> {
  const asked = sql`${firstOf(scope, filter, 1)} select piece_id as id from ranked order by ${ORDER} limit 1`;
  return (await ID.first(db, asked))?.id ?? null;
}
