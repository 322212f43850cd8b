import type { EnrolmentId } from '../enrolment/index.ts';
import type { HearingId } from '../hearings/index.ts';
import { columns, id, instant, nullable, oneOf, type RowOf, text, uuid } from '../platform/database/columns.ts';
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

/** Candidates whom one person invites together to regularise (*lot d'invitations*): as much is kept of it. */
export type InvitationLot = CancellationLot;

/** What may be said of somebody who wasn't invited, without a figure. */
export const INVITATION_REFUSALS = [
  'not-found',
  'ended',
  'not-closed',
  'in-grace',
  'nothing-missing',
  'begun-in-time',
  'being-read',
  'already-invited',
  'no-time-left',
  'decided-already',
] as const satisfies readonly Refusal['code'][];
export type InvitationRefusal = (typeof INVITATION_REFUSALS)[number];

export const INVITATION_LINE = columns({
  enrolmentId: id<EnrolmentId>(),
  outcome: nullable(oneOf(['invited', ...INVITATION_REFUSALS])),
  hearingId: nullable(id<HearingId>()),
});
/** One candidate of such a lot, with their invitation. `outcome`: null while nobody came to them. */
export type InvitationLine = RowOf<typeof INVITATION_LINE>;

/** A budget for one lot: its proposals or its invitations, and the seconds that one request works at it; the next goes on. */
export const LOT = { proposals: 200, invitations: 500, seconds: 8 } as const;
