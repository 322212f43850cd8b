import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';
import { plural } from '../ui/index.ts';
import type { PlacingMode } from './plan.ts';

declare module '../platform/jobs.ts' {
  interface JobKinds {
    /** `version`: of the plan as it was ordered; one that was ordered again or dropped meanwhile is not placed by this. */
    'exam.place': { readonly planId: string; readonly version: number };
  }
}

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof PLAN_EVENTS> {}
}

const SEATS = {
  centre: 'de centre',
  seat: 'de place',
  away: 'sans place',
  kept: 'gardé à sa place',
  free: 'libre de nouveau',
} as const satisfies Record<SeatChanged['what'], string>;

export const PLAN_EVENTS = defineEvents('exam', 'preparing', {
  /** A placing was ordered; it has ended, with what it found; or a draft was thrown away. */
  'exam.planOrdered': event<{ readonly planId: string; readonly number: number; readonly mode: PlacingMode }>(
    ({ number }) => `Répartition n°\u00a0${number('number')} commandée`,
  ),
  'exam.planPlaced': event<{
    readonly planId: string;
    readonly number: number;
    readonly seats: number;
    readonly unseated: number;
    readonly failure: string | null;
  }>(
    ({ number }) =>
      `Répartition n°\u00a0${number('number')} calculée\u00a0: ${plural(number('seats') ?? 0, 'place', 'places')}, ${plural(number('unseated') ?? 0, 'unité sans place', 'unités sans place')}`,
  ),
  /** A person moved, kept or took away what the placing had given; `unit` null: all of them. */
  'exam.seatChanged': event<{ readonly planId: string; readonly number: number } & SeatChanged>(
    ({ number, text, word }) =>
      `Répartition n°\u00a0${number('number')}\u00a0: un candidat change à la main (${word('what', SEATS) ?? text('what')})${text('reason') === '' ? '' : `, motif\u00a0: ${text('reason')}`}`,
  ),
  'exam.planDropped': event<{ readonly planId: string; readonly number: number }>(
    ({ number }) => `Répartition n°\u00a0${number('number')} abandonnée`,
  ),
  /** Candidates are summoned by it. `changed`: how many of them sit otherwise than by the plan before. */
  'sitting.published': event<{
    readonly planId: string;
    readonly number: number;
    readonly basedOn: string | null;
    readonly changed: number;
  }>('Convocations publiées'),
});

export type SeatChanged = {
  readonly enrolmentId: string;
  readonly what: 'centre' | 'seat' | 'away' | 'kept' | 'free';
  readonly unit: string | null;
  readonly reason: string | null;
};
