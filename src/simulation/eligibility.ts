import type { Catalogue, Facts } from '../catalogue/index.ts';
import {
  type Declaration,
  type EligibilityVerdict,
  enrolmentTexts,
  factsOf,
  judge,
  type ReasonDetail,
} from '../enrolment/index.ts';
import { offeredPieces, requiredPieces } from '../pieces/index.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import { inParis, parisDay } from '../platform/time.ts';
import { MOST } from './budgets.ts';
import { creditFaults, creditsIn } from './credits.ts';
import type { InputFault } from './inputFault.ts';
import { fields, isUnknownSpeciality, personFaults, placeOf, type Question, type QuestionPlace } from './question.ts';
import { readFields } from './read.ts';
import { texts } from './texts.ts';

export type EligibilitySimulation = {
  readonly verdict: EligibilityVerdict['grade'];
  readonly reasons: readonly {
    readonly code: EligibilityVerdict['reasons'][number]['code'];
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
  const place = placeOf(catalogue, values, today);
  const found: readonly InputFault[] = [
    ...faults,
    ...(values.session !== undefined && catalogue.session(values.session) === undefined
      ? [texts.sessionUnknown(catalogue, values.session)]
      : []),
    ...(typeof values.speciality === 'string' && isUnknownSpeciality(catalogue, values.session, values.speciality)
      ? [texts.specialityUnknown(values.speciality)]
      : []),
    ...personFaults(catalogue, values, today),
    ...(place === null ? [] : creditFaults(place, values)),
  ];
  if (found.length > 0 || place === null) return refuse(found);
  return ok(answer(place, declarationIn(values as Question, place)));
}

function answer(place: QuestionPlace, declared: Declaration): EligibilitySimulation {
  const { grade, reasons, experience } = judge(declared, place);
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
    pieces: piecesOf(place, factsOf(declared, place)),
    experience: {
      months,
      requiredMonths,
      monthsAtExam,
      ...(reachedOn === null ? {} : { reachedOn: reachedOn.toString() }),
    },
  };
}

/** The question as an enrolment would declare it. */
function declarationIn(question: Question, place: QuestionPlace): Declaration {
  const { form = null } = question;
  const disabledWorker = question.disabledWorker ?? false;
  return {
    birthDate: question.birthDate,
    department: question.department,
    frenchNational: question.frenchNational,
    category: question.category,
    formerForm: question.formerForm ?? null,
    satAllTests: question.satAllTests ?? null,
    twoYearsInCentre: question.twoYearsInCentre ?? null,
    trainingHours: question.trainingHours ?? null,
    positioning: question.positioning ?? false,
    diploma: question.diploma,
    specialContract: question.specialContract ?? null,
    workPeriods: question.workPeriods.map(({ from, to }) => ({ from, to: to ?? null })),
    speciality: place.speciality,
    form,
    // Arrangements aren't asked by themselves.
    handicap: disabledWorker,
    disabledWorker,
    credits: creditsIn(question, place),
    creditsInWords: null,
    // Which units a progressive candidate would sit isn't asked; a form that isn't said is judged as the whole exam.
    lastUnitPresented: form === 'PROGRESSIVE' ? null : true,
  };
}

function piecesOf({ catalogue, session }: QuestionPlace, facts: Facts): EligibilitySimulation['pieces'] {
  const types = catalogue.pieceTypes(session.exam);
  return [...requiredPieces(types, facts), ...offeredPieces(types, facts)].flatMap(({ code, reasons }) => {
    const group = catalogue.groupOf(session, code);
    const type = catalogue.pieceType({ session: session.code, code });
    if (group === undefined || type === undefined) return [];
    const due = inParis(group.dueAt).toString({ timeZoneName: 'never', smallestUnit: 'second' });
    return [{ code, label: type.label, why: reasons.join(' '), due, mode: group.mode }];
  });
}
