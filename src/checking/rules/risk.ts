/** A piece that keeps the enrolment from being validated weighs twice one that does not. */
export const BLOCKING_WEIGHT = 2;

export type RiskFacts = {
  readonly countsForValidation: boolean;
  /** Whole days in Paris since it came. */
  readonly waitingDays: number;
  /** Whole days in Paris until it is due; below 0: past. */
  readonly daysLeft: number;
};

/**
 * How pressing a piece is: near deadline × blocking × waiting. Whole days, so that the order holds still while an officer
 * works. The queue's SQL computes the same (`store/queue.ts`); a test compares the two.
 */
export function riskOf({ countsForValidation, waitingDays, daysLeft }: RiskFacts): number {
  const weight = countsForValidation ? BLOCKING_WEIGHT : 1;
  return (weight * (1 + Math.max(0, waitingDays))) / (1 + Math.max(0, daysLeft));
}
