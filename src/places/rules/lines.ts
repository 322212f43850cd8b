import type { DayOff } from '../../law/index.ts';
import { readColumns, type TableLine } from '../../platform/tables/columns.ts';
import type { Table } from '../../platform/tables/readTable.ts';
import type { Held } from './held.ts';

/** Columns of the two tables: rooms with their centres, sittings with their hours. */
export const ROOM_COLUMNS = [
  'code',
  'name',
  'address',
  'postcode',
  'city',
  'room',
  'capacity',
  'accessible',
  'kinds',
  'stations',
] as const;
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
export type RoomColumn = (typeof ROOM_COLUMNS)[number];
export type SittingColumn = (typeof SITTING_COLUMNS)[number];
export type Column = RoomColumn | SittingColumn;

/** Why a table, or a form that is one line of it, isn't taken. */
export type TableFault =
  | { readonly code: 'missing-column' }
  | { readonly code: 'column-twice' }
  | { readonly code: 'no-line' }
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly most: number }
  | { readonly code: 'centre-code' }
  | { readonly code: 'postcode' }
  | { readonly code: 'capacity'; readonly most: number }
  | { readonly code: 'stations'; readonly most: number }
  | { readonly code: 'yes-or-no' }
  | { readonly code: 'centre-differs'; readonly earlier: number }
  | { readonly code: 'room-twice'; readonly earlier: number | null }
  | { readonly code: 'speciality-unknown' }
  | { readonly code: 'unit-unknown'; readonly known: readonly string[] }
  | { readonly code: 'day-unreadable' }
  | { readonly code: 'day-off'; readonly why: DayOff }
  | { readonly code: 'out-of-session'; readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }
  | { readonly code: 'before-first' }
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
  | { readonly code: 'hall-taken'; readonly earlier: number | null }
  /** `session`: as people call the one that has the room. */
  | { readonly code: 'hall-taken-elsewhere'; readonly session: string };

/** `line`: as the spreadsheet numbers it; null: of the whole table. */
export type LineFault = { readonly line: number | null; readonly column: Column | null; readonly fault: TableFault };

type Headings<Name extends Column> = {
  /** The heading of each, as the template writes it. */
  readonly names: Readonly<Record<Name, string>>;
  /** May be left out of the file. */
  readonly optional: readonly Name[];
};

export type ReadTable<Name extends Column> = {
  readonly lines: readonly TableLine<Name>[];
  readonly faults: readonly LineFault[];
};

/** The lines of a table, or what is wrong with its columns. */
export function readLines<Name extends Column>(
  table: Table,
  columns: readonly Name[],
  { names, optional }: Headings<Name>,
): ReadTable<Name> {
  const { lines, line, missing, twice } = readColumns(table, columns, names);
  const faults = columns.flatMap((column): readonly LineFault[] => {
    if (missing.includes(column) && !optional.includes(column))
      return [{ line: null, column, fault: { code: 'missing-column' } }];
    return twice.includes(column) ? [{ line, column, fault: { code: 'column-twice' } }] : [];
  });
  if (faults.length > 0) return { lines: [], faults };
  return lines.length === 0
    ? { lines, faults: [{ line: null, column: null, fault: { code: 'no-line' } }] }
    : { lines, faults };
}
