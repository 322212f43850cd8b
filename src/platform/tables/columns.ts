import type { Table } from './readTable.ts';

/** `line`: as the spreadsheet numbers it, the first is 1. */
export type TableLine<Name extends string> = { readonly line: number; readonly cells: Readonly<Record<Name, string>> };

export type ReadColumns<Name extends string> = {
  /** Without empty ones; a column that isn't there has empty cells. */
  readonly lines: readonly TableLine<Name>[];
  /** Of the headings. */
  readonly line: number;
  readonly missing: readonly Name[];
  readonly twice: readonly Name[];
};

/**
 * Finds columns by their headings, in any order, with or without accents, capitals and signs; others are left aside. A column may have
 * several names. `head`: where the headings stand, if not on the first line that holds something.
 */
export function readColumns<Name extends string>(
  table: Table,
  columns: readonly Name[],
  headings: Readonly<Record<Name, string | readonly string[]>>,
  head: number = table.findIndex((cells) => cells.some((cell) => tidySpaces(cell) !== '')),
): ReadColumns<Name> {
  const written = (table[head] ?? []).map(foldedName);
  const places = columns.map((column) => {
    const names = [headings[column]].flat().map(foldedName);
    const isNamed = (cell: string): boolean => names.includes(cell);
    return { column, at: written.findIndex(isNamed), last: written.findLastIndex(isNamed) };
  });
  const lines = table.flatMap((cells, index): readonly TableLine<Name>[] => {
    if (index <= head || cells.every((cell) => tidySpaces(cell) === '')) return [];
    const read = Object.fromEntries(places.map(({ column, at }) => [column, tidySpaces(cells[at] ?? '')]));
    // Each column has its cell.
    return [{ line: index + 1, cells: read as Record<Name, string> }];
  });
  return {
    lines,
    line: head + 1,
    missing: places.filter(({ at }) => at === -1).map(({ column }) => column),
    twice: places.filter(({ at, last }) => at !== last).map(({ column }) => column),
  };
}

/** Without the spaces around it, and with ordinary ones inside. */
export function tidySpaces(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** As people compare names: no accent, no capital, no sign. */
export function foldedName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
