import type { EnrolmentEvent } from '../enrolment/index.ts';
import type { Subject } from '../platform/journal.ts';
import type { Author } from './message.ts';

declare module '../platform/events.ts' {
  interface Events {
    /** The words aren't in the journal, which can't be erased. `code`: of the piece that it is about; '' for none. */
    'message.sent': EnrolmentEvent & {
      readonly messageId: string;
      readonly author: Author;
      readonly code: string;
      readonly lot: string;
    };
    /** `author`: of what was read. */
    'message.read': EnrolmentEvent & { readonly author: Author; readonly messages: readonly string[] };
    /** What the candidate wrote up to that place needs no answer. */
    'message.settled': EnrolmentEvent & { readonly upTo: number };
    'messageTemplate.saved': { readonly templateId: string; readonly version: number };
    'messageTemplate.retired': { readonly templateId: string; readonly version: number };
    'messageLot.ordered': { readonly lotId: string; readonly recipients: number };
  }
}

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Writes to those of a list to whom it isn't written yet. */
    'message.lot': { readonly lotId: string };
  }
}

/** What an office does with its ready answers and lists stands in a chain of its own. */
export function streamOf(academy: string): Subject {
  return { stream: `messages:${academy}`, academy, session: null };
}
