import { foldedName } from '../../../platform/tables/columns.ts';
import type { Table } from '../../../platform/tables/readTable.ts';
import { NATIONAL_COLUMNS } from '../../../scope/index.ts';
import { MOST } from '../changeover.ts';

/** What is read of the national export, by each name that it may bear; the rest is nothing that an enrolment needs. */
export const HEADINGS = {
  number: [NATIONAL_COLUMNS.candidateNumber, 'N° candidat', 'Numéro de candidat'],
  enrolmentNumber: [NATIONAL_COLUMNS.number, 'N° inscription', 'Numéro inscription'],
  birthName: [NATIONAL_COLUMNS.birthName, 'Nom de naissance'],
  usageName: [NATIONAL_COLUMNS.usageName],
  firstNames: [NATIONAL_COLUMNS.firstNames, 'Prénom', 'Prénom(s)'],
  birthDate: [NATIONAL_COLUMNS.birthDate, 'Né le', 'Date naissance'],
  category: [NATIONAL_COLUMNS.category, 'Catégorie'],
  speciality: [NATIONAL_COLUMNS.specialityCode],
  state: [NATIONAL_COLUMNS.state],
  options: [NATIONAL_COLUMNS.options],
} as const;
export type ColumnName = keyof typeof HEADINGS;

/** Without these a file says nothing that can be taken over. */
export const REQUIRED = ['number', 'birthName', 'firstNames', 'birthDate', 'speciality', 'state'] as const;
const OPTIONAL = ['enrolmentNumber', 'usageName', 'category', 'options'] as const;
export const COLUMNS: readonly ColumnName[] = [...REQUIRED, ...OPTIONAL];
/** Fewer are a line of people that speaks of columns by chance. */
const ENOUGH = 3;

const NAMED = new Set(Object.values(HEADINGS).flat().map(foldedName));

/** Does this line name the columns? */
export function isHeading(cells: readonly string[]): boolean {
  return cells.filter((cell) => NAMED.has(foldedName(cell))).length >= ENOUGH;
}

/** Where the headings stand: lines of title are above them (the tenth line of the national export is its first candidate); -1: nowhere. */
export function headingAt(table: Table): number {
  return table.slice(0, MOST.above).findIndex(isHeading);
}

/** The number of an establishment (UAI): its first three figures are a department. */
const UAI = /\b(\d{3})\d{4}[A-Z]\b/g;

/** Departments of the establishments that the lines above the headings name: « 063 », « 971 ». */
export function departmentsAbove(lines: Table): readonly string[] {
  return lines.flat().flatMap((cell) => [...cell.matchAll(UAI)].map(([, figures = '']) => figures));
}

/** Years that the line of the session names, above the headings. */
export function yearsAbove(lines: Table): readonly number[] {
  return lines
    .filter(([name = '']) => foldedName(name).startsWith('session'))
    .flat()
    .flatMap((cell) => [...cell.matchAll(/\b(20\d{2})\b/g)].map(([year]) => Number(year)));
}
