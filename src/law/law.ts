import type { COURT_SEATS } from '../platform/french/territories.ts';

/**
 * Legal time: every delay that the site prints or judges is counted here, and nowhere else (`scripts/legal-time.mjs`). Days are
 * those of Paris. Case law comes second-hand (decision 101): where two counts differ, the day that is printed is the one
 * below, and nobody is called late before the later of them.
 */

/** The last day of a delay. */
export type LastDay = {
  /** Printed « inclus »: what is done on it, until midnight, is in time. */
  readonly last: Temporal.PlainDate;
  /** From this day on, and not before, what is done may be called late: no count of any source goes further. */
  readonly lateFrom: Temporal.PlainDate;
};

/** Overseas, by the names that the code de justice administrative gives (R421-7). */
export const OVERSEAS = [
  'guadeloupe',
  'martinique',
  'guyane',
  'reunion',
  'mayotte',
  'saint-barthelemy',
  'saint-martin',
  'saint-pierre-et-miquelon',
  'polynesie-francaise',
  'wallis-et-futuna',
  'nouvelle-caledonie',
  'terres-australes',
] as const;
export type Overseas = (typeof OVERSEAS)[number];

/** Where somebody lives. */
export type Residence = 'mainland' | Overseas | 'abroad';

/** Where the administrative court of an academy sits. */
export type CourtSeat = (typeof COURT_SEATS)[number];

/** What a person's delay depends on, besides its first day. */
export type Where = { readonly seat: CourtSeat; readonly residence: Residence };

/** What silence made: a refusal, on the day when it was born, and the last day to contest it. */
export type ImpliedRefusal = {
  /** The day on which silence has lasted long enough: the delay against it runs from there. */
  readonly on: Temporal.PlainDate;
  /** It is born at the end of that day for some: from the next on it may be said. */
  readonly saidFrom: Temporal.PlainDate;
  readonly contest: LastDay;
};
