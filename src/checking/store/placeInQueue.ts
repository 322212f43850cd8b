import { type RawBuilder, sql } from 'kysely';
import { columns, flag, integer, nullable, type RowOf, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
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
  RISK_OF_Q,
} from './queueOrder.ts';

/** A piece in the address: whose it is. */
type Here = { readonly id: string; readonly enrolmentId: string };

/** The queue as its reader goes through it: a person to their last piece, then the next most at risk. */
export type PlaceInQueue = {
  /** How many pieces wait, counted up to one more than `MOST_COUNTED`. */
  readonly total: number;
  /** This person's pieces that wait and can be decided, the most pressing first. */
  readonly waiting: readonly string[];
  /** Of this person; at their first, the last of the person before. */
  readonly previous: string | null;
  /** Of this person; after their last, of the next person. */
  readonly next: string | null;
  /** Where a decision on this piece leads: what of this person was passed over comes before anybody else. */
  readonly onceDecided: string | null;
  /** Whose turn it is after this person. The addresses carry it: once the most pressing piece is decided, the place where they stood is lost. */
  readonly after: string | null;
};

const WAITING = columns({ id: uuid, received: flag });
const PERSON = columns({ id: nullable(uuid), enrolmentId: nullable(uuid), read: integer });
const BEFORE = columns({ id: uuid });
type Person = { readonly id: string; readonly enrolmentId: string };

export async function placeInQueue(
  db: Database,
  scope: Scope,
  filter: QueueFilter,
  { id, enrolmentId }: Here,
): Promise<PlaceInQueue> {
  const [total, waiting, person] = await Promise.all([
    countQueue(db, scope, filter),
    waitingOf(db, scope, filter, enrolmentId),
    nextPerson(db, scope, filter, enrolmentId),
  ]);
  const ids = waiting.map((one) => one.id);
  const here = ids.indexOf(id);
  const later = ids.slice(here + 1);
  // What is marked « Reçue » waits on: led back to it, one would go round between two of them.
  const passed = waiting.slice(0, Math.max(0, here)).find(({ received }) => !received);
  const previous = here === 0 ? await lastBefore(db, scope, filter, enrolmentId) : ids[here - 1];
  return {
    total,
    waiting: ids,
    previous: previous ?? null,
    next: later[0] ?? person?.id ?? null,
    onceDecided: later[0] ?? passed?.id ?? person?.id ?? null,
    after: person?.enrolmentId ?? null,
  };
}

function waitingOf(
  db: Database,
  scope: Scope,
  filter: QueueFilter,
  enrolmentId: string,
  which = sql``,
): Promise<readonly RowOf<typeof WAITING>[]> {
  return WAITING.all(
    db,
    sql`with moment as ${MOMENT},
    own as (select q.piece_id, q.since, q.state, ${READY(sql`q.state`)} as ready, ${RISK} as risk
      from office_queue q cross join moment where q.enrolment_id = ${enrolmentId} and ${inQueue(scope, filter)} ${which})
    select piece_id as id, state = 'received' as received from own where ready > 0 order by ${ORDER}`,
  );
}

const MOMENT = sql`(select (business_now() at time zone 'Europe/Paris')::date as today)`;

/** The one whose turn was announced, while they wait and no colleague is at them; else whoever comes after. */
async function nextPerson(db: Database, scope: Scope, filter: QueueFilter, mine: string): Promise<Person | null> {
  const { after } = filter;
  if (after == null || after === mine) return personAfter(db, scope, filter, mine, mine);
  const [first] = await waitingOf(db, scope, filter, after, freeOfOthers(scope));
  return first === undefined ? personAfter(db, scope, filter, after, mine) : { id: first.id, enrolmentId: after };
}

/** Of how many pieces a next person is sought, at first guess: those of people passed over stand between. */
const SOUGHT = 60;

/**
 * The first person who comes after `anchor` and that no colleague is at; after the last comes the first. Somebody whose most pressing piece
 * comes before was passed over, and isn't met again at each of their others.
 */
async function personAfter(
  db: Database,
  scope: Scope,
  filter: QueueFilter,
  anchor: string,
  mine: string,
): Promise<Person | null> {
  for (let sought = SOUGHT; sought <= MOST_COUNTED; sought *= 10) {
    const found = await PERSON.one(
      db,
      sql`${around(scope, filter, anchor)},
      met as (select piece_id, enrolment_id, since, ready, risk from (
        select q.piece_id, q.enrolment_id, q.since, ready, ${RISK} as risk from ${beside(
          scope,
          filter,
          sql`(q.since, q.piece_id) >= (g.bound_since, g.bound_id) ${DECIDABLE} ${freeOfOthers(scope)} and q.enrolment_id <> all(${[anchor, mine]}::uuid[])`,
          sql`q.since, q.piece_id`,
          sought,
        )}) m order by ${ORDER} limit ${sought}::int),
      turn as (select piece_id, enrolment_id from met where not exists (
          select from office_queue q cross join here h cross join moment where q.enrolment_id = met.enrolment_id and ${inQueue(scope, filter)}
            and (-${READY(sql`q.state`)}, -${RISK_OF_Q}, q.since, q.piece_id) < (-h.ready, -h.risk, h.since, h.piece_id)
        ) order by ${ORDER} limit 1)
      select t.piece_id as id, t.enrolment_id as "enrolmentId", (select count(*) from met) as read from moment left join turn t on true`,
    );
    if (found.id !== null && found.enrolmentId !== null) return { id: found.id, enrolmentId: found.enrolmentId };
    if (found.read < sought) break;
  }
  return firstInQueue(db, scope, filter, mine);
}

/** The piece before this person's first: of the person before. */
async function lastBefore(db: Database, scope: Scope, filter: QueueFilter, mine: string): Promise<string | null> {
  const found = await BEFORE.first(
    db,
    sql`${around(scope, filter, mine)}
    select piece_id as id from (select q.piece_id, q.since, ready, ${RISK} as risk from ${beside(
      scope,
      filter,
      sql`(q.since, q.piece_id) < (g.bound_since, g.bound_id) ${DECIDABLE} and q.enrolment_id <> ${mine}`,
      sql`q.since desc, q.piece_id desc`,
      1,
    )}) b order by ${BACKWARDS} limit 1`,
  );
  return found?.id ?? null;
}

/** The first `limit` of each group on one side of the piece `here`. */
function beside(
  scope: Scope,
  filter: QueueFilter,
  side: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  limit: number,
): RawBuilder<unknown> {
  return sql`bounds g cross join lateral (select q.piece_id, q.enrolment_id, q.since from office_queue q
    where ${ofGroup(scope, filter)} and ${side} order by ${order} limit ${limit}::int) q`;
}

/** `here`: the most pressing piece of a person. */
function around(scope: Scope, filter: QueueFilter, enrolmentId: string): RawBuilder<unknown> {
  return sql`with recursive ${groupsOf(scope, filter)},
    here as (select piece_id, since, blocking, due_on, ready, risk from (
      select q.piece_id, q.since, q.blocking, q.due_on, ${READY(sql`q.state`)} as ready, ${RISK_OF_Q} as risk
        from office_queue q cross join moment where q.enrolment_id = ${enrolmentId} and ${inQueue(scope, filter)}) h order by ${ORDER} limit 1),
    ${boundsOf()}`;
}
