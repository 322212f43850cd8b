import * as z from 'zod';
import type { Academy, Catalogue, Exam, Facts, Regulation, ResolvedSession, Speciality } from '../catalogue/index.ts';
import {
  type Credit,
  type CreditRules,
  doubtsOn,
  type EligibilityFacts,
  eligibilityRules,
  enrolmentTexts,
  groundsFor,
  isOptional,
  judgeCredit,
  judgeEligibility,
  lastDayOf,
  type ReasonDetail,
  type Slot,
  slotsOf,
  type Verdict,
} from '../enrolment/index.ts';
import { offeredPieces, requiredPieces } from '../pieces/index.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import { PARIS, parisDay, wholeYears } from '../platform/time.ts';
import { Mark } from './average.ts';
import type { InputFault } from './inputFault.ts';
import { halfPointsIn, readFields, repeatedUnits, unitNamed, type Values } from './read.ts';
import { texts } from './texts.ts';

const say = texts.eligibility;

const Day = z.string({ error: texts.day }).transform((typed, context): Temporal.PlainDate => {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return Temporal.PlainDate.from(typed, { overflow: 'reject' });
  } catch {
    // Said below.
  }
  context.addIssue({ code: 'custom', message: texts.day });
  return z.NEVER;
});

const Instant = z.string({ error: texts.instant }).transform((typed, context): Temporal.Instant => {
  try {
    return Temporal.Instant.from(typed);
  } catch {
    context.addIssue({ code: 'custom', message: texts.instant });
    return z.NEVER;
  }
});

const choice = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options, { error: texts.oneOf(options) });
const YesNo = z.boolean({ error: texts.yesOrNo });
const FORMS = ['GLOBAL', 'PROGRESSIVE'] as const;

const fields = {
  session: z.string({ error: texts.required('session') }),
  /** Code formation diplôme (CFD), eight digits. */
  speciality: z.string({ error: texts.required('speciality') }).nullable(),
  /** null: « je ne sais pas ». */
  category: choice(say.categories).nullable(),
  form: choice(FORMS).nullish(),
  department: z.string({ error: texts.required('department') }).nullable(),
  birthDate: Day,
  frenchNational: YesNo.nullable(),
  formerForm: choice(FORMS).nullish(),
  satAllTests: YesNo.nullish(),
  twoYearsInCentre: YesNo.nullish(),
  diploma: choice(['none', 'level-3-listed', 'bac-pro-sector']).nullable(),
  specialContract: YesNo.nullish(),
  workPeriods: z.array(z.object({ from: Day, to: Day.nullish(), partTime: YesNo.nullish() }), {
    error: texts.required('workPeriods'),
  }),
  trainingHours: z.int({ error: texts.hours }).min(0, { error: texts.hours }).nullish(),
  positioning: YesNo.nullish(),
  disabledWorker: YesNo.nullish(),
  credits: z
    .array(
      z.object({
        unit: z.string({ error: texts.required('unit') }),
        kind: choice(['kept', 'carried', 'exempt']),
        mark: Mark.nullish(),
        obtainedOn: Day.nullish(),
        ground: z.string({ error: texts.required('ground') }).nullish(),
      }),
      { error: texts.required('credits') },
    )
    .nullish(),
  at: Instant.nullish(),
} as const;

/** What is asked, for the description of the open interface. */
export const eligibilityQuestion = z.object(fields);

type Question = Required<Values<typeof fields>>;
type GivenCredit = NonNullable<Question['credits']>[number];

export type EligibilitySimulation = {
  readonly verdict: Verdict['grade'];
  readonly reasons: readonly {
    readonly code: string;
    readonly met: boolean | null;
    /** `by-piece`: met as declared, and nothing but the piece can show it. */
    readonly detail: ReasonDetail;
    readonly message: string;
    readonly source: string;
  }[];
  readonly pieces: readonly {
    readonly code: string;
    readonly label: string;
    readonly why: string;
    /** The instant before which it must be in, with the offset of Paris. */
    readonly due: string;
    readonly mode: 'online' | 'post';
  }[];
  readonly experience: {
    readonly months: number;
    readonly requiredMonths: number;
    /** On the first day of the exam, if the jobs go on. */
    readonly monthsAtExam: number;
    readonly reachedOn?: string;
  };
};

type Place = {
  readonly session: ResolvedSession;
  readonly academy: Academy;
  readonly exam: Exam;
  readonly speciality: Speciality | null;
  readonly regulation: Regulation | undefined;
};

/** Would this person be let in, and what would be asked of them? As the enrolment itself would answer, on that day. */
export function simulateEligibility(
  catalogue: Catalogue,
  input: unknown,
  now: Temporal.Instant,
): Result<EligibilitySimulation, readonly InputFault[]> {
  const { values, faults } = readFields(fields, input);
  const at = values.at ?? now;
  const today = parisDay(at);
  const place = placeOf(catalogue, values);
  const found: readonly InputFault[] = [
    ...faults,
    ...(values.session !== undefined && catalogue.session(values.session) === undefined
      ? [texts.sessionUnknown(catalogue, values.session)]
      : []),
    ...(typeof values.speciality === 'string' && catalogue.speciality(values.speciality) === undefined
      ? [texts.specialityUnknown(values.speciality)]
      : []),
    ...personFaults(catalogue, values, today),
    ...(place === null ? [] : creditFaults(place, values, today)),
  ];
  if (found.length > 0 || place === null) return refuse(found);
  return ok(answer(catalogue, values as Question, place, today));
}

function placeOf(catalogue: Catalogue, { session: code, speciality: cfd }: Values<typeof fields>): Place | null {
  const session = catalogue.session(code ?? '');
  const speciality = cfd === null ? null : catalogue.speciality(cfd ?? '');
  if (session === undefined || speciality === undefined) return null;
  const academy = catalogue.academy(session.academy);
  const exam = catalogue.exam(session.exam);
  if (academy === undefined || exam === undefined) return null;
  return { session, academy, exam, speciality, regulation: catalogue.regulation(cfd ?? '', session.year) };
}

function personFaults(
  catalogue: Catalogue,
  values: Values<typeof fields>,
  today: Temporal.PlainDate,
): readonly InputFault[] {
  const { birthDate, department, workPeriods = [] } = values;
  return [
    ...(birthDate !== undefined && Temporal.PlainDate.compare(birthDate, today) >= 0
      ? [{ path: 'birthDate', message: say.birthDate }]
      : []),
    ...(department !== undefined && department !== null && catalogue.departmentByCode(department) === undefined
      ? [{ path: 'department', message: say.departmentUnknown(department) }]
      : []),
    ...workPeriods.flatMap(({ from, to }, index) =>
      to !== undefined && to !== null && Temporal.PlainDate.compare(to, from) < 0
        ? [{ path: `workPeriods[${index}].to`, message: say.endsBeforeStart }]
        : [],
    ),
  ];
}

function creditFaults(
  place: Place,
  { credits, form, disabledWorker }: Values<typeof fields>,
  today: Temporal.PlainDate,
): readonly InputFault[] {
  if (credits === undefined || credits === null || credits.length === 0) return [];
  const { regulation } = place;
  if (regulation === undefined || !regulation.unitsComplete) return [{ path: 'credits', message: say.unitsUnknown }];
  const given = credits.map(({ unit }) => ({ code: unit, entered: true }));
  const rules = creditRules(place, regulation, form ?? null, disabledWorker === true, today);
  return [
    ...repeatedUnits(regulation, given, (index) => `credits[${index}].unit`),
    ...credits.flatMap((credit, index) => oneCreditFaults(regulation, credit, rules, `credits[${index}]`)),
  ];
}

function creditRules(
  { session, exam }: Place,
  regulation: Regulation,
  form: 'GLOBAL' | 'PROGRESSIVE' | null,
  handicap: boolean,
  today: Temporal.PlainDate,
): CreditRules {
  return {
    // Without a form, nothing is refused that one of the two allows.
    form: form ?? 'PROGRESSIVE',
    handicap,
    today,
    examStartsOn: session.examStartsOn.on,
    keptMarkYears: exam.keptMarkYears,
    exemptionBasis: session.switches.exemptionBasis,
    grounds: exam.exemptionGrounds,
    regulation,
  };
}

function oneCreditFaults(
  regulation: Regulation,
  given: GivenCredit,
  rules: CreditRules,
  path: string,
): readonly InputFault[] {
  const unit = unitNamed(regulation, given.unit);
  if (unit === null) return [];
  const code = given.unit;
  const fault = (name: string, message: string): readonly InputFault[] => [{ path: `${path}.${name}`, message }];
  if (given.kind === 'exempt') {
    if (isOptional(unit)) return fault('kind', say.exemptOptional(code));
    if (given.ground === undefined || given.ground === null) return [];
    const all = rules.grounds.map((ground) => ground.code);
    if (!all.some((one) => one === given.ground)) return fault('ground', say.groundUnknown(all));
    const slot = slotsOf(regulation).find((one) => one.units.some(({ id }) => id === unit.id));
    const granted = slot === undefined ? [] : groundsFor(slot, rules).map((ground) => ground.code);
    return granted.some((one) => one === given.ground) ? [] : fault('ground', say.groundNotForUnit(code, granted));
  }
  const halfPoints = given.mark === undefined || given.mark === null ? null : halfPointsIn(given.mark);
  const faults: InputFault[] = [];
  if (halfPoints === null && given.mark !== undefined && given.mark !== null)
    faults.push(...fault('mark', texts.markImpossible(code)));
  const judged = judgeCredit({ id: unit.id, units: [unit] }, creditOf(given, halfPoints, rules.today), rules);
  switch (judged) {
    case 'mark-below-ten':
      return [...faults, ...fault('mark', say.keptBelowTen(code))];
    case 'mark-of-ten-or-more':
      return [...faults, ...fault('mark', say.carriedOfTen(code))];
    case 'carry-needs-progressive':
      return [...faults, ...fault('kind', say.carryNeedsProgressive(code))];
    case 'mark-in-the-future':
      return [...faults, ...fault('obtainedOn', say.obtainedInFuture(code))];
    case 'mark-too-old':
      return [
        ...faults,
        ...fault('obtainedOn', say.tooOld(code, lastDayOf(given.obtainedOn ?? rules.today, rules.keptMarkYears))),
      ];
    default:
      return faults;
  }
}

/** The credits that the office must judge. A ground that isn't said is no doubt yet: the piece asked will tell. */
function doubtsIn(question: Question, place: Place, today: Temporal.PlainDate): EligibilityFacts['creditDoubts'] {
  const { regulation, exam } = place;
  const { credits, form, disabledWorker } = question;
  if (regulation === undefined || credits === undefined || credits === null) return [];
  const given = credits.flatMap((credit): readonly (readonly [Slot, Credit])[] => {
    const unit = unitNamed(regulation, credit.unit);
    if (unit === null) return [];
    const slot: Slot = { id: unit.id, units: [unit] };
    if (credit.kind !== 'exempt') return [[slot, creditOf(credit, halfPointsIn(credit.mark ?? ''), today)]];
    const ground = exam.exemptionGrounds.find(({ code }) => code === credit.ground);
    return ground === undefined ? [] : [[slot, { choice: 'exempt', ground: ground.code }]];
  });
  return doubtsOn(
    given.map(([slot]) => slot),
    new Map(given.map(([slot, credit]) => [slot.id, credit])),
    creditRules(place, regulation, form ?? null, disabledWorker === true, today),
  );
}

/** What isn't said is taken as it would be accepted: the transcript will tell. */
function creditOf({ kind, obtainedOn }: GivenCredit, halfPoints: number | null, today: Temporal.PlainDate): Credit {
  const choice = kind === 'carried' ? 'carry' : 'keep';
  return {
    choice,
    halfPoints: halfPoints ?? (choice === 'carry' ? 0 : 20),
    obtainedOn: obtainedOn ?? today,
    option: null,
  };
}

function answer(
  catalogue: Catalogue,
  question: Question,
  place: Place,
  today: Temporal.PlainDate,
): EligibilitySimulation {
  const { session, exam, speciality } = place;
  const former = question.category === 'previous-candidate';
  const rules = eligibilityRules({ catalogue, session, exam, today }, speciality, former);
  const { grade, reasons, experience } = judgeEligibility(factsOf(question, place, today), rules);
  const { months, requiredMonths, monthsAtExam, reachedOn } = experience;
  return {
    verdict: grade,
    reasons: reasons.map((reason) => ({
      code: reason.code,
      met: reason.met,
      detail: reason.detail,
      message: enrolmentTexts.eligibility.reason(reason, experience),
      source: reason.source,
    })),
    pieces: piecesOf(catalogue, session, pieceFacts(question, place, today)),
    experience: {
      months,
      requiredMonths,
      monthsAtExam,
      ...(reachedOn === null ? {} : { reachedOn: reachedOn.toString() }),
    },
  };
}

function factsOf(question: Question, place: Place, today: Temporal.PlainDate): EligibilityFacts {
  const { academy } = place;
  const { department, form } = question;
  return {
    category: question.category,
    form: form ?? null,
    formerForm: question.formerForm ?? null,
    satAllTests: question.satAllTests ?? null,
    twoYearsInCentre: question.twoYearsInCentre ?? null,
    diploma: question.diploma,
    workPeriods: question.workPeriods.map(({ from, to }) => ({ from, to: to ?? null })),
    specialContract: question.specialContract ?? null,
    trainingHours: question.trainingHours ?? null,
    positioning: question.positioning ?? false,
    livesInAcademy: department === null ? null : academy.departments.some(({ code }) => code === department),
    frenchNational: question.frenchNational,
    ageToday: wholeYears(question.birthDate, today),
    // Which units a progressive candidate would sit isn't asked; a form that isn't said is judged as the whole exam.
    lastUnitPresented: form === undefined || form === 'GLOBAL' ? true : null,
    creditDoubts: doubtsIn(question, place, today),
  };
}

/** What the rules of pieces ask; the same names as an enrolment's. */
function pieceFacts(question: Question, { session, speciality, regulation }: Place, today: Temporal.PlainDate): Facts {
  const credits = question.credits ?? [];
  const age = wholeYears(question.birthDate, today);
  return {
    category: question.category,
    form: question.form ?? null,
    frenchNational: question.frenchNational ?? true,
    ageAtEnrolment: age,
    minor: age < 18,
    diploma: question.diploma,
    keepsMark: credits.some(({ kind }) => kind === 'kept'),
    carriesMark: credits.some(({ kind }) => kind === 'carried'),
    exemptionGrounds: [
      ...new Set(credits.flatMap(({ kind, ground }) => (kind === 'exempt' ? [ground ?? 'unknown'] : []))),
    ],
    lastUnitPresented: question.form === 'PROGRESSIVE' ? null : true,
    scaffoldingAnnexes: speciality?.scaffolding?.annexes ?? [],
    positioning: question.positioning ?? false,
    pharmacy: regulation?.eligibility === 'pharmacy',
    handicap: question.disabledWorker ?? false,
    conditionsDueAt: session.switches.conditionsDueAt,
  };
}

function piecesOf(catalogue: Catalogue, session: ResolvedSession, facts: Facts): EligibilitySimulation['pieces'] {
  const types = catalogue.pieceTypes();
  return [...requiredPieces(types, facts), ...offeredPieces(types, facts)].flatMap(({ code, reasons }) => {
    const group = catalogue.groupOf(session, code);
    const type = catalogue.pieceType(code);
    if (group === undefined || type === undefined) return [];
    const due = group.dueAt.toZonedDateTimeISO(PARIS).toString({ timeZoneName: 'never', smallestUnit: 'second' });
    return [{ code, label: type.label, why: reasons.join(' '), due, mode: group.mode }];
  });
}
