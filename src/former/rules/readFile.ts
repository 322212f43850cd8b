import { foldName } from '../../accounts/index.ts';
import type { LineFault } from '../../ui/index.ts';
import { faultTexts as say } from '../faultTexts.ts';
import { type FormerLine, MOST } from '../former.ts';
import { COLUMNS, type Places, placesIn } from './columns.ts';
import { type Cells, type LineRules, readLine } from './readLine.ts';

/** A line of the file with what is to be kept of it. */
export type NumberedLine = FormerLine & { readonly at: number };

/**
 * Reads a file line by line, and remembers of it what tells two lines apart. The faults are counted whole and kept up to
 * `MOST.faults`.
 */
export type FileReading = {
  /** The line to keep; null: empty, wrong, or so old that nobody can use it. */
  readonly read: (cells: readonly string[]) => NumberedLine | null;
  /** Something is wrong so far. */
  readonly isFaulty: () => boolean;
  readonly end: () => FileRead;
};

export type FileRead = {
  readonly faults: readonly LineFault[];
  /** All, also those that aren't kept. */
  readonly faultCount: number;
  readonly lines: number;
  readonly persons: number;
  /** Older than what can be kept. */
  readonly expired: number;
  /** Of units that the rules can't check. */
  readonly unchecked: number;
};

export function readFile(rules: LineRules, mostLines: number = MOST.lines): FileReading {
  const faults: LineFault[] = [];
  let [faultCount, at, lines, expired, unchecked] = [0, 0, 0, 0, 0];
  let places: Places | 'none' | null = null;
  const units = new Map<string, number>();
  const persons = new Map<string, { readonly line: number; readonly who: string }>();
  const blame = (line: number | null, message: string): void => {
    faultCount += 1;
    if (faults.length < MOST.faults) faults.push({ line, message });
  };

  const begin = (head: readonly string[]): void => {
    const found = placesIn(head);
    places = found.ok ? found.places : 'none';
    if (found.ok) return;
    if (found.missing.length > 0) blame(null, say.missingColumns(found.missing));
    for (const name of found.twice) blame(at, say.twiceColumn(name));
  };

  const take = (cells: Cells): NumberedLine | null => {
    const read = readLine(cells, rules);
    if (!read.ok) {
      for (const message of read.error) blame(at, message);
      return null;
    }
    const { line } = read.value;
    const key = [line.number, line.cfd, line.year, line.unit].join('|');
    const earlier = units.get(key);
    if (earlier !== undefined) blame(at, say.twice(line.number, line.unit, earlier));
    else units.set(key, at);
    const who = personKey(line);
    const named = persons.get(line.number);
    if (named === undefined) persons.set(line.number, { line: at, who });
    else if (named.who !== who) blame(at, say.otherPerson(line.number, named.line));
    if (Temporal.PlainDate.compare(line.until, rules.today) < 0) {
      expired += 1;
      return null;
    }
    if (read.value.unchecked) unchecked += 1;
    return { ...line, at };
  };

  return {
    read: (row) => {
      at += 1;
      if (places === 'none' || row.every((cell) => cell.trim() === '')) return null;
      if (places === null) {
        begin(row);
        return null;
      }
      lines += 1;
      if (lines > mostLines) return null;
      const known = places;
      const cell = (index: number): string => (row[index] ?? '').replaceAll('\u00a0', ' ').trim();
      return take(Object.fromEntries(COLUMNS.map(({ name }) => [name, cell(known[name])])) as Cells);
    },
    isFaulty: () => faultCount > 0,
    end: () => {
      if (places === null) blame(null, say.empty(say.file));
      else if (places !== 'none' && lines === 0) blame(null, say.noLine);
      if (lines > mostLines) blame(null, say.tooManyLines(mostLines));
      return { faults, faultCount, lines, persons: persons.size, expired, unchecked };
    },
  };
}

/** Two lines of one number are of one person where this is the same. */
export function personKey({
  birthName,
  firstNames,
  birthDate,
}: Pick<FormerLine, 'birthName' | 'firstNames' | 'birthDate'>): string {
  return `${foldName(birthName)}|${foldName(firstNames)}|${birthDate.toString()}`;
}
