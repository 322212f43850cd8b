import { type RawBuilder, sql } from 'kysely';
import type { Scope } from '../../scope/index.ts';
import type { QueueFilter, QueueState } from '../checking.ts';
import { BLOCKING_WEIGHT } from '../rules/risk.ts';
import { STILL_THERE } from './presence.ts';

/**
 * The pieces that wait stand in groups within which the queue's order is that of waiting alone: one state, one day due,
 * blocking or not. Of each group the index gives the first ones; the groups are few, and are merged by risk.
 */
const READ = ['handed-over', 'received', 'not-handed-over'] as const;
/** The same while a file of it waits to be read: what is received is received. */
const UNREAD = ['handed-over-unread', 'received-unread', 'not-handed-over-unread'] as const;
export const KEPT_STATES = [...READ, ...UNREAD, 'by-post'] as const;
type KeptState = (typeof KEPT_STATES)[number];

const EVERYTHING: readonly KeptState[] = [...READ, ...UNREAD];
const STATES: Readonly<Record<QueueState, readonly KeptState[]>> = {
  all: EVERYTHING,
  'handed-over': ['handed-over', 'received', 'handed-over-unread', 'received-unread'],
  corrected: EVERYTHING,
  'not-handed-over': ['not-handed-over', 'not-handed-over-unread'],
  received: ['received', 'received-unread'],
  'being-read': UNREAD,
  'by-post': ['by-post'],
};

export const isUnread = (state: KeptState): boolean => UNREAD.some((one) => one === state);
/** The candidate said that all is there, or it came by post. */
export const isHandedOver = (state: KeptState): boolean => !STATES['not-handed-over'].includes(state);

export const ORDER = sql`ready desc, risk desc, since, piece_id`;
export const BACKWARDS = sql`ready, risk, since desc, piece_id desc`;
/** 2: to be decided; 1: its candidate may still change it; 0: a file of it waits to be read, and nothing is decided before. */
export const READY = (state: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(case when ${state} like '%-unread' then 0 when ${state} = 'not-handed-over' then 1 else 2 end)`;
/** May something be decided on pieces of the group `g`? What comes next always is such a piece. */
export const DECIDABLE = sql`and g.state not like '%-unread'`;
const WEIGHT = (blocking: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(case when ${blocking} then ${sql.lit(BLOCKING_WEIGHT)} else 1 end)`;
const DAYS_LEFT = (dueOn: RawBuilder<unknown>): RawBuilder<unknown> => sql`(1 + greatest(0, ${dueOn} - today))`;
const DAYS_WAITING = (since: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(1 + greatest(0, today - (${since} at time zone 'Europe/Paris')::date))`;

/** How pressing a row is (rules/risk.ts), beside `today`. */
export const RISK = sql`(${WEIGHT(sql`blocking`)} * ${DAYS_WAITING(sql`since`)})::double precision / ${DAYS_LEFT(sql`due_on`)}`;

/** The same of a row `q` where other rows stand beside it. */
export const RISK_OF_Q = sql`(${WEIGHT(sql`q.blocking`)} * ${DAYS_WAITING(sql`q.since`)})::double precision / ${DAYS_LEFT(sql`q.due_on`)}`;

/** What a row `q` of the queue must be to be in this scope and filter. */
export function inQueue(scope: Scope, filter: QueueFilter): RawBuilder<unknown> {
  return sql`q.academy = ${scope.academy} and q.session = any(${sessionsOf(scope, filter)}::text[])
    and q.confidential = ${scope.pieces === 'confidential'} and q.state = any(${STATES[filter.state]}::text[])
    ${scope.portfolios === null ? sql`` : sql`and q.portfolio = any(${scope.portfolios}::text[])`} ${narrowed(scope, filter)}
    ${filter.state === 'corrected' ? sql`and q.corrected` : sql``}`;
}

function sessionsOf({ sessions }: Scope, filter: QueueFilter): readonly string[] {
  return filter.session === null ? sessions : sessions.filter((code) => code === filter.session);
}

function narrowed(scope: Scope, { group, over, speciality, code, claim }: QueueFilter): RawBuilder<unknown> {
  return sql`${group === undefined ? sql`` : sql`and q.portfolio = ${group}`} ${over === undefined ? sql`` : sql`and q.since < ${daysAgo(over)}`} ${speciality === null ? sql`` : sql`and q.speciality = ${speciality}`} ${code === null ? sql`` : sql`and q.code = ${code}`}
    ${claim === null ? sql`` : claim === 'mine' ? claimedBy(scope) : freeOfClaims(scope)}`;
}

/** The midnight of Paris with which that day began. */
function daysAgo(days: number): RawBuilder<unknown> {
  return sql`(((business_now() at time zone 'Europe/Paris')::date - ${days}::int)::timestamp at time zone 'Europe/Paris')`;
}

/** Few files are one person's: they are found first. */
function claimedBy({ reader, pieces }: Scope): RawBuilder<unknown> {
  return sql`and q.enrolment_id = any(array(select c.enrolment_id from office_claim c
    where c.account_id = ${reader ?? null}::uuid and c.confidential = ${pieces === 'confidential'}))`;
}

/** Claims are a few dozens, read once a statement, not once a row. */
function freeOfClaims({ academy, reader, pieces }: Scope): RawBuilder<unknown> {
  return sql`and q.enrolment_id <> all(array(select c.enrolment_id from office_claim c
    where c.academy = ${academy} and c.confidential = ${pieces === 'confidential'} and c.account_id is distinct from ${reader ?? null}::uuid))`;
}

/** No colleague takes care of `q`'s file nor has it open: what comes next, so that two who begin together don't meet. */
export function freeOfOthers(scope: Scope): RawBuilder<unknown> {
  const { academy, reader, pieces } = scope;
  return sql`${freeOfClaims(scope)} and q.enrolment_id <> all(array(select o.enrolment_id from office_presence o
    where o.academy = ${academy} and o.confidential = ${pieces === 'confidential'} and o.account_id is distinct from ${reader ?? null}::uuid and o.seen_at > ${STILL_THERE}))`;
}

/** Is `q` of the group `g`? Each column an equality, so that an index stands for the rest of the order. */
export function ofGroup(scope: Scope, filter: QueueFilter): RawBuilder<unknown> {
  return sql`${ofKind(scope, filter, sql`g`)} and q.due_on = g.due_on`;
}

function ofKind(scope: Scope, filter: QueueFilter, kind: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`q.academy = ${scope.academy} and q.confidential = ${scope.pieces === 'confidential'} and q.session = ${kind}.session
    ${scope.portfolios === null ? sql`` : sql`and q.portfolio = ${kind}.portfolio`} and q.state = ${kind}.state
    and q.corrected = ${kind}.corrected and q.blocking = ${kind}.blocking ${narrowed(scope, filter)}`;
}

/** `moment`: today in Paris. `groups`: those that have a piece, found by leaps from one day due to the next. */
export function groupsOf(scope: Scope, filter: QueueFilter): RawBuilder<unknown> {
  const corrected = filter.state === 'corrected' ? sql`(true)` : sql`(false), (true)`;
  return sql`moment as materialized (select (business_now() at time zone 'Europe/Paris')::date as today),
    kinds as (
      select * from unnest(${sessionsOf(scope, filter)}::text[]) as session, unnest(${scope.portfolios ?? ['']}::text[]) as portfolio,
        unnest(${STATES[filter.state]}::text[]) as state, (values ${corrected}) c(corrected), (values (false), (true)) b(blocking)
    ),
    leaps as (
      select k.*, (select min(q.due_on) from office_queue q where ${ofKind(scope, filter, sql`k`)}) as due_on from kinds k
      union all
      select k.session, k.portfolio, k.state, k.corrected, k.blocking,
        (select min(q.due_on) from office_queue q where ${ofKind(scope, filter, sql`k`)} and q.due_on > k.due_on) from leaps k where k.due_on is not null
    ),
    groups as materialized (select l.*, ${READY(sql`l.state`)} as ready, m.today from leaps l cross join moment m where l.due_on is not null)`;
}

/**
 * `bounds`: each group with the point, in its own order, before which its pieces come before the piece `here` and after which they
 * come after it. Whole numbers alone: w × (1 + waiting) / (1 + left) are compared crosswise.
 */
export function boundsOf(): RawBuilder<unknown> {
  const day = (date: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`((${date})::timestamp at time zone 'Europe/Paris')`;
  const NOBODY = sql`'00000000-0000-0000-0000-000000000000'::uuid`;
  return sql`compared as (
      select g.*, h.since as here_since, h.piece_id as here_id, h.ready as here_ready,
        ${WEIGHT(sql`h.blocking`)} * ${DAYS_WAITING(sql`h.since`)} * ${DAYS_LEFT(sql`g.due_on`)}::bigint as mine,
        ${WEIGHT(sql`g.blocking`)} * ${DAYS_LEFT(sql`h.due_on`)}::bigint as theirs
      from groups g cross join here h
    ),
    bounds as (
      select c.*, b.since as bound_since, b.id as bound_id from compared c cross join lateral (select
        today - (mine / theirs - 1)::int as same_day) d cross join lateral (select *
        from (select 'infinity'::timestamptz as since, ${NOBODY} as id where ready > here_ready
          union all select '-infinity', ${NOBODY} where ready < here_ready
          union all select 'infinity', ${NOBODY} where ready = here_ready and mine < theirs
          union all select ${day(sql`same_day`)}, ${NOBODY} where ready = here_ready and mine >= theirs and (mine % theirs <> 0 or here_since < ${day(sql`same_day`)})
          union all select ${day(sql`same_day + 1`)}, ${NOBODY}
            where ready = here_ready and mine > theirs and mine % theirs = 0 and here_since >= ${day(sql`same_day + 1`)}
          union all select here_since, here_id where ready = here_ready and mine >= theirs and mine % theirs = 0
            and here_since >= ${day(sql`same_day`)} and (mine = theirs or here_since < ${day(sql`same_day + 1`)})) one
        ) b
    )`;
}
