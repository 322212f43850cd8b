import type { DayOff } from '../../law/index.ts';
import type { Held, LineFault, TableFault } from '../../places/index.ts';

/** Columns of the table of sittings with their hours. */
export const SITTING_COLUMNS = [
  'speciality',
  'unit',
  'day',
  'hour',
  'duration',
  'material',
  'kind',
  'centre',
  'room',
  'held',
  'until',
  'preparation',
  'rest',
] as const;
export type SittingColumn = (typeof SITTING_COLUMNS)[number];

/** Why a line of the calendar isn't taken. */
export type SittingFault =
  | TableFault
  | { readonly code: 'speciality-unknown' }
  | { readonly code: 'unit-unknown'; readonly known: readonly string[] }
  | { readonly code: 'day-unreadable' }
  | { readonly code: 'day-off'; readonly why: DayOff }
  | { readonly code: 'out-of-session'; readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }
  | { readonly code: 'before-first' }
  | { readonly code: 'before-phase' }
  /** `unit`: of the other. */
  | { readonly code: 'at-once'; readonly unit: string }
  | { readonly code: 'hour-unreadable' }
  | { readonly code: 'duration-unreadable' }
  | { readonly code: 'duration-differs'; readonly minutes: number }
  | { readonly code: 'past-midnight' }
  | { readonly code: 'held-unreadable' }
  /** `held`: as the regulation says. */
  | { readonly code: 'held-differs'; readonly held: Held | 'continuous' }
  | { readonly code: 'until-missing' }
  | { readonly code: 'until-early'; readonly minutes: number }
  | { readonly code: 'not-oral' }
  | { readonly code: 'minutes'; readonly most: number }
  | { readonly code: 'centre-unknown' }
  | { readonly code: 'room-unknown' }
  | { readonly code: 'room-without-centre' }
  | { readonly code: 'kind-not-there' }
  | { readonly code: 'sitting-twice'; readonly earlier: number | null }
  /** People sit it, or sat it: it stays as it is. */
  | { readonly code: 'begun'; readonly title: string; readonly startsAt: Temporal.Instant }
  | { readonly code: 'hall-taken'; readonly earlier: number | null }
  /** `to`: another academy has it that day; `from`: another doesn't lend it that day. */
  | { readonly code: 'hall-lent'; readonly lent: 'to' | 'from' }
  /** `session`: as people call the one that has the room. */
  | { readonly code: 'hall-taken-elsewhere'; readonly session: string };

/** In a table of sittings, or in the form of one of its lines. */
export type SittingLineFault = LineFault<SittingColumn, SittingFault>;
