import { readColumns, type TableLine } from '../../platform/tables/columns.ts';
import type { Table } from '../../platform/tables/readTable.ts';

/** Columns of the table of rooms with their centres. */
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
export type RoomColumn = (typeof ROOM_COLUMNS)[number];

/** What is wrong with any table, or with a form that is one line of it. */
export type TableFault =
  | { readonly code: 'missing-column' }
  | { readonly code: 'column-twice' }
  | { readonly code: 'no-line' }
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly most: number };

/** Why a line of rooms isn't taken. */
export type RoomFault =
  | TableFault
  | { readonly code: 'centre-code' }
  | { readonly code: 'postcode' }
  | { readonly code: 'capacity'; readonly most: number }
  | { readonly code: 'stations'; readonly most: number }
  | { readonly code: 'yes-or-no' }
  | { readonly code: 'centre-differs'; readonly earlier: number }
  | { readonly code: 'room-twice'; readonly earlier: number | null };

/** `line`: as the spreadsheet numbers it; null: of the whole table. */
export type LineFault<Name extends string = RoomColumn, Fault = RoomFault> = {
  readonly line: number | null;
  readonly column: Name | null;
  readonly fault: Fault;
};

export type Headings<Name extends string> = {
  /** The heading of each, as the template writes it. */
  readonly names: Readonly<Record<Name, string>>;
  /** May be left out of the file. */
  readonly optional: readonly Name[];
};

export type ReadTable<Name extends string> = {
  readonly lines: readonly TableLine<Name>[];
  readonly faults: readonly LineFault<Name, TableFault>[];
};

/** The lines of a table, or what is wrong with its columns. */
export function readLines<Name extends string>(
  table: Table,
  columns: readonly Name[],
  { names, optional }: Headings<Name>,
): ReadTable<Name> {
  const { lines, line, missing, twice } = readColumns(table, columns, names);
  const faults = columns.flatMap((column): readonly LineFault<Name, TableFault>[] => {
    if (missing.includes(column) && !optional.includes(column))
      return [{ line: null, column, fault: { code: 'missing-column' } }];
    return twice.includes(column) ? [{ line, column, fault: { code: 'column-twice' } }] : [];
  });
  if (faults.length > 0) return { lines: [], faults };
  return lines.length === 0
    ? { lines, faults: [{ line: null, column: null, fault: { code: 'no-line' } }] }
    : { lines, faults };
}
