import type { EnrolmentId } from '../enrolment/index.ts';
import type { PlanId } from '../plan/index.ts';
import { columns, id, instant, integer, json, nullable, type RowOf, text } from '../platform/database/columns.ts';

/**
 * What a candidate is told of the published plan (*convocation*): a paper that is made again only where something of it changed, and
 * one that says that it is void. Read this file first; why it is so is in decision 066.
 */

/** Where and when one unit is sat, as it was told. Instants are ISO texts: facts are kept as JSON and compared as they stand. */
export type SummonsSeat = {
  readonly unit: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** When one is called before a board, to prepare or to go in; null: all begin together. Not there in what was told before boards were. */
  readonly callsAt?: string | null;
  readonly percent: number;
  readonly alone: boolean;
  /** Name, then address, a line each. */
  readonly centre: readonly string[];
  readonly room: string;
  readonly table: number | null;
  readonly material: string;
};

/** When one has to be there. */
export function comesAt({ callsAt, startsAt }: Pick<SummonsSeat, 'callsAt' | 'startsAt'>): string {
  return callsAt ?? startsAt;
}

/** What makes a summons another one. Names, letterhead and what is said to all don't: nobody is told again for those. */
export type SummonsFacts = {
  /** By their hours. */
  readonly seats: readonly SummonsSeat[];
  /** Units not sat for want of a certificate, sorted. */
  readonly withheld: readonly string[];
  /** Units to sit without a place yet, sorted. */
  readonly toCome: readonly string[];
  /** Units whose seat a person took away, sorted. */
  readonly takenAway: readonly string[];
  /** What was granted besides time and room, by its name, sorted. */
  readonly arranged: readonly string[];
};

/** What became of a candidate at a publication. `same`: their summons stands; `failed`: a person has to look. */
export type SummonsOutcome = 'first' | 'changed' | 'void' | 'same' | 'failed';

export const SUMMONS = columns({
  enrolmentId: id<EnrolmentId>(),
  rank: integer,
  planId: id<PlanId>(),
  paperId: text,
  facts: json<SummonsFacts>(),
  /** Of the first test that was to come; null: it says that the one before is void. */
  firstAt: nullable(instant),
  issuedAt: instant,
});
/** The last that somebody was told, or one before. */
export type Summons = RowOf<typeof SUMMONS>;
