import type { AcademySession } from '../catalogue/index.ts';
import type { Subject } from '../platform/journal.ts';

/** A chain a session; no entry of it holds what somebody obtained. */
declare module '../platform/events.ts' {
  interface Events {
    'results.prepared': OfPublication & {
      readonly specialities: readonly string[];
      readonly results: number;
      readonly unchanged: number;
      readonly withoutVerdict: number;
      readonly changed: number;
      readonly sha256: string;
    };
    'results.proposed': OfPublication & { readonly announcedAt: string };
    'results.approved': OfPublication & { readonly announcedAt: string; readonly sha256: string };
    'results.cancelled': OfPublication;
    'results.suspended': OfPublication & { readonly words: string };
    'results.resumed': OfPublication;
    /** What a candidate asks once it is published, and the office's answer: neither's words. */
    'resultCase.opened': OfCase;
    'resultCase.answered': OfCase;
    /** An appeal against a decision, and its answer: neither's words. In the chain of health where the decision is. */
    'appeal.opened': OfAppeal;
    'appeal.answered': OfAppeal;
    /** In the chain of an enrolment, after the second: its candidate has the papers and a mail. Not what it is. */
    'results.published': { readonly enrolmentId: string; readonly publicationId: string; readonly number: number };
  }
}

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Gives papers and mails of a publication to some candidates, and orders the next. */
    'results.tell': { readonly publicationId: string };
    'caseLetter.scan': { readonly caseId: string };
  }
}

type OfAppeal = { readonly enrolmentId: string; readonly caseId: string; readonly decisionId: string };
type OfCase = { readonly enrolmentId: string; readonly caseId: string; readonly kind: string };

type OfPublication = { readonly publicationId: string; readonly number: number };

export function resultsSubject({ academy, session }: AcademySession): Subject {
  return { stream: `results:${academy}:${session}`, academy, session };
}
