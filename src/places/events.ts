import type { ImportKind } from '../exam/index.ts';
import { defineEvents, event, type PayloadsOf } from '../platform/defineEvents.ts';

declare module '../platform/defineEvents.ts' {
  interface Events extends PayloadsOf<typeof PLACE_EVENTS> {}
}

const PLACES = { centre: 'Centre', room: 'Salle', sitting: 'Épreuve au calendrier' } as const satisfies Record<
  PlaceKind,
  string
>;

const TABLES: Readonly<Record<ImportKind, string>> = {
  rooms: 'Centres et salles importés',
  sittings: 'Calendrier importé',
  people: 'Examinateurs importés',
};

export const PLACE_EVENTS = defineEvents('exam', 'work', {
  /** A centre, a room or a sitting was written, or taken away. */
  'exam.placeSaved': event<{ readonly kind: PlaceKind; readonly id: string }>(
    ({ text, word }) => `${word('kind', PLACES) ?? text('kind')}\u00a0: enregistrement`,
  ),
  'exam.placeRemoved': event<{ readonly kind: PlaceKind; readonly id: string }>(
    ({ text, word }) => `${word('kind', PLACES) ?? text('kind')}\u00a0: suppression`,
  ),
  /** A session uses centres that the academy has. */
  'exam.centresUsed': event<{ readonly codes: readonly string[] }>(
    ({ list }) => `Centres utilisés aussi par cette session\u00a0: ${list('codes')}`,
  ),
  /** From one day to another, both included: `2024-06-03`. */
  'exam.roomLent': event<{
    readonly roomId: string;
    readonly borrower: string;
    readonly first: string;
    readonly last: string;
  }>(({ text }) => `Salle prêtée à une autre académie, du ${text('first')} au ${text('last')}`),
  'exam.loanEnded': event<{ readonly roomId: string; readonly borrower: string }>(
    () => "Prêt d'une salle à une autre académie retiré",
  ),
  'exam.imported': event<{
    readonly what: ImportKind;
    readonly added: number;
    readonly changed: number;
    readonly removed: number;
  }>(
    ({ word, number }) =>
      `${word('what', TABLES) ?? 'Tableau importé'}\u00a0: ${number('added')} de plus, ${number('changed')} modifiés, ${number('removed')} de moins`,
  ),
});

export type PlaceKind = 'centre' | 'room' | 'sitting';
