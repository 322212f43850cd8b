import type { Catalogue, Facts, ResolvedSession } from '../catalogue/index.ts';
import {
  type EligibilityFacts,
  eligibilityRules,
  enrolmentTexts,
  judgeEligibility,
  practiceDueAt,
  type ReasonDetail,
  type Verdict,
} from '../enrolment/index.ts';
import { offeredPieces, requiredPieces } from '../pieces/index.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import { PARIS, parisDay, wholeYears } from '../platform/time.ts';
import { MOST } from './budgets.ts';
import { creditFaults, doubtsIn } from './credits.ts';
import type { InputFault } from './inputFault.ts';
import { fields, isUnknownSpeciality, type Place, personFaults, placeOf, type Question } from './question.ts';
import { readFields } from './read.ts';
import { texts } from './texts.ts';

export type EligibilitySimulation = {
  readonly verdict: Verdict['grade'];
  readonly reasons: readonly {
    readonly code: Verdict['reasons'][number]['code'];
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

/** Would this person be let in, and what would be asked of them? As the enrolment itself would answer, on that day. */
export function simulateEligibility(
  catalogue: Catalogue,
  input: unknown,
  now: Temporal.Instant,
): Result<EligibilitySimulation, readonly InputFault[]> {
  const { values, faults } = readFields(fields, input, MOST);
  const at = values.at ?? now;
  const today = parisDay(at);
  const place = placeOf(catalogue, values);
  const found: readonly InputFault[] = [
    ...faults,
    ...(values.session !== undefined && catalogue.session(values.session) === undefined
      ? [texts.sessionUnknown(catalogue, values.session)]
      : []),
    ...(typeof values.speciality === 'string' && isUnknownSpeciality(catalogue, values.session, values.speciality)
      ? [texts.specialityUnknown(values.speciality)]
      : []),
    ...personFaults(catalogue, values, today),
    ...(place === null ? [] : creditFaults(place, values, today)),
  ];
  if (found.length > 0 || place === null) return refuse(found);
  return ok(answer(catalogue, values as Question, place, today));
}

function answer(
  catalogue: Catalogue,
  question: Question,
  place: Place,
  today: Temporal.PlainDate,
): EligibilitySimulation {
  const { session, exam, speciality } = place;
  const former = question.category === 'previous-candidate' || (question.formerForm ?? null) !== null;
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
    pieces: piecesOf(catalogue, session, pieceFacts(question, place, today, reasons)),
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
function pieceFacts(
  question: Question,
  { session, speciality, regulation }: Place,
  today: Temporal.PlainDate,
  reasons: Verdict['reasons'],
): Facts {
  const credits = question.credits ?? [];
  const age = wholeYears(question.birthDate, today);
  return {
    category: question.category,
    form: question.form ?? null,
    frenchNational: question.frenchNational ?? true,
    ageAtEnrolment: age,
    minor: age < 18,
    diploma: question.diploma ?? 'unknown',
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
    disabledWorker: question.disabledWorker ?? false,
    practiceDueAt: practiceDueAt(reasons),
    conditionsDueAt: session.switches.conditionsDueAt,
    nationalityAskedOf: session.switches.nationalityAskedOf ?? 'under-25',
  };
}

function piecesOf(catalogue: Catalogue, session: ResolvedSession, facts: Facts): EligibilitySimulation['pieces'] {
  const types = catalogue.pieceTypes(session.exam);
  return [...requiredPieces(types, facts), ...offeredPieces(types, facts)].flatMap(({ code, reasons }) => {
    const group = catalogue.groupOf(session, code);
    const type = catalogue.pieceType({ session: session.code, code });
    if (group === undefined || type === undefined) return [];
    const due = group.dueAt.toZonedDateTimeISO(PARIS).toString({ timeZoneName: 'never', smallestUnit: 'second' });
    return [{ code, label: type.label, why: reasons.join(' '), due, mode: group.mode }];
  });
}
