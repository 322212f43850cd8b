/** All of the chain `health:…`, of no academy: neither the history of a file nor the journal of the office holds them. */
declare module '../platform/events.ts' {
  interface Events {
    'accommodation.submitted': OfEnrolment & { readonly late: boolean };
    'accommodation.recorded': OfEnrolment & { readonly receivedOn: string | null };
    'accommodation.documentGiven': OfEnrolment & {
      readonly documentId: string;
      readonly sha256: string;
      readonly sentSha256: string;
      readonly receipt: string;
    };
    'accommodation.documentRemoved': OfEnrolment & { readonly documentId: string };
    /** The antivirus found it infected, and the candidate was told. */
    'accommodation.documentInfected': OfEnrolment & { readonly documentId: string };
    /** A document that had waited was read; `sha256`: of what is kept from now on. */
    'accommodation.documentRead': OfEnrolment & { readonly documentId: string; readonly sha256: string };
    /** It could not be read, and the candidate was told. `until`: of what the service asks for, where it asks. */
    'accommodation.documentUnreadable': OfEnrolment & {
      readonly documentId: string;
      readonly why: string;
      readonly until: string | null;
    };
    'accommodation.documentErased': OfEnrolment & { readonly documentId: string; readonly receipt: string };
    /** Told that a request which was begun isn't sent, so long before the closing. */
    'accommodation.reminded': OfEnrolment & { readonly until: string; readonly step: string };
    'accommodation.asked': OfEnrolment & { readonly until: string };
    'accommodation.answered': OfEnrolment;
    'accommodation.sentToDoctor': OfEnrolment;
    'accommodation.advised': OfEnrolment & { readonly givenOn: string };
    /** Written for whoever signs, or sent back: read by the service alone. */
    'accommodation.prepared': OfEnrolment;
    'accommodation.sentBack': OfEnrolment;
    'accommodation.decided': OfEnrolment & { readonly rank: number };
    'accommodation.withdrawn': OfEnrolment;
    /** Sent by the academy's own way, given up, or neither any more. */
    'accommodation.said': OfEnrolment & { readonly what: string };
  }
}

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'accommodation.scan': { readonly documentId: string };
    'accommodation.tellUnsent': { readonly reminderId: string };
  }
}

type OfEnrolment = { readonly enrolmentId: string };
