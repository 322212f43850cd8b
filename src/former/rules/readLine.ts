import { foldName } from '../../accounts/index.ts';
import { readMark } from '../../marks/index.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { frenchDate } from '../../ui/index.ts';
import { faultTexts as say } from '../faultTexts.ts';
import { type FormerDecision, type FormerLine, MOST } from '../former.ts';
import { bare, type ColumnName } from './columns.ts';

export type Cells = Readonly<Record<ColumnName, string>>;

/** A speciality as the rules know it, for the units and marks of one session. */
export type KnownSpeciality = {
  readonly cfd: string;
  /** Years for which its marks are kept. */
  readonly keptYears: number;
  readonly step: 'half-point' | 'point';
  /** By what may be typed of each: ids and codes. null: the rules don't know the units of that session. */
  readonly unitsAt: (year: number) => ReadonlyMap<string, string> | null;
};
export type LineRules = {
  readonly today: Temporal.PlainDate;
  /** By its eight figures, or by the last five as the former system has them. */
  readonly speciality: (code: string) => KnownSpeciality | null;
};

/** `unchecked`: nobody could say whether this unit was one of that session. */
export type ReadLine = { readonly line: FormerLine; readonly unchecked: boolean };

/** One line, or every sentence that says what is wrong with it. */
export function readLine(cells: Cells, rules: LineRules): Result<ReadLine, readonly string[]> {
  const faults: string[] = [];
  const found = <T>(read: Result<T, string>): T | null => {
    if (!read.ok) faults.push(read.error);
    return read.ok ? read.value : null;
  };
  const number = found(readNumber(cells.number));
  const birthName = found(readName(cells.birthName, say.birthName));
  const firstNames = found(readName(cells.firstNames, say.firstNames));
  const birthDate = found(readDay(cells.birthDate, say.birthDate));
  const obtainedOn = found(readDay(cells.obtainedOn, say.obtainedOn));
  const year = found(readYear(cells.session, rules.today));
  const speciality = found(readSpeciality(cells.speciality, rules));
  const unit = year === null || speciality === null ? null : found(readUnit(cells.unit, speciality, year));
  const mark = found(readValue(cells.mark, speciality?.step ?? 'half-point'));
  const decision = found(readDecision(cells.decision));
  faults.push(...daysThatDisagree({ birthDate, obtainedOn, year, today: rules.today }));
  if (faults.length > 0) return refuse(faults);
  if (number === null || birthName === null || firstNames === null || birthDate === null || obtainedOn === null)
    throw new Error('Without a fault it is read');
  if (year === null || speciality === null || unit === null || mark === null || decision === null)
    throw new Error('Without a fault it is read');
  const halfPoints = mark.code === 'mark' ? mark.halfPoints : null;
  const person = { number, birthName, firstNames, birthDate };
  const until = obtainedOn.add({ years: speciality.keptYears });
  const of = { cfd: speciality.cfd, year, unit: unit.id, obtainedOn, outcome: mark.code, halfPoints, until };
  return ok({ line: { ...person, ...of, decision: decision.said }, unchecked: !unit.checked });
}

function readNumber(typed: string): Result<string, string> {
  const number = typed.replace(/[\s\u00a0.-]/g, '').toUpperCase();
  if (number === '') return refuse(say.numberMissing);
  return /^[0-9A-Z]+$/.test(number) && number.length <= MOST.number ? ok(number) : refuse(say.number(typed));
}

/** What of a number may be typed differently is left aside. Null: it isn't one. */
export function numberIn(typed: string): string | null {
  const read = readNumber(typed);
  return read.ok ? read.value : null;
}

const LONGEST_NAME = 100;

function readName(typed: string, name: string): Result<string, string> {
  const text = typed.replace(/[\s\u00a0]+/g, ' ').trim();
  if (text === '') return refuse(say.empty(name));
  return foldName(text) === '' || text.length > LONGEST_NAME || /\d/.test(text)
    ? refuse(say.notAName(name, text))
    : ok(text);
}

/** Made once: a check takes ten times what it checks. */
const DAY = frenchDate();

function readDay(typed: string, name: string): Result<Temporal.PlainDate, string> {
  if (typed === '') return refuse(say.empty(name));
  const read = DAY.safeParse(typed);
  return read.success ? ok(read.data) : refuse(say.day(name, typed));
}

function readYear(typed: string, today: Temporal.PlainDate): Result<number, string> {
  const year = /(?:^|\D)(\d{4})$/.exec(typed)?.[1];
  if (year === undefined || typed.length > 20) return refuse(typed === '' ? say.sessionMissing : say.session(typed));
  return Number(year) > today.year ? refuse(say.sessionToCome(typed)) : ok(Number(year));
}

function readSpeciality(typed: string, { speciality }: LineRules): Result<KnownSpeciality, string> {
  const known = speciality(typed.replace(/[\s\u00a0]/g, ''));
  return known === null ? refuse(typed === '' ? say.specialityMissing : say.speciality(typed)) : ok(known);
}

function readUnit(
  typed: string,
  { unitsAt }: KnownSpeciality,
  year: number,
): Result<{ readonly id: string; readonly checked: boolean }, string> {
  const code = typed.replace(/[\s\u00a0]/g, '').toUpperCase();
  if (code === '') return refuse(say.unitMissing);
  const units = unitsAt(year);
  if (units === null)
    return /^[0-9A-Z-]{1,12}$/.test(code) ? ok({ id: code, checked: false }) : refuse(say.unit(typed, year));
  const id = units.get(code);
  return id === undefined ? refuse(say.unit(typed, year)) : ok({ id, checked: true });
}

function readValue(typed: string, step: KnownSpeciality['step']) {
  const read = readMark(typed, step);
  if (!read.ok) return read;
  return read.value === null ? refuse(say.markMissing) : ok(read.value);
}

const SAID: Readonly<Record<string, FormerDecision>> = {
  admis: 'admitted',
  admise: 'admitted',
  ajourne: 'not-admitted',
  ajournee: 'not-admitted',
  'non admis': 'not-admitted',
  'non admise': 'not-admitted',
  refuse: 'not-admitted',
  refusee: 'not-admitted',
};

/** An empty cell says nothing: in the progressive form nobody is judged before the last unit. */
function readDecision(typed: string): Result<{ readonly said: FormerDecision | null }, string> {
  if (typed === '') return ok({ said: null });
  const said = SAID[bare(typed)];
  return said === undefined ? refuse(say.decision(typed)) : ok({ said });
}

type Days = {
  readonly birthDate: Temporal.PlainDate | null;
  readonly obtainedOn: Temporal.PlainDate | null;
  readonly year: number | null;
  readonly today: Temporal.PlainDate;
};

function daysThatDisagree({ birthDate, obtainedOn, year, today }: Days): readonly string[] {
  if (obtainedOn === null) return [];
  if (Temporal.PlainDate.compare(obtainedOn, today) > 0) return [say.toCome(obtainedOn)];
  return [
    ...(birthDate !== null && Temporal.PlainDate.compare(birthDate, obtainedOn) >= 0 ? [say.bornAfter(birthDate)] : []),
    ...(year !== null && obtainedOn.year > year ? [say.afterSession(obtainedOn, year)] : []),
  ];
}
