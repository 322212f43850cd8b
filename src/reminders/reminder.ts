import type { Reminder as Step } from '../catalogue/index.ts';
import { type Enrolment, type EnrolmentId, isRunning } from '../enrolment/index.ts';
import { columns, id, instant, nullable, oneOf, type RowOf, text } from '../platform/database/columns.ts';
import { MAIL_LIFE } from '../platform/mail/outbox.ts';
import type { StateOf } from '../platform/transitions.ts';
import { REMINDER_LIFE } from './reminderLife.ts';

/** One person told, so long before one deadline, of what is still missing (*relance*). Read this file first. */
export type ReminderState = StateOf<typeof REMINDER_LIFE>;

/** Is anything still asked of its candidate? Nothing is once a signed decision sets them aside, notified or not. */
export function isReminded(enrolment: Pick<Enrolment, 'status' | 'reserve'>): boolean {
  return isRunning(enrolment) && enrolment.reserve !== 'upheld';
}

/** `P14D`, `PT3H`: how long before the deadline, as it stands in the row. */
export function stepCode({ before, unit }: Step): string {
  return unit === 'days' ? `P${before}D` : `PT${before}H`;
}

/** Told by hand, after an incident: at no distance of the deadline. Once for each deadline and person, like every other step. */
export const CALLED: Step = { before: 0, unit: 'hours' };

export function isCall(step: string): boolean {
  return step === stepCode(CALLED);
}

export function stepOf(code: string): Step {
  return { before: Number(/\d+/.exec(code)?.[0]), unit: code.startsWith('PT') ? 'hours' : 'days' };
}

export const PROOF = columns({
  enrolmentId: id<EnrolmentId>(),
  until: instant,
  step: text,
  state: oneOf(REMINDER_LIFE.states),
  plannedAt: instant,
  settledAt: nullable(instant),
  /** `BP24-00127-K-R2` */
  reference: nullable(text),
  openedAt: nullable(instant),
  /** Of its mail; `kept`: no relay, it is read in the portal. */
  mail: nullable(oneOf(MAIL_LIFE.states)),
  sentAt: nullable(instant),
  reply: nullable(text),
});
/** What is known of a reminder: computed, sent or not, refused, opened. */
export type ReminderProof = RowOf<typeof PROOF>;

/** A file that an officer took out of the reminders. */
export type Exclusion = {
  readonly reason: string;
  readonly officerId: string;
  readonly at: Temporal.Instant;
};
