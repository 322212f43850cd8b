import type { Subject } from '../platform/journal.ts';
import type { PaperKind } from './paper.ts';

declare module '../platform/events.ts' {
  interface Events {
    'paper.issued': PaperEvent;
    'paper.opened': PaperEvent;
    /** What an office enters of a letter: with a decision, or in the place of a mail. `tracking` is empty where it left without a number. */
    'letter.posted': LetterEvent;
    'letter.received': LetterEvent;
    'letter.returned': LetterEvent;
    'letter.corrected': LetterEvent;
    /** By telephone, in the place of a letter. */
    'letter.told': LetterEvent;
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
    'sheet.read': { readonly enrolmentId: string };
    /** Prints a paper and keeps the file. */
    'paper.render': { readonly paperId: string };
    /** Prints a part of a batch, and orders the next part. */
    'papers.printBatch': { readonly batchId: string };
    'publication.scan': { readonly publicationId: string };
    /** Gives a document of the office to those who don't have it yet. */
    'publication.give': { readonly publicationId: string };
    /** Tells those who have it that it is withdrawn. */
    'publication.tellWithdrawal': { readonly publicationId: string };
    /** Tells a candidate all that was decided on an enrolment, if nothing was for a while. `eventId`: of which decision. */
    'decisions.tell': Told;
    /** Ordered by the version before, of which nodes may still run. */
    'pieces.digest': Pick<Told, 'enrolmentId'>;
    'piece.tell-refusal': Told & { readonly pieceId: string };
    'document.tell-decision': Told & { readonly pieceId: string };
    'enrolment.tell-validation': Told;
  }
}

/** Something to tell of an enrolment; a second run tells the same event, so nothing. */
type Told = { readonly enrolmentId: string; readonly eventId: string };

type LetterEvent = Readonly<Record<string, string>> & { readonly enrolmentId: string; readonly reference: string };

type PaperEvent = {
  readonly enrolmentId: string;
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly version: number;
};

type PublishedEvent = { readonly enrolmentId: string; readonly publicationId: string };

/** What an office publishes stands in a chain of its own. */
export function publicationsOf(academy: string): Subject {
  return { stream: `publications:${academy}`, academy, session: null };
}
