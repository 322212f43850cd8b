import type { Subject } from '../platform/journal.ts';
import type { Place } from './exam.ts';

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
export type ImportKind = 'rooms' | 'sittings';

/** The preparation of one session's exam is a chain of its own. */
export function examSubject({ academy, session }: Place): Subject {
  return { stream: `exam:${academy}:${session}`, academy, session };
}
