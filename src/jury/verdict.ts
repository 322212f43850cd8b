import type { EnrolmentId } from '../enrolment/index.ts';
import type { Account } from '../results/index.ts';

/**
 * What a jury decides of a candidate: the diploma is delivered on its proposal; it isn't; or nothing is decided, because a unit isn't
 * presented yet (progressive form) or a certificate bars it.
 */
export const DECISIONS = ['ADMITTED', 'REFUSED', 'NOT_JUDGED'] as const;
export type JuryDecision = (typeof DECISIONS)[number];

/** A mark that the jury raised, in half points. */
export type JuryPoint = {
  readonly unit: string;
  readonly before: number;
  readonly after: number;
  readonly reason: string;
};

/** The words that its addition to the record bears. */
export type AdditionReason = { readonly addition: number; readonly reason: string };

/** What a closed record says of one candidate: frozen. Marks in half points, those after the points of the jury. */
export type JuryVerdict = {
  readonly enrolmentId: EnrolmentId;
  readonly academy: string;
  readonly session: string;
  readonly juryId: string;
  /** « PV 2024-012 » */
  readonly record: string;
  readonly closedAt: Temporal.Instant;
  /** 0: as closed; else the rank of the dated addition that says it. */
  readonly addition: number;
  /** When it was said: the closing, or that addition. */
  readonly saidAt: Temporal.Instant;
  readonly decision: JuryDecision;
  readonly account: Account;
  readonly juryPoints: readonly JuryPoint[];
  /** Why each dated addition was kept, the first first; none: as the record was closed. */
  readonly reasons: readonly AdditionReason[];
};

/** « PV 2024-012 » */
export function recordName(year: number, number: number): string {
  return `PV ${year}-${String(number).padStart(3, '0')}`;
}
