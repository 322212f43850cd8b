import type { CancellationState } from './cancellation.ts';
import type { Refusal } from './refusals.ts';

/** Proposals that a second person approves together, after a look at each (*lot d'annulations*). */
export type Lot = {
  readonly id: string;
  readonly academy: string;
  readonly session: string;
  readonly officerId: string;
  readonly at: Temporal.Instant;
};

/** What may be said of a proposal that wasn't approved, without a figure. */
export const LOT_REFUSALS = [
  'not-found',
  'ended',
  'nothing-missing',
  'begun-in-time',
  'not-expired',
  'decided-meanwhile',
  'one-person',
] as const satisfies readonly Refusal['code'][];
export type LotRefusal = (typeof LOT_REFUSALS)[number];

/** One proposal of a lot. `outcome`: null while nobody came to it, after a stop or because its time ran out. */
export type LotLine = {
  readonly cancellationId: string;
  readonly enrolmentId: string;
  readonly outcome: 'approved' | LotRefusal | null;
  readonly state: CancellationState;
  readonly words: string;
  readonly ground: string;
  readonly takesEffectAt: Temporal.Instant | null;
};

/** A budget for one lot: its proposals, and the seconds that one request works at it; the next goes on. */
export const LOT = { proposals: 200, seconds: 8 } as const;
