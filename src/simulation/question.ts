import * as z from 'zod';
import type { Catalogue, Regulation, ResolvedSession, Speciality } from '../catalogue/index.ts';
import { beganTooEarly, type RulesOfTheDay } from '../enrolment/index.ts';
import { MOST } from './budgets.ts';
import { code, Day, Instant, list } from './fields.ts';
import type { InputFault } from './inputFault.ts';
import { Mark } from './mark.ts';
import type { Values } from './read.ts';
import { texts } from './texts.ts';

const say = texts.eligibility;

const choice = <const Options extends readonly [string, ...string[]]>(options: Options) =>
  z.enum(options, { error: texts.oneOf(options) });
const YesNo = z.boolean({ error: texts.yesOrNo });
const FORMS = ['GLOBAL', 'PROGRESSIVE'] as const;

/** What may be asked, field by field. `nullish`: « je ne sais pas ». */
export const fields = {
  session: code('session'),
  /** Code formation diplôme (CFD), eight digits. */
  speciality: code('speciality').nullable(),
  /** null: « je ne sais pas ». */
  category: choice(say.categories).nullable(),
  form: choice(FORMS).nullish(),
  department: code('department').nullable(),
  birthDate: Day,
  frenchNational: YesNo.nullable(),
  formerForm: choice(FORMS).nullish(),
  satAllTests: YesNo.nullish(),
  twoYearsInCentre: YesNo.nullish(),
  diploma: choice(['none', 'level-3-listed', 'bac-pro-sector']).nullable(),
  specialContract: YesNo.nullish(),
  workPeriods: list('workPeriods', MOST.workPeriods, { from: Day, to: Day.nullish(), partTime: YesNo.nullish() }),
  trainingHours: z.int({ error: texts.hours }).min(0, { error: texts.hours }).nullish(),
  positioning: YesNo.nullish(),
  disabledWorker: YesNo.nullish(),
  credits: list('credits', MOST.credits, {
    unit: code('unit'),
    kind: choice(['kept', 'carried', 'exempt']),
    mark: Mark.nullish(),
    obtainedOn: Day.nullish(),
    ground: code('ground').nullish(),
  }).nullish(),
  at: Instant.nullish(),
} as const;

/** What is asked, for the description of the open interface. */
export const eligibilityQuestion = z.object(fields);

export type Given = Values<typeof fields>;
export type Question = Required<Given>;
export type GivenCredit = NonNullable<Question['credits']>[number];

/** What the pack knows of the question. */
export type QuestionPlace = RulesOfTheDay & {
  readonly speciality: Speciality | null;
  readonly regulation: Regulation | undefined;
};

export function placeOf(
  catalogue: Catalogue,
  { session: code, speciality: cfd }: Given,
  today: Temporal.PlainDate,
): QuestionPlace | null {
  const session = sessionNamed(catalogue, code);
  if (session === undefined) return null;
  const speciality = typeof cfd === 'string' ? catalogue.specialityOf(session, cfd) : cfd;
  if (speciality === undefined) return null;
  const academy = catalogue.academy(session.academy);
  const exam = catalogue.exam(session.exam);
  if (academy === undefined || exam === undefined) return null;
  return {
    catalogue,
    session,
    academy,
    exam,
    today,
    speciality,
    regulation: speciality === null ? undefined : catalogue.regulation(speciality.cfd, session.year),
  };
}

/** In no exam, or in another than the session's. */
export function isUnknownSpeciality(catalogue: Catalogue, code: string | undefined, cfd: string): boolean {
  const session = sessionNamed(catalogue, code);
  return (session === undefined ? catalogue.speciality(cfd) : catalogue.specialityOf(session, cfd)) === undefined;
}

function sessionNamed(catalogue: Catalogue, code: string | undefined): ResolvedSession | undefined {
  return code === undefined ? undefined : catalogue.session(code);
}

export function personFaults(catalogue: Catalogue, values: Given, today: Temporal.PlainDate): readonly InputFault[] {
  const { birthDate, department, workPeriods = [] } = values;
  const birthFault = birthDate === undefined ? null : birthDateFault(birthDate, today);
  return [
    ...(birthFault === null ? [] : [{ path: 'birthDate', message: birthFault }]),
    ...(department !== undefined && department !== null && catalogue.departmentByCode(department) === undefined
      ? [{ path: 'department', message: say.departmentUnknown(department) }]
      : []),
    ...workPeriods.flatMap(({ from }, index) => {
      const fault = birthDate === undefined || birthFault !== null ? null : beganTooEarly(from, birthDate);
      return fault === null ? [] : [{ path: `workPeriods[${index}].from`, message: say.tooEarly[fault] }];
    }),
    ...workPeriods.flatMap(({ from, to }, index) =>
      to !== undefined && to !== null && Temporal.PlainDate.compare(to, from) < 0
        ? [{ path: `workPeriods[${index}].to`, message: say.endsBeforeStart }]
        : [],
    ),
  ];
}

/** As for an account: nobody enrols before fourteen. */
function birthDateFault(birthDate: Temporal.PlainDate, today: Temporal.PlainDate): string | null {
  const fault = beganTooEarly(today, birthDate);
  if (fault === 'before-birth' || birthDate.equals(today)) return say.birthDate;
  return fault === null ? null : say.tooYoung;
}
