import { columns, instant, nullable, oneOf, type RowOf, text, uuid } from '../platform/database/columns.ts';
import { CANCELLATION_LIFE } from './cancellation.ts';
import type { Refusal } from './refusals.ts';

export const LOT_ROW = columns({ id: uuid, academy: text, session: text, officerId: uuid, at: instant });
/** Proposals that a second person approves together, after a look at each (*lot d'annulations*). */
export type CancellationLot = RowOf<typeof LOT_ROW>;

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

export const LOT_LINE = columns({
  cancellationId: uuid,
  enrolmentId: uuid,
  outcome: nullable(oneOf(['approved', ...LOT_REFUSALS])),
  state: oneOf(CANCELLATION_LIFE.states),
  words: text,
  ground: text,
  takesEffectAt: nullable(instant),
});
/** One proposal of a lot. `outcome`: null while nobody came to it, after a stop or because its time ran out. */
export type LotLine = RowOf<typeof LOT_LINE>;

/** A budget for one lot: its proposals or its invitations, and the seconds that one request works at it; the next goes on. */
export const LOT = { proposals: 200, invitations: 500, seconds: 8 } as const;
