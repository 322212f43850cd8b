import type { EnrolmentEvent } from '../enrolment/index.ts';

declare module '../platform/events.ts' {
  interface Events {
    /** The office thinks of a decision, and the candidate may answer until then. No word of either is in the journal. */
    'hearing.opened': EnrolmentEvent & { readonly kind: 'units' | 'validation'; readonly until: string };
    'hearing.answered': EnrolmentEvent;
    'hearing.dropped': EnrolmentEvent & { readonly kind: 'units' | 'validation' };
    /** A decision leaves the candidate out of these units. */
    'unit.leftOut': EnrolmentEvent & { readonly units: readonly string[] };
    /** The paper or a waiver came: they sit them again. */
    'unit.readmitted': EnrolmentEvent & { readonly units: readonly string[] };
    'validation.undone': EnrolmentEvent;
  }
}
