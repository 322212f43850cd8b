import type { Subject } from '../platform/journal.ts';
import type { Enrolment } from './enrolment.ts';

declare module '../platform/events.ts' {
  interface Events {
    'enrolment.registered': EnrolmentEvent & { readonly version: number };
    'enrolment.modified': EnrolmentEvent & { readonly version: number };
    'enrolment.signed': EnrolmentEvent & { readonly version: number };
    'enrolment.withdrawn': EnrolmentEvent;
    'enrolment.validated': EnrolmentEvent & { readonly version: number };
    /** Only what was said of one's health changed: no version, no paper, nothing for the office to read. */
    'health.declared': { readonly enrolmentId: string };
  }
}

export type EnrolmentEvent = { readonly enrolmentId: string; readonly number: string };

/** The journal chain of an enrolment. */
export function enrolmentStream(id: string): string {
  return `enrolment:${id}`;
}

/**
 * The chain of what concerns a candidate's health. It is of no academy and of no enrolment's chain: neither the history of a
 * file nor the journal of the office holds it.
 */
export function healthSubjectOf({ id }: Pick<Enrolment, 'id'>): Subject {
  return { stream: `health:${id}`, academy: null, session: null };
}

export function subjectOf(enrolment: Pick<Enrolment, 'id' | 'academy' | 'session'>): Subject {
  return { stream: enrolmentStream(enrolment.id), academy: enrolment.academy, session: enrolment.session };
}
