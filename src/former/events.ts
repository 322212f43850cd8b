import type { Subject } from '../platform/journal.ts';

/** A chain an academy for the files; of whose results they are, the chain of the enrolment tells. No entry holds a mark. */
declare module '../platform/events.ts' {
  interface Events {
    'former.imported': OfImport & {
      readonly lines: number;
      readonly persons: number;
      readonly added: number;
      readonly changed: number;
      readonly expired: number;
      readonly sha256: string;
    };
    'former.takenBack': OfImport & { readonly words: string };
    /** In the chain of an enrolment. */
    'former.asked': OfEnrolment & { readonly withNumber: boolean };
    'former.confirmed': OfEnrolment & { readonly proof: string; readonly marks: number };
    'former.refused': OfEnrolment;
    'former.undone': OfEnrolment;
    /** A later file says something else of what was given back. */
    'former.changed': OfEnrolment & { readonly importId: string };
    /** The years of these lines are over. */
    'former.erased': { readonly lines: number };
  }
}

type OfImport = { readonly importId: string; readonly rank: number };
type OfEnrolment = { readonly enrolmentId: string };

export function formerSubject(academy: string): Subject {
  return { stream: `former:${academy}`, academy, session: null };
}
