import type { DayOff } from './daysOff.ts';

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
] as const;
export type RoomColumn = (typeof ROOM_COLUMNS)[number];
export type SittingColumn = (typeof SITTING_COLUMNS)[number];
export type Column = RoomColumn | SittingColumn;

/** Why a table, or a form that is one line of it, isn't taken. */
export type Fault =
  | { readonly code: 'missing-column' }
  | { readonly code: 'column-twice' }
  | { readonly code: 'no-line' }
  | { readonly code: 'empty' }
  | { readonly code: 'too-long'; readonly most: number }
  | { readonly code: 'centre-code' }
  | { readonly code: 'postcode' }
  | { readonly code: 'capacity'; readonly most: number }
  | { readonly code: 'yes-or-no' }
  | { readonly code: 'centre-differs'; readonly earlier: number }
  | { readonly code: 'room-twice'; readonly earlier: number | null }
  | { readonly code: 'speciality-unknown' }
  | { readonly code: 'unit-unknown'; readonly known: readonly string[] }
  | { readonly code: 'day-unreadable' }
  | { readonly code: 'day-off'; readonly why: DayOff }
  | { readonly code: 'out-of-session'; readonly first: Temporal.PlainDate; readonly last: Temporal.PlainDate }
  | { readonly code: 'before-first' }
  | { readonly code: 'hour-unreadable' }
  | { readonly code: 'duration-unreadable' }
  | { readonly code: 'duration-differs'; readonly minutes: number }
  | { readonly code: 'past-midnight' }
  | { readonly code: 'centre-unknown' }
  | { readonly code: 'room-unknown' }
  | { readonly code: 'room-without-centre' }
  | { readonly code: 'kind-not-there' }
  | { readonly code: 'sitting-twice'; readonly earlier: number | null }
  | { readonly code: 'hall-taken'; readonly earlier: number | null };

/** `line`: as the spreadsheet numbers it; null: of the whole table. */
export type LineFault = { readonly line: number | null; readonly column: Column | null; readonly fault: Fault };
export type TableLine<Name extends Column> = { readonly line: number; readonly cells: Readonly<Record<Name, string>> };

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

/** Finds the columns by their headings, in any order, with or without accents and capitals; others are left aside. */
export function readLines<Name extends Column>(
  table: readonly (readonly string[])[],
  columns: readonly Name[],
  { names, optional }: Headings<Name>,
): ReadTable<Name> {
  const head = table.findIndex((cells) => cells.some((cell) => tidy(cell) !== ''));
  const headings = (table[head] ?? []).map(folded);
  const places = columns.map((column) => ({
    column,
    at: headings.indexOf(folded(names[column])),
    last: headings.lastIndexOf(folded(names[column])),
  }));
  const faults = places.flatMap(({ column, at, last }): readonly LineFault[] => {
    if (at === -1 && optional.includes(column)) return [];
    if (at === -1) return [{ line: null, column, fault: { code: 'missing-column' } }];
    return at === last ? [] : [{ line: head + 1, column, fault: { code: 'column-twice' } }];
  });
  const lines = table.flatMap((cells, index): readonly TableLine<Name>[] => {
    if (index <= head || cells.every((cell) => tidy(cell) === '')) return [];
    const read = Object.fromEntries(places.map(({ column, at }) => [column, tidy(cells[at] ?? '')]));
    // Each column has its cell.
    return [{ line: index + 1, cells: read as Record<Name, string> }];
  });
  if (faults.length > 0) return { lines: [], faults };
  return lines.length === 0
    ? { lines, faults: [{ line: null, column: null, fault: { code: 'no-line' } }] }
    : { lines, faults };
}

/** Without the spaces around it, and with ordinary ones inside. */
export function tidy(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** As people compare names: no accent, no capital, no sign. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
