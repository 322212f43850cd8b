import type { Subject } from '../platform/journal.ts';
import type { Place } from './exam.ts';

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** Tells some of those whom a published plan concerns, and orders the next to be told. */
    'summons.tell': { readonly planId: string };
  }
}

declare module '../platform/events.ts' {
  interface Events {
    /** A plan was published: candidates are summoned by it. `changed`: how many sit otherwise than by the one before. */
    'sitting.published': {
      readonly planId: string;
      readonly number: number;
      readonly basedOn: string | null;
      readonly changed: number;
    };
    /** A candidate has a summons; what it says isn't in the journal, which can't be erased. */
    'summons.issued': SummonsEvent;
    'summons.changed': SummonsEvent;
    'summons.void': SummonsEvent;
    /** Its mail left once more, by hand. */
    'summons.sentAgain': SummonsEvent;
    /** A centre, a room or a sitting was written, or taken away. */
    'exam.placeSaved': { readonly kind: PlaceKind; readonly id: string };
    'exam.placeRemoved': { readonly kind: PlaceKind; readonly id: string };
    'exam.imported': {
      readonly what: ImportKind;
      readonly added: number;
      readonly changed: number;
      readonly removed: number;
    };
  }
}

type SummonsEvent = { readonly enrolmentId: string; readonly number: string; readonly rank: number };

export type PlaceKind = 'centre' | 'room' | 'sitting';
export type ImportKind = 'rooms' | 'sittings';

/** The preparation of one session's exam is a chain of its own. */
export function examSubject({ academy, session }: Place): Subject {
  return { stream: `exam:${academy}:${session}`, academy, session };
}
