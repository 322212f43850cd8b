import type { Identity } from '../accounts/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import type { CentreId, RoomId } from '../places/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  type RowOf,
  text,
} from '../platform/database/columns.ts';
import type { Branded } from '../platform/result.ts';
import { transitions } from '../platform/transitions.ts';
import type { Nearer, PlanFigures } from './placing/problem.ts';

/**
 * Who sits where, numbered. There is at most one working or draft and one published of a session, and a published one never changes: a
 * correction is the next plan, which begins with its rows.
 */
export type PlanId = Branded<'PlanId'>;
export const PLAN_LIFE = transitions({
  title: 'Plan of an exam',
  column: 'exam_plan.state',
  words: 'plan/planTexts.ts',
  means: {
    working: 'being placed',
    draft: 'to look at and to move by hand',
    failed: 'the placing ended without an answer',
    published: 'candidates are summoned by it',
    replaced: 'by the next one that was published',
  },
  acts: {
    order: { from: [], to: 'working', who: 'a head', undone: 'drop' },
    correct: { from: [], to: 'draft', who: 'a head', undone: 'drop' },
    'order-again': { from: ['draft'], to: 'working', who: 'a head' },
    place: { from: ['working'], to: 'draft', who: 'the placing' },
    fail: { from: ['working'], to: 'failed', who: 'the placing' },
    'move-by-hand': { from: ['draft'], who: 'a head', undone: 'move-by-hand' },
    drop: { from: ['working', 'draft'], gone: true, who: 'a head' },
    publish: { from: ['draft'], to: 'published', who: 'a head' },
    replace: { from: ['published'], to: 'replaced', who: 'the next publication' },
  },
});
export type PlanState = ExamPlan['state'];

/** What a placing leaves where it is: the seats that a person froze alone, or every seat that stands (`missing`: the rest is placed). */
export type PlacingMode = ExamPlan['mode'];

export const PLAN = columns({
  id: id<PlanId>(),
  academy: text,
  session: text,
  number: integer,
  state: oneOf(PLAN_LIFE.states),
  mode: oneOf(['all', 'missing']),
  basedOn: nullable(id<PlanId>()),
  figures: nullable(json<PlacingFigures>()),
  failure: nullable(text),
  orderedBy: id<string>(),
  orderedAt: instant,
  publishedBy: nullable(id<string>()),
  publishedAt: nullable(instant),
  rowVersion: integer,
});
export type ExamPlan = RowOf<typeof PLAN>;

/** How it was placed: what gives the same answer again, and what both ways cost. */
export type PlacingFigures = {
  readonly kept: 'solver' | 'greedy' | 'standing';
  readonly solver: PlanFigures | null;
  readonly greedy: PlanFigures;
  /** As it stood, where it was placed again. */
  readonly standing?: PlanFigures | null;
  readonly status: string;
};

export const SEAT = columns({
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  sittingId: id<string>(),
  roomId: id<RoomId>(),
  startsAt: instant,
  endsAt: instant,
  /** Of a turn before a board: when they are called, to prepare or to go in; null: all of the room begin together. */
  callsAt: nullable(instant),
  percent: integer,
  alone: flag,
  place: nullable(integer),
  frozen: flag,
  reason: nullable(text),
});
/** One unit of one candidate. `percent`: more time; `place`: the number of the table in its room. */
export type PlanSeat = RowOf<typeof SEAT>;

export const UNSEATED = columns({
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  why: oneOf(['no-sitting', 'no-room', 'no-centre', 'full', 'twice-at-once', 'elsewhere', 'taken-away']),
  reason: nullable(text),
});
/** Why a unit has no seat: as the placing found it, or because a person took it away, with their reason. */
export type PlanUnseated = RowOf<typeof UNSEATED>;

export const PLACED = columns({
  enrolmentId: id<EnrolmentId>(),
  centreId: id<CentreId>(),
  /** As the crow flies; null: where they live isn't known. */
  km: nullable(integer),
  nearer: json<readonly Nearer[]>(),
});
/** The centre of one candidate. `nearer`: the nearest of those that are nearer, with why not. */
export type PlanPlaced = RowOf<typeof PLACED>;

/** A seat, as a list of its room says it. */
export type RoomSeat = PlanSeat &
  Identity & {
    readonly centreId: CentreId;
    readonly room: string;
    readonly number: string;
    readonly speciality: string;
    readonly candidateId: string;
  };

export const SEAT_CHANGE = columns({
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  what: oneOf(['added', 'gone', 'centre', 'hour', 'room', 'table']),
});
/** What differs of one unit of one candidate between two plans. */
export type SeatChange = RowOf<typeof SEAT_CHANGE>;

/** Has its test begun? Then it is what it was, whatever changed since. */
export function hasBegun(
  { now }: { readonly now: Temporal.Instant },
  { startsAt }: Pick<PlanSeat, 'startsAt'>,
): boolean {
  return Temporal.Instant.compare(startsAt, now) <= 0;
}
