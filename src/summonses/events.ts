declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Tells some of those whom a published plan concerns, and orders the next to be told. */
    'summons.tell': { readonly planId: string };
  }
}

declare module '../platform/events.ts' {
  interface Events {
    /** A candidate has a summons; what it says isn't in the journal, which can't be erased. */
    'summons.issued': SummonsEvent;
    'summons.changed': SummonsEvent;
    'summons.void': SummonsEvent;
    /** Its mail left once more, by hand. */
    'summons.sentAgain': SummonsEvent;
    /** What summonses say was written otherwise since they left: a head has these candidates told. */
    'summons.anew': { readonly planId: string; readonly candidates: number };
  }
}

type SummonsEvent = { readonly enrolmentId: string; readonly number: string; readonly rank: number };

export {};
