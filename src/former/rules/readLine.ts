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
  const [session, speciality] = [readYear(cells.session, rules.today), readSpeciality(cells.speciality, rules)];
  const read = {
    number: readNumber(cells.number),
    birthName: readName(cells.birthName, say.birthName),
    firstNames: readName(cells.firstNames, say.firstNames),
    birthDate: readDay(cells.birthDate, say.birthDate),
    obtainedOn: readDay(cells.obtainedOn, say.obtainedOn),
    session,
    speciality,
    // Without its session and its speciality nobody knows what a unit is: those are the faults.
    ...(session.ok && speciality.ok ? { unit: readUnit(cells.unit, speciality.value, session.value) } : {}),
    mark: readValue(cells.mark, speciality.ok ? speciality.value.step : 'half-point'),
    decision: readDecision(cells.decision),
  };
  const wrong = Object.values(read).flatMap((one) => (one.ok ? [] : [one.error]));
  const faults = [...wrong, ...daysThatDisagree(read, rules.today)];
  if (faults.length > 0) return refuse(faults);
  const { keptYears, cfd } = readOf(read.speciality);
  const [unit, mark, obtainedOn] = [readOf(read.unit), readOf(read.mark), readOf(read.obtainedOn)];
  const line: FormerLine = {
    number: readOf(read.number),
    birthName: readOf(read.birthName),
    firstNames: readOf(read.firstNames),
    birthDate: readOf(read.birthDate),
    cfd,
    year: readOf(read.session),
    unit: unit.id,
    obtainedOn,
    outcome: mark.code,
    halfPoints: mark.code === 'mark' ? mark.halfPoints : null,
    decision: readOf(read.decision).said,
    until: obtainedOn.add({ years: keptYears }),
  };
  return ok({ line, unchecked: !unit.checked });
}

function readOf<T>(read: Result<T, string> | undefined): T {
  if (read?.ok !== true) throw new Error('Without a fault it is read');
  return read.value;
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

const SAID = new Map<string, FormerDecision>(
  Object.entries({
    admis: 'admitted',
    admise: 'admitted',
    ajourne: 'not-admitted',
    ajournee: 'not-admitted',
    'non admis': 'not-admitted',
    'non admise': 'not-admitted',
    refuse: 'not-admitted',
    refusee: 'not-admitted',
  }),
);

/** An empty cell says nothing: in the progressive form nobody is judged before the last unit. */
function readDecision(typed: string): Result<{ readonly said: FormerDecision | null }, string> {
  if (typed === '') return ok({ said: null });
  const said = SAID.get(bare(typed));
  return said === undefined ? refuse(say.decision(typed)) : ok({ said });
}

type Days = {
  readonly birthDate: Result<Temporal.PlainDate, string>;
  readonly obtainedOn: Result<Temporal.PlainDate, string>;
  readonly session: Result<number, string>;
};

function daysThatDisagree({ birthDate, obtainedOn: on, session }: Days, today: Temporal.PlainDate): readonly string[] {
  if (!on.ok) return [];
  if (Temporal.PlainDate.compare(on.value, today) > 0) return [say.toCome(on.value)];
  const bornAfter = birthDate.ok && Temporal.PlainDate.compare(birthDate.value, on.value) >= 0;
  return [
    ...(bornAfter ? [say.bornAfter(birthDate.value)] : []),
    ...(session.ok && on.value.year > session.value ? [say.afterSession(on.value, session.value)] : []),
  ];
}
