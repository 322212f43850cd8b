import { foldName } from '../../../accounts/index.ts';
import { foldedName, readColumns } from '../../../platform/tables/columns.ts';
import type { Table } from '../../../platform/tables/readTable.ts';
import type { LineFault } from '../../../ui/index.ts';
import type { CarriedLine } from '../changeover.ts';
import { faultTexts as say } from '../faultTexts.ts';
import { COLUMNS, departmentsAbove, HEADINGS, headingAt, isHeading, REQUIRED, yearsAbove } from './headings.ts';
import { type CellFault, type LineRules, readLine } from './readLine.ts';

export type ListRules = LineRules & {
  /** Of the session that was chosen. */
  readonly year: number;
  /** Codes of the departments of the academy. */
  readonly departments: readonly string[];
};

/** The lines; where anything is wrong, all that is and no line. */
export type ListRead = { readonly lines: readonly CarriedLine[]; readonly faults: readonly LineFault[] };

/** Reads the list of the system in place. */
export function readList(table: Table, rules: ListRules): ListRead {
  const head = headingAt(table);
  if (head === -1) return onlyFaults([whole(say.noHeadings(REQUIRED.map(nameOf)))]);
  const read = readColumns(table, COLUMNS, HEADINGS, head);
  const missing = read.missing.filter((name) => REQUIRED.some((one) => one === name)).map(nameOf);
  const about = [
    ...(missing.length === 0 ? [] : [whole(say.missingColumns(missing))]),
    ...read.twice.map((name) => ({ line: head + 1, message: say.twiceColumn(nameOf(name)) })),
    ...aboutHead(table.slice(0, head), rules),
  ];
  if (about.length > 0) return onlyFaults(about);
  const people = read.lines.filter(({ line }) => !isHeading(table[line - 1] ?? []));
  const again = read.lines.filter((one) => !people.includes(one));
  if (people.length === 0) return onlyFaults([whole(say.noLine)]);
  const faults = again.map(({ line }): LineFault => ({ line, message: say.headingsAgain }));
  const codes = new Map<string, number[]>();
  const lines: CarriedLine[] = [];
  for (const { line, cells } of people) {
    const one = readLine(cells, line, rules);
    if (one.ok) lines.push(one.value);
    else faults.push(...one.error.flatMap((fault) => toldOf(fault, line, codes)));
  }
  faults.push(...unknownCodes(codes), ...twins(lines));
  if (faults.length > 0) return onlyFaults(faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  return { lines, faults: [] };
}

const onlyFaults = (faults: readonly LineFault[]): ListRead => ({ lines: [], faults });
const whole = (message: string): LineFault => ({ line: null, message });
const nameOf = (column: keyof typeof HEADINGS): string => HEADINGS[column][0];

/** Of another academy, or of another session: the lines above say it. */
function aboutHead(above: Table, { departments, year }: ListRules): readonly LineFault[] {
  const own = departments.map(uaiDepartment);
  const foreign = departmentsAbove(above).find((one) => !own.includes(one));
  const years = yearsAbove(above);
  return [
    ...(foreign === undefined ? [] : [whole(say.otherAcademy(foreign))]),
    ...(years.length === 0 || years.includes(year) ? [] : [whole(say.otherSession(years[0] ?? 0, year))]),
  ];
}

/** As the number of an establishment writes a department: « 063 », « 974 », Corsica 620 and 720. */
function uaiDepartment(code: string): string {
  return { '2A': '620', '2B': '720' }[code] ?? code.padStart(3, '0');
}

/** Told at its line, but for a speciality that isn't known: its code is gathered. */
function toldOf({ column, message, code }: CellFault, line: number, codes: Map<string, number[]>): LineFault[] {
  if (code === undefined) return [{ line, message: say.cell(nameOf(column), message) }];
  codes.set(code, [...(codes.get(code) ?? []), line]);
  return [];
}

function unknownCodes(codes: ReadonlyMap<string, readonly number[]>): readonly LineFault[] {
  return [...codes].map(([code, lines]) => ({
    line: lines[0] ?? null,
    message: say.cell(nameOf('speciality'), say.speciality(code, lines)),
  }));
}

/** One number twice, or one person under two numbers. */
function twins(lines: readonly CarriedLine[]): readonly LineFault[] {
  const [numbers, persons] = [new Map<string, number>(), new Map<string, number>()];
  return lines.flatMap((line): readonly LineFault[] => {
    const { at, number } = line;
    const person = personKey(line);
    const [same, alike] = [numbers.get(number), persons.get(person)];
    numbers.set(number, same ?? at);
    persons.set(person, alike ?? at);
    if (same !== undefined) return [{ line: at, message: say.numberTwice(number, same) }];
    return alike === undefined ? [] : [{ line: at, message: say.personTwice(alike) }];
  });
}

/** Two lines are of one person where this is the same. */
export function personKey(person: Pick<CarriedLine, 'birthName' | 'firstNames' | 'birthDate'>): string {
  return `${foldName(person.birthName)}|${foldName(person.firstNames)}|${person.birthDate.toString()}`;
}

/** The category of our rules whose name is the one of the file, without its code in brackets; null: a person says it. */
export function categoryNamed(
  words: string | null,
  categories: readonly { readonly code: string; readonly label: string }[],
): string | null {
  const name = foldedName((words ?? '').replace(/\([^)]*\)\s*$/, ''));
  return categories.find(({ label }) => foldedName(label) === name)?.code ?? null;
}
