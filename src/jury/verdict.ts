import type { EnrolmentId } from '../enrolment/index.ts';
import type { Account } from '../results/index.ts';

/** What a closed record says of one candidate: frozen. Half points; the marks are those after the jury's points. */
export type Verdict = {
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
  readonly decision: 'ADMITTED' | 'REFUSED' | 'NOT_JUDGED';
  readonly account: Account;
  readonly juryPoints: readonly {
    readonly unit: string;
    readonly before: number;
    readonly after: number;
    readonly reason: string;
  }[];
};
