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
  }
}

declare module '../platform/jobs.ts' {
  interface JobKinds {
    'sheet.read': { readonly enrolmentId: string };
    /** Prints a paper and keeps the file. */
    'paper.render': { readonly paperId: string };
    /** Prints a part of a batch, and orders the next part. */
    'papers.printBatch': { readonly batchId: string };
  }
}

type LetterEvent = Readonly<Record<string, string>> & { readonly enrolmentId: string; readonly reference: string };

type PaperEvent = {
  readonly enrolmentId: string;
  readonly paperId: string;
  readonly kind: PaperKind;
  readonly version: number;
};
