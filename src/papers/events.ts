import type { PaperKind } from './paper.ts';

declare module '../platform/events.ts' {
  interface Events {
    'paper.issued': PaperEvent;
    'paper.opened': PaperEvent;
  }
}

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Prints a paper and keeps the file. */
    'paper.render': { readonly paperId: string };
    /** Tells a candidate which pieces were accepted since the last time. */
    'pieces.digest': { readonly enrolmentId: string };
    /** Tells a candidate of a refusal that still stands. `reviewedAt`: which one. */
    'piece.tell-refusal': Told & {
      readonly pieceId: string;
      readonly reviewedAt: string;
      /** Absent from the jobs of older versions. */
      readonly undidValidation?: boolean;
    };
    /** Tells a candidate that a document of health was decided on, and no more. `reviewedAt`: which decision. */
    'document.tell-decision': Told & { readonly pieceId: string; readonly reviewedAt: string };
    /** Tells a candidate of a validation that still stands. `validatedAt`: which one. */
    'enrolment.tell-validation': Told & { readonly validatedAt: string };
  }
}

/** Something to tell of an enrolment; a second run tells the same event, so nothing. */
type Told = { readonly enrolmentId: string; readonly eventId: string };

type PaperEvent = {
  readonly enrolmentId: string;
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly version: number;
};
