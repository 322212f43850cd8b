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
  }
}

type PaperEvent = {
  readonly enrolmentId: string;
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly version: number;
};
