import type { Subject } from '../platform/journal.ts';
import type { Enrolment } from './enrolment.ts';

declare module '../platform/events.ts' {
  interface Events {
    'enrolment.registered': EnrolmentEvent & { readonly version: number };
    'enrolment.modified': EnrolmentEvent & { readonly version: number };
    'enrolment.signed': EnrolmentEvent & { readonly version: number };
    'enrolment.withdrawn': EnrolmentEvent;
    /** The consent to publish one's results, as it is from now on. */
    'enrolment.disclosureChanged': EnrolmentEvent & { readonly online: boolean; readonly press: boolean };
    'enrolment.validated': EnrolmentEvent & { readonly version: number };
  }
}

export type EnrolmentEvent = { readonly enrolmentId: string; readonly number: string };

/** The journal chain of an enrolment. */
export function enrolmentStream(id: string): string {
  return `enrolment:${id}`;
}

export function subjectOf(enrolment: Pick<Enrolment, 'id' | 'academy' | 'session'>): Subject {
  return { stream: enrolmentStream(enrolment.id), academy: enrolment.academy, session: enrolment.session };
}
