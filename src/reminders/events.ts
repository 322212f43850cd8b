import type { EnrolmentEvent } from '../enrolment/index.ts';

declare module '../platform/events.ts' {
  interface Events {
    /** `until`, `steps`: which deadlines it reminds of, and how long before. */
    'reminder.sent': EnrolmentEvent & { readonly until: readonly string[]; readonly steps: readonly string[] };
    /** The reason isn't in the journal, which can't be erased. */
    'reminder.excluded': EnrolmentEvent;
    'reminder.resumed': EnrolmentEvent;
    /** What a head wrote to whoever has something due at a closing. The words aren't in the journal; `people`: at most. */
    'reminderCall.ordered': { readonly callId: string; readonly until: string; readonly people: number };
  }
}

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** An enrolment that was begun and never registered. */
    'reminder.tellDraft': { readonly reminderId: string };
    /** Tells some people what they lack, if they still do. */
    'reminder.tell': { readonly reminderIds: readonly string[] };
    /** Has those told now whom a head wrote to. */
    'reminder.call': { readonly callId: string };
  }
}
