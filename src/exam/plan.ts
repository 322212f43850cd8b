import type { EnrolmentId } from '../enrolment/index.ts';
import type { Branded } from '../platform/result.ts';
import type { RoomId } from './places.ts';
import type { PlanFigures, Unseated } from './placing/problem.ts';

/**
 * Who sits where, numbered. **working**: being placed; **draft**: to look at and to move by hand; **failed**: the placing ended
 * without an answer; **published**: candidates are summoned by it; **replaced**: by the next one that was published. There is at most
 * one working or draft and one published of a session, and a published one never changes: a correction is the next plan, which
 * begins with its rows.
 */
export type PlanId = Branded<'PlanId'>;
export type PlanState = 'working' | 'draft' | 'failed' | 'published' | 'replaced';

export type ExamPlan = {
  readonly id: PlanId;
  readonly academy: string;
  readonly session: string;
  readonly number: number;
  readonly state: PlanState;
  readonly basedOn: PlanId | null;
  readonly figures: PlacingFigures | null;
  readonly failure: string | null;
  readonly orderedAt: Temporal.Instant;
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

export type PlanUnseated = { readonly enrolmentId: EnrolmentId; readonly unit: string; readonly why: Unseated };
