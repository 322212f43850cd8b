import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof ACCOMMODATION_EVENTS> {}
}

/** All of the chain `health:…`, of no academy: neither the history of a file nor the journal of the office holds them. */
export const ACCOMMODATION_EVENTS = {
  ...defineEvents('other', 'health', {
    'accommodation.submitted': event<OfEnrolment & { readonly late: boolean }>(),
    'accommodation.recorded': event<OfEnrolment & { readonly receivedOn: string | null }>(),
    'accommodation.documentGiven': event<
      OfEnrolment & {
        readonly documentId: string;
        readonly sha256: string;
        readonly sentSha256: string;
        readonly receipt: string;
      }
    >(),
    'accommodation.documentRemoved': event<OfEnrolment & { readonly documentId: string }>(),
    /** The antivirus found it infected, and the candidate was told. */
    'accommodation.documentInfected': event<OfEnrolment & { readonly documentId: string }>(),
    /** A document that had waited was read; `sha256`: of what is kept from now on. */
    'accommodation.documentRead': event<OfEnrolment & { readonly documentId: string; readonly sha256: string }>(),
    /** It could not be read, and the candidate was told. `until`: of what the service asks for, where it asks. */
    'accommodation.documentUnreadable': event<
      OfEnrolment & {
        readonly documentId: string;
        readonly why: string;
        readonly until: string | null;
      }
    >(),
    'accommodation.documentErased': event<OfEnrolment & { readonly documentId: string; readonly receipt: string }>(),
    /** Told that a request which was begun isn't sent, so long before the closing. */
    'accommodation.reminded': event<OfEnrolment & { readonly until: string; readonly step: string }>(),
    'accommodation.asked': event<OfEnrolment & { readonly until: string }>(),
    'accommodation.answered': event<OfEnrolment>(),
    'accommodation.sentToDoctor': event<OfEnrolment>(),
    'accommodation.advised': event<OfEnrolment & { readonly givenOn: string }>(),
    /** Written for whoever signs, or sent back: read by the service alone. */
    'accommodation.prepared': event<OfEnrolment>(),
    'accommodation.sentBack': event<OfEnrolment>(),
    'accommodation.decided': event<OfEnrolment & { readonly rank: number }>(),
    'accommodation.withdrawn': event<OfEnrolment>(),
    /** Sent by the academy's own way, given up, or neither any more. */
    'accommodation.said': event<OfEnrolment & { readonly what: string }>(),
    'accommodation.read': event<{ readonly enrolmentId: string }>(),
    'accommodation.documentViewed': event<
      OfEnrolment & { readonly documentId: string; readonly page: number | null }
    >(),
  }),
  ...defineEvents('readings', 'work', {
    // Of before; written since where the office doesn't read.
    'accommodations.read': event<{ readonly enrolments: readonly string[] }>('Liste consultée par un autre service'),
  }),
};

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'accommodation.scan': { readonly documentId: string };
    'accommodation.tellUnsent': { readonly reminderId: string };
  }
}

type OfEnrolment = { readonly enrolmentId: string };
