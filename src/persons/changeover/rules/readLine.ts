import { ok, type Result, refuse } from '../../../platform/result.ts';
import { foldedName } from '../../../platform/tables/columns.ts';
import { frenchDate, givenNames, personName, printedLine } from '../../../ui/index.ts';
import { type CarriedLine, MOST, TAKEN_STATE } from '../changeover.ts';
import { faultTexts as say } from '../faultTexts.ts';
import type { ColumnName } from './headings.ts';

export type Cells = Readonly<Record<ColumnName, string>>;
/** A speciality of the session, and who follows it here. */
export type KnownSpeciality = Pick<CarriedLine, 'speciality' | 'portfolio'>;
export type LineRules = {
  readonly today: Temporal.PlainDate;
  /** By its eight figures, or by the last five as the system in place has them. */
  readonly speciality: (code: string) => KnownSpeciality | null;
};

/** What is wrong with one cell. `code`: of a speciality that isn't known, told once for all its lines. */
export type CellFault = { readonly column: ColumnName; readonly message: string; readonly code?: string };

// Made once: a check takes ten times what it checks.
const NAME = personName(say.names.birthName);
const USAGE_NAME = personName(say.names.usageName);
const GIVEN = givenNames(say.names.firstNames);
const DAY = frenchDate();
const WORDS = printedLine(MOST.words);
type Check<Value> = { readonly safeParse: (typed: string) => Parsed<Value> };
type Parsed<Value> =
  | { readonly success: true; readonly data: Value }
  | { readonly success: false; readonly error: { readonly issues: readonly { readonly message: string }[] } };

/** One line, or all that is wrong with it. */
export function readLine(cells: Cells, at: number, rules: LineRules): Result<CarriedLine, readonly CellFault[]> {
  const faults: CellFault[] = [];
  const wrong = (column: ColumnName, message: string, code?: string): null => {
    faults.push({ column, message, ...(code === undefined ? {} : { code }) });
    return null;
  };
  const checked = <Value>(column: ColumnName, check: Check<Value>): Value | null => {
    const read = check.safeParse(cells[column]);
    return read.success ? read.data : wrong(column, read.error.issues[0]?.message ?? say.unreadable);
  };
  const given = <Value>(column: ColumnName, check: Check<Value>): Value | null =>
    cells[column] === '' ? wrong(column, say.empty) : checked(column, check);
  const maybe = <Value>(column: ColumnName, check: Check<Value>): Value | null =>
    cells[column] === '' ? null : checked(column, check);

  const number = readNumber(cells.number);
  if (number === null) wrong('number', cells.number === '' ? say.empty : say.number(cells.number));
  const birthName = given('birthName', NAME);
  const usageName = maybe('usageName', USAGE_NAME);
  const firstNames = given('firstNames', GIVEN);
  const birthDate = given('birthDate', DAY);
  if (birthDate !== null && Temporal.PlainDate.compare(birthDate, rules.today) >= 0)
    wrong('birthDate', say.bornLater(birthDate));
  const code = cells.speciality.replace(/\s/g, '');
  const speciality = code === '' ? wrong('speciality', say.empty) : rules.speciality(code);
  if (code !== '' && speciality === null) wrong('speciality', '', code);
  if (foldedName(cells.state) !== foldedName(TAKEN_STATE))
    wrong('state', cells.state === '' ? say.empty : say.state(cells.state));
  const [category, options] = [maybe('category', WORDS), maybe('options', WORDS)];
  const enrolmentNumber = maybe('enrolmentNumber', WORDS);
  if (faults.length > 0 || number === null || birthName === null || firstNames === null) return refuse(faults);
  if (birthDate === null || speciality === null) return refuse(faults);
  const person = { number, enrolmentNumber, birthName, usageName, firstNames, birthDate };
  return ok({ at, ...person, ...speciality, category, options });
}

/** What of a number may be typed differently is left aside. Null: it isn't one. */
export function readNumber(typed: string): string | null {
  const number = typed.replace(/[\s.-]/g, '').toUpperCase();
  return /^[0-9A-Z]+$/.test(number) && /\d/.test(number) && number.length <= MOST.number ? number : null;
}
