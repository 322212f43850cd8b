import type { PlacingMode } from './plan.ts';

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** `version`: of the plan as it was ordered; one that was ordered again or dropped meanwhile is not placed by this. */
    'exam.place': { readonly planId: string; readonly version: number };
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
  }
}

export type SeatChanged = {
  readonly enrolmentId: string;
  readonly what: 'centre' | 'seat' | 'away' | 'kept' | 'free';
  readonly unit: string | null;
  readonly reason: string | null;
};
