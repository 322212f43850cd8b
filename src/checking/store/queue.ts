import { type RawBuilder, sql } from 'kysely';
import { PERSON_NAMES, withName } from '../../accounts/index.ts';
import { columns, flag, instant, oneOf, present, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { count, pagesOf, type Scope } from '../../scope/index.ts';
import type { QueuedFile, QueuedPiece, QueueFilter } from '../checking.ts';
import { filesOf } from '../rules/filesOf.ts';
import {
  DECIDABLE,
  freeOfOthers,
  groupsOf,
  inQueue,
  isHandedOver,
  isUnread,
  KEPT_STATES,
  ORDER,
  ofGroup,
  READY,
  RISK,
} from './queueOrder.ts';

export const PAGE_SIZE = 50;

/** The first `limit` of the queue: the first ones of each group, merged. */
function firstOf(scope: Scope, filter: QueueFilter, limit: number, which = sql``): RawBuilder<unknown> {
  return sql`with recursive ${groupsOf(scope, filter)},
    first as (
      select * from groups g cross join lateral (
        select q.piece_id, q.since from office_queue q where ${ofGroup(scope, filter)} ${which} order by q.since, q.piece_id limit ${limit}::int
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
  corrected: flag,
  underReserve: flag,
  ...PERSON_NAMES.shape,
});

/** Of how many pieces a candidate's row is made, at first guess. */
const PIECES_A_ROW = 3;

export type QueuedFiles = {
  /** How many pieces wait, counted up to one more than `MOST_COUNTED`. */
  readonly total: number;
  readonly files: readonly QueuedFile[];
  /** Another page follows. */
  readonly more: boolean;
};

/**
 * One page of the queue: a row a candidate, where their most pressing piece stands, with all of theirs that wait. As many of the
 * first pieces are read as it takes to meet a page of candidates.
 */
export async function listQueue(db: Database, scope: Scope, filter: QueueFilter, page: number): Promise<QueuedFiles> {
  const total = await countQueue(db, scope, filter);
  if (page > pagesOf(total, PAGE_SIZE)) return { total, files: [], more: false };
  for (let read = page * PAGE_SIZE * PIECES_A_ROW; ; read *= 2) {
    const files = filesOf((await piecesOfPage(db, scope, filter, page, read)).map(queuedPiece));
    if (files.length > PAGE_SIZE || read >= total)
      return { total, files: files.slice(0, PAGE_SIZE), more: files.length > PAGE_SIZE };
  }
}

/** The candidates of a page and the first of the next, met among the first `read` pieces. */
function piecesOfPage(
  db: Database,
  scope: Scope,
  filter: QueueFilter,
  page: number,
  read: number,
): Promise<readonly RowOf<typeof QUEUED>[]> {
  return QUEUED.all(
    db,
    sql`${firstOf(scope, filter, read)},
      ordered as (select piece_id, row_number() over (order by ${ORDER}) as place from ranked order by place limit ${read}::int),
      page as (
        select q.enrolment_id, min(o.place) as place from ordered o join office_queue q using (piece_id)
        group by q.enrolment_id order by place limit ${PAGE_SIZE + 1}::int offset ${(page - 1) * PAGE_SIZE}::int
      ),
      waiting as (
        select q.*, page.place, ${READY(sql`q.state`)} as ready, ${RISK} as risk
        from page join office_queue q using (enrolment_id) cross join moment where ${inQueue(scope, filter)}
      )
      select q.piece_id as id, q.enrolment_id as "enrolmentId", q.session, f.number, q.speciality, q.code, q.state, q.since, q.due_at as "dueAt",
        q.blocking as "countsForValidation", q.corrected, f.state = 'under-reserve' as "underReserve",
        ${PERSON_NAMES.of('f')}
      from waiting q join listed_file f using (enrolment_id) order by q.place, q.ready desc, q.risk desc, q.since, q.piece_id`,
  );
}

function queuedPiece({ state, since, ...row }: RowOf<typeof QUEUED>): QueuedPiece {
  return {
    ...withName(row),
    since: state === 'by-post' ? null : since,
    handedOver: isHandedOver(state),
    received: state === 'received' || state === 'received-unread',
    beingRead: isUnread(state),
  };
}

/** How many there are, up to one more than `MOST_COUNTED`. */
export function countQueue(db: Database, scope: Scope, filter: QueueFilter): Promise<number> {
  return count(db, sql`office_queue q where ${inQueue(scope, filter)}`);
}

const FIRST = columns({ id: uuid, enrolmentId: uuid, handedOver: flag });

/**
 * Where to begin, past what a colleague is at unless nothing else waits; null when nothing does that can be decided. `but`: this person apart.
 */
export async function firstInQueue(
  db: Database,
  scope: Scope,
  filter: QueueFilter,
  but: string | null = null,
): Promise<RowOf<typeof FIRST> | null> {
  const other = but === null ? DECIDABLE : sql`${DECIDABLE} and q.enrolment_id <> ${but}`;
  for (const which of [sql`${freeOfOthers(scope)} ${other}`, other]) {
    const asked = sql`${firstOf(scope, filter, 1, which)} select r.piece_id as id, q.enrolment_id as "enrolmentId", ready = 2 as "handedOver"
      from (select * from ranked order by ${ORDER} limit 1) r join office_queue q using (piece_id)`;
    const found = await FIRST.first(db, asked);
    if (found !== null) return found;
  }
  return null;
}
