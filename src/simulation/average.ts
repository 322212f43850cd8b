import * as z from 'zod';
import {
  type Catalogue,
  type Exam,
  passMarksOf,
  type Regulation,
  type Unit,
  unitsAreKnown,
} from '../catalogue/index.ts';
import { isOptional, isProfessional, mayCarry, mostOptionalUnits, slotsOf } from '../enrolment/index.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import { decimal, type JudgedUnit, type Judgement, judgeAverage, type UnitResult } from '../results/index.ts';
import { MOST } from './budgets.ts';
import { code, list } from './fields.ts';
import type { InputFault } from './inputFault.ts';
import { Mark } from './mark.ts';

import { isUnknownSpeciality } from './question.ts';
import { halfPointsOf, readFields, repeatedUnits, unitNamed } from './read.ts';

import { texts } from './texts.ts';

const say = texts.average;

const OUTCOMES = ['mark', 'kept', 'carried', 'exempt', 'absent', 'excused', 'not-entered'] as const;
const WITH_MARK: ReadonlySet<string> = new Set(['mark', 'kept', 'carried']);

const fields = {
  session: code('session'),
  speciality: code('speciality'),
  // As for eligibility: without a form, nothing is refused that one of the two allows.
  form: z.enum(['GLOBAL', 'PROGRESSIVE'], { error: texts.oneOf(['GLOBAL', 'PROGRESSIVE']) }).nullish(),
  disabledWorker: z.boolean({ error: texts.yesOrNo }).nullish(),
  units: list('units', MOST.units, {
    code: code('code'),
    outcome: z.enum(OUTCOMES, { error: texts.oneOf(OUTCOMES) }),
    mark: Mark.nullish(),
  }),
} as const;

/** What is asked, for the description of the open interface. */
export const averageQuestion = z.object(fields);

type GivenUnit = z.output<typeof fields.units>[number];

/** One unit of the account. The sum of the points over the sum of the coefficients is the average. */
export type SimulatedLine = {
  readonly code: string;
  /** What counts in the divisor: 0 for an exempted or optional unit, null when no source gives it. */
  readonly coefficient: number | null;
  /** `12.5`, or null. */
  readonly mark: string | null;
  readonly points: number | null;
  readonly note: string;
  /** In the average of the professional units, where the exam asks one. */
  readonly professional: boolean;
};

type ShownAverage = { readonly numerator: number; readonly denominator: number; readonly decimal: string };

export type AverageSimulation = {
  readonly outcome: Judgement['outcome'];
  readonly average?: ShownAverage;
  /** Over the professional units alone, where the exam asks it too. */
  readonly professionalAverage?: ShownAverage;
  readonly lines: readonly SimulatedLine[];
  /** What no average can be computed without. */
  readonly missing?: readonly {
    readonly code: string;
    readonly what: 'coefficient' | 'mark';
    readonly message: string;
  }[];
};

/** « Quelle sera ma moyenne ? » for marks that may be. Impossible ones are all named. */
export function simulateAverage(
  catalogue: Catalogue,
  input: unknown,
): Result<AverageSimulation, readonly InputFault[]> {
  const { values, faults } = readFields(fields, input, MOST);
  const session = values.session === undefined ? undefined : catalogue.session(values.session);
  const speciality =
    values.speciality === undefined || isUnknownSpeciality(catalogue, values.session, values.speciality)
      ? undefined
      : catalogue.speciality(values.speciality);
  const regulation =
    session === undefined || speciality === undefined ? undefined : catalogue.regulation(speciality.cfd, session.year);
  const exam = session === undefined ? undefined : catalogue.exam(session.exam);
  const carries =
    exam === undefined ||
    mayCarry({ ...exam.credits, form: values.form ?? 'PROGRESSIVE', handicap: values.disabledWorker === true });
  const found: readonly InputFault[] = [
    ...faults,
    ...(values.session !== undefined && session === undefined ? [texts.sessionUnknown(catalogue, values.session)] : []),
    ...(values.speciality !== undefined && speciality === undefined
      ? [texts.specialityUnknown(values.speciality)]
      : []),
    ...(session !== undefined && speciality !== undefined && !unitsAreKnown(regulation)
      ? [{ path: 'speciality', message: say.unitsUnknown }]
      : []),
    ...(values.units ?? []).flatMap((unit, index) => unitFaults(unit, index, exam, carries)),
    ...(regulation !== undefined && values.units !== undefined
      ? regulationFaults(regulation, values.units, values.form)
      : []),
  ];
  if (found.length > 0 || regulation === undefined || exam === undefined || values.units === undefined)
    return refuse(found);
  return ok(simulationOf(judgeAverage(judgedUnits(regulation, values.units), passMarksOf(exam))));
}

/** What is impossible whatever the speciality: a quarter of a point, a kept mark below 10… */
function unitFaults(
  { code, outcome, mark }: GivenUnit,
  index: number,
  exam: Exam | undefined,
  carries: boolean,
): readonly InputFault[] {
  const at = (name: string, message: string): InputFault => ({ path: `units[${index}].${name}`, message });
  const faults: InputFault[] = [];
  if (outcome === 'carried' && !carries && exam !== undefined)
    faults.push(at('outcome', texts.credits.notCarried(code, exam.credits)));
  if (!WITH_MARK.has(outcome)) return faults;
  if (mark === undefined || mark === null) return [...faults, at('mark', say.markMissing(code))];
  const halfPoints = halfPointsOf(mark);
  if (halfPoints === null) faults.push(at('mark', texts.markImpossible(code)));
  else if (exam !== undefined && exam.credits.keptFrom !== null) {
    const high = halfPoints >= 2 * exam.credits.keptFrom;
    if (outcome === 'kept' && !high) faults.push(at('mark', texts.credits.keptTooLow(code, exam.credits)));
    if (outcome === 'carried' && high) faults.push(at('mark', texts.credits.carriedTooHigh(code, exam.credits)));
  }
  return faults;
}

function regulationFaults(
  regulation: Regulation,
  units: readonly GivenUnit[],
  form: string | null | undefined,
): readonly InputFault[] {
  const given = units.map(({ code, outcome }) => ({ code, entered: outcome !== 'not-entered' }));
  const known = units.map(({ code, outcome }) => ({ code, outcome, unit: findUnit(regulation, code) }));
  const optional = known.filter(({ unit, outcome }) => unit !== null && isOptional(unit) && outcome !== 'not-entered');
  const most = mostOptionalUnits(regulation);
  const chosen = new Set(known.flatMap(({ unit, outcome }) => (outcome === 'not-entered' ? [] : [unit?.choiceGroup])));
  return [
    ...repeatedUnits(withOptional(regulation), given, (index) => `units[${index}].code`),
    ...known.flatMap(({ code, outcome, unit }, index): readonly InputFault[] => {
      const path = `units[${index}].outcome`;
      if (unit === null) return [];
      if (isOptional(unit)) return outcome === 'exempt' ? [{ path, message: say.exemptOptional(code) }] : [];
      return outcome === 'not-entered' && form === 'GLOBAL' && !isOtherOption(unit, chosen)
        ? [{ path, message: say.notEnteredInGlobal(code) }]
        : [];
    }),
    ...(optional.length > most ? [{ path: 'units', message: say.tooManyOptional(most) }] : []),
  ];
}

/** The option that isn't taken may be said « not-entered ». */
function isOtherOption({ choiceGroup }: Unit, chosen: ReadonlySet<string | undefined>): boolean {
  return choiceGroup !== undefined && chosen.has(choiceGroup);
}

const OPTIONAL_UNIT: Unit = {
  id: 'UF',
  code: 'UF',
  test: null,
  title: texts.optionalUnit,
  coefficient: null,
  mode: null,
  duration: null,
  kind: 'LV_OPTIONAL',
  source: null,
  confidence: 'unknown',
};

/** A regulation of which no source lists the optional unit may have one, unless the source says that it has none. */
function withOptional(regulation: Regulation): Pick<Regulation, 'units'> {
  const listed = regulation.units.some(isOptional) || regulation.optionalLanguage === false;
  return listed ? regulation : { units: [...regulation.units, OPTIONAL_UNIT] };
}

function findUnit(regulation: Regulation, code: string): Unit | null {
  return unitNamed(withOptional(regulation), code);
}

/** Every unit of the regulation once; one that isn't spoken of has no mark yet. */
function judgedUnits(regulation: Regulation, units: readonly GivenUnit[]): readonly JudgedUnit[] {
  const given = new Map(units.map((one) => [findUnit(regulation, one.code)?.id ?? '', one]));
  const compulsory = slotsOf(regulation).map((slot): JudgedUnit => {
    const spoken = slot.units.filter((unit) => given.has(unit.id));
    const chosen = spoken.find((unit) => given.get(unit.id)?.outcome !== 'not-entered') ?? spoken[0];
    const id = chosen?.code ?? chosen?.id ?? slot.units.map((unit) => unit.code ?? unit.id).join('/');
    const professional = isProfessional(slot);
    const coefficient = chosen === undefined ? (slot.units[0].coefficient ?? null) : chosen.coefficient;
    return { id, coefficient, optional: false, professional, outcome: outcomeOf(given.get(chosen?.id ?? '')) };
  });
  const optional = withOptional(regulation)
    .units.filter((unit) => isOptional(unit) && (given.get(unit.id)?.outcome ?? 'not-entered') !== 'not-entered')
    .map((unit): JudgedUnit => {
      const outcome = outcomeOf(given.get(unit.id));
      return { id: unit.code ?? unit.id, coefficient: null, optional: true, outcome };
    });
  return [...compulsory, ...optional];
}

function outcomeOf(given: GivenUnit | undefined): UnitResult {
  const code = given?.outcome ?? 'not-entered';
  if (code !== 'mark' && code !== 'kept' && code !== 'carried') return { code };
  return { code, halfPoints: halfPointsOf(given?.mark ?? '') ?? 0 };
}

function simulationOf({ outcome, average, professionalAverage, lines, missing }: Judgement): AverageSimulation {
  return {
    outcome,
    ...(average === null ? {} : { average: { ...average, decimal: decimal(average) } }),
    ...(professionalAverage === null
      ? {}
      : { professionalAverage: { ...professionalAverage, decimal: decimal(professionalAverage) } }),
    lines: lines.map((line) => ({
      code: line.id,
      coefficient: line.optional || line.note === 'exempt' ? 0 : line.coefficient,
      mark: line.halfPointMark === null ? null : String(line.halfPointMark / 2),
      points: line.note === 'exempt' ? 0 : line.halfPoints === null ? null : line.halfPoints / 2,
      note: say.notes[line.note],
      professional: line.professional,
    })),
    ...(missing.length === 0
      ? {}
      : { missing: missing.map(({ id, what }) => ({ code: id, what, message: say.missing[what](id) })) }),
  };
}
