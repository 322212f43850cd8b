import type { EnrolmentId } from '../enrolment/index.ts';
import type { CentreId, RoomId } from '../places/index.ts';
import type { Branded } from '../platform/result.ts';
import type { Nearer, PlanFigures, Unseated } from './placing/problem.ts';

/**
 * Who sits where, numbered. **working**: being placed; **draft**: to look at and to move by hand; **failed**: the placing ended
 * without an answer; **published**: candidates are summoned by it; **replaced**: by the next one that was published. There is at most
 * one working or draft and one published of a session, and a published one never changes: a correction is the next plan, which
 * begins with its rows.
 */
export type PlanId = Branded<'PlanId'>;
export type PlanState = 'working' | 'draft' | 'failed' | 'published' | 'replaced';

/** What a placing leaves where it is: the seats that a person froze alone, or every seat that stands (`missing`: the rest is placed). */
export type PlacingMode = 'all' | 'missing';

export type ExamPlan = {
  readonly id: PlanId;
  readonly academy: string;
  readonly session: string;
  readonly number: number;
  readonly state: PlanState;
  readonly mode: PlacingMode;
  readonly basedOn: PlanId | null;
  readonly figures: PlacingFigures | null;
  readonly failure: string | null;
  readonly orderedBy: string;
  readonly orderedAt: Temporal.Instant;
  readonly publishedBy: string | null;
  readonly publishedAt: Temporal.Instant | null;
  readonly rowVersion: number;
};

/** How it was placed: what gives the same answer again, and what both ways cost. */
export type PlacingFigures = {
  readonly kept: 'solver' | 'greedy';
  readonly solver: PlanFigures | null;
  readonly greedy: PlanFigures;
  readonly status: string;
};

/** One unit of one candidate. `percent`: more time; `place`: the number of the table in its room. */
export type PlanSeat = {
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  readonly sittingId: string;
  readonly roomId: RoomId;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly percent: number;
  readonly alone: boolean;
  readonly place: number | null;
  readonly frozen: boolean;
  readonly reason: string | null;
};

/** Why a unit has no seat: as the placing found it, or because a person took it away, with their reason. */
export type PlanUnseated = {
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  readonly why: Unseated | 'taken-away';
  readonly reason: string | null;
};

/** The centre of one candidate. `nearer`: the nearest of those that are nearer, with why not. */
export type PlanPlaced = {
  readonly enrolmentId: EnrolmentId;
  readonly centreId: CentreId;
  /** As the crow flies; null: where they live isn't known. */
  readonly km: number | null;
  readonly nearer: readonly Nearer[];
};

/** A seat, as a list of its room says it. */
export type RoomSeat = PlanSeat & {
  readonly centreId: CentreId;
  readonly room: string;
  readonly number: string;
  readonly speciality: string;
  readonly candidateId: string;
  readonly birthName: string;
  readonly usageName: string | null;
  readonly firstNames: string;
  readonly birthDate: Temporal.PlainDate;
};

/** What differs of one unit of one candidate between two plans. */
export type SeatChange = {
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  readonly what: 'added' | 'gone' | 'centre' | 'hour' | 'room' | 'table';
};
