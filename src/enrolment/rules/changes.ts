import type { Moment } from '../../platform/clock.ts';
import type { Enrolment } from '../enrolment.ts';
import type { Refusal } from '../refusals.ts';
import { allows } from './transitions.ts';
import { outsideWindow, type Window } from './window.ts';

type Standing = Parameters<typeof allows>[0];

/** Why the answers of an enrolment can't be changed at this moment, or null. */
export function refuseChange(enrolment: Standing, window: Window, moment: Moment): Refusal | null {
  return allows(enrolment, 'save-step') ? outsideWindow(window, moment) : { code: 'ended' };
}

/**
 * What an enrolment is to whoever looks at it now: changes « not saved by the closing » are none, the registered version and
 * its signature stand (docs/product.md, « The life of an enrolment »).
 */
export function asItStands(enrolment: Enrolment, { closesAt }: Window, begunAt: Temporal.Instant): Enrolment {
  if (enrolment.number === null || Temporal.Instant.compare(begunAt, closesAt) < 0) return enrolment;
  return { ...enrolment, working: null };
}
