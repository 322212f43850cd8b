import type { ImportKind } from '../exam/index.ts';

declare module '../platform/events.ts' {
  interface Events {
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

export type PlaceKind = 'centre' | 'room' | 'sitting';
