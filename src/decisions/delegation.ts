import type { Branded } from '../platform/result.ts';

/**
 * The recteur's delegation of signature (code de l'éducation, D222-20): to whom, in what capacity, for which acts, by which text,
 * from when, until when. It is in force the day after its publication, and may be ended any day.
 */
export type DelegationId = Branded<'DelegationId'>;

export type Delegation = {
  readonly id: DelegationId;
  readonly academy: string;
  readonly accountId: string;
  readonly firstName: string;
  readonly surname: string;
  readonly capacity: string;
  /** « le recteur de l'académie »: whose signature it is. */
  readonly grantor: string;
  /** « arrêté du 1er septembre 2023 » */
  readonly title: string;
  /** Codes of the acts that it names. */
  readonly acts: readonly string[];
  /** In the recueil des actes administratifs. */
  readonly publishedOn: Temporal.PlainDate;
  readonly from: Temporal.PlainDate;
  /** Its last day; null: until it is ended. */
  readonly until: Temporal.PlainDate | null;
  /** Somebody ended it then: it is in force until that instant, and what was signed before stays signed under it. */
  readonly endedAt: Temporal.Instant | null;
  readonly keptAt: Temporal.Instant;
};

export const DELEGATIONS = { listed: 200, text: 200 } as const;
