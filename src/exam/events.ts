import type { Subject } from '../platform/journal.ts';
import type { Place } from './exam.ts';
import type { PlacingMode } from './plan.ts';

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** `version`: of the plan as it was ordered; one that was ordered again or dropped meanwhile is not placed by this. */
    'exam.place': { readonly planId: string; readonly version: number };
    /** Does the published plan fit the candidates? */
    'exam.watch': Place;
    /** Tells some of those whom a published plan concerns, and orders the next to be told. */
    'summons.tell': { readonly planId: string };
  }
}

declare module '../platform/events.ts' {
  interface Events {
    /** A placing was ordered; it has ended, with what it found; or a draft was thrown away. */
    'exam.planOrdered': { readonly planId: string; readonly number: number; readonly mode: PlacingMode };
    'exam.planPlaced': {
      readonly planId: string;
      readonly number: number;
      readonly seats: number;
      readonly unseated: number;
      readonly failure: string | null;
    };
    /** A person moved, kept or took away what the placing had given; `unit` null: all of them. */
    'exam.seatChanged': { readonly planId: string; readonly number: number } & SeatChanged;
    'exam.planDropped': { readonly planId: string; readonly number: number };
    /** Candidates are summoned by it. `changed`: how many of them sit otherwise than by the plan before. */
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
    /** What summonses say was written otherwise since they left: a head has these candidates told. */
    'summons.anew': { readonly planId: string; readonly candidates: number };
    /** A head admitted somebody to sit a unit again, or took it back. */
    'exam.replacement': { readonly enrolmentId: string; readonly unit: string; readonly admitted: boolean };
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

export type SeatChanged = {
  readonly enrolmentId: string;
  readonly what: 'centre' | 'seat' | 'away' | 'kept' | 'free';
  readonly unit: string | null;
  readonly reason: string | null;
};
type SummonsEvent = { readonly enrolmentId: string; readonly number: string; readonly rank: number };

export type PlaceKind = 'centre' | 'room' | 'sitting';
export type ImportKind = 'rooms' | 'sittings';

/** The preparation of one session's exam is a chain of its own. */
export function examSubject({ academy, session }: Place): Subject {
  return { stream: `exam:${academy}:${session}`, academy, session };
}
