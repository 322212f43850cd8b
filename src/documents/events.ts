import type { Subject } from '../platform/journal.ts';

declare module '../platform/events.ts' {
  interface Events {
    /** A document of the office, kept to be looked at. Its words aren't in the journal, which can't be erased. */
    'publication.drafted': {
      readonly publicationId: string;
      readonly recipients: number;
      readonly sha256: string;
      readonly sentSha256: string;
    };
    'publication.ordered': { readonly publicationId: string; readonly recipients: number };
    'publication.withdrawn': { readonly publicationId: string; readonly given: number };
    'publication.given': PublishedEvent;
    'publication.opened': PublishedEvent;
    /** The candidate was told that it is withdrawn. */
    'publication.recalled': PublishedEvent;
  }
}

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'publication.scan': { readonly publicationId: string };
    /** Gives a document of the office to those who don't have it yet. */
    'publication.give': { readonly publicationId: string };
    /** Tells those who have it that it is withdrawn. */
    'publication.tellWithdrawal': { readonly publicationId: string };
  }
}

type PublishedEvent = { readonly enrolmentId: string; readonly publicationId: string };

/** What an office publishes stands in a chain of its own. */
export function publicationsOf(academy: string): Subject {
  return { stream: `publications:${academy}`, academy, session: null };
}
