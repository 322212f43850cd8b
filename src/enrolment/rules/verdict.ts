import type { Admission, NotChoosable, Regulation } from '../../catalogue/index.ts';
import type { ExamForm } from '../enrolment.ts';
import type { CreditDoubt } from './creditDoubts.ts';
import type { ExamDays } from './examDays.ts';
import type { WorkPeriod } from './workPeriods.ts';

/** What the conditions of the notice are judged on. `null` stands for « je ne sais pas » or not asked. */
export type EligibilityFacts = {
  readonly category: 'previous-candidate' | 'distance-learner' | 'other' | null;
  readonly form: ExamForm | null;
  /** The form of passage of the former session, which is kept. */
  readonly formerForm: ExamForm | null;
  readonly satAllTests: boolean | null;
  readonly twoYearsInCentre: boolean | null;
  readonly diploma: 'none' | 'level-3-listed' | 'bac-pro-sector' | null;
  readonly workPeriods: readonly WorkPeriod[];
  /** An apprenticeship or professionalisation contract after the listed diploma: 20 months may do (D337-102). */
  readonly specialContract: boolean | null;
  readonly trainingHours: number | null;
  readonly positioning: boolean;
  readonly livesInAcademy: boolean | null;
  readonly frenchNational: boolean | null;
  readonly birthDate: Temporal.PlainDate;
  readonly ageToday: number;
  /** True in the globale form, or when no unit is left after this session. */
  readonly lastUnitPresented: boolean | null;
  /** The credits that the office must judge; those that are plain aren't here. */
  readonly creditDoubts: readonly CreditDoubt[];
};

export type EligibilityRules = PracticeRules & {
  /** Why the speciality can't be chosen for this session by this candidate; null when it can; `unknown`: none is chosen yet. */
  readonly notChoosable: NotChoosable | 'unknown' | null;
  /** Where they aren't, the office completes the file. */
  readonly unitsKnown: boolean;
};

export type ReasonCode =
  | 'speciality'
  | 'category'
  | 'former-form'
  | 'majority'
  | 'training'
  | 'experience-five-years'
  | 'experience-two-years'
  | 'experience-bac-pro'
  | 'experience-own-decree'
  | 'work-placement'
  | 'residence'
  | 'credits'
  | 'national-service';

/** `met: null`: for the office to judge. What is met is met as declared: pieces prove it. */
export type Reason = {
  readonly code: ReasonCode;
  readonly met: boolean | null;
  readonly source: string;
  readonly detail: ReasonDetail;
  /** With `not-choosable`. */
  readonly notChoosable?: NotChoosable;
  /** With `work-placement`. */
  readonly weeks?: number;
  /** With `credits`. */
  readonly doubts?: readonly CreditDoubt[];
};
export type ReasonDetail =
  | 'now'
  | 'at-exam'
  /** The day of the exam decides, and the session doesn't know it for sure. */
  | 'exam-day'
  | 'later-allowed'
  | 'missing'
  | 'no-listed-diploma'
  | 'to-judge'
  | 'unknown'
  | 'not-concerned'
  | 'not-choosable'
  /** The units of the speciality aren't all known: the office completes them. */
  | 'to-complete'
  /** Nothing is known against it; the piece asked will say. */
  | 'by-piece'
  /** A decision of the recteur cuts what is asked; its piece will say. */
  | 'by-decision'
  | 'plain';

export type EligibilityVerdict = {
  readonly grade: 'eligible' | 'to-check' | 'not-eligible';
  readonly reasons: readonly Reason[];
  readonly experience: Experience;
};

/** Months of work: today, and on the first day of the exam if the jobs go on; how many are asked, and when they are reached. */
export type Experience = {
  readonly months: number;
  readonly monthsAtExam: number;
  readonly requiredMonths: number;
  /** May be past; null when the jobs declared never reach it. */
  readonly reachedOn: Temporal.PlainDate | null;
};

export type PracticeRules = {
  readonly today: Temporal.PlainDate;
  readonly examStartsOn: Temporal.PlainDate;
  /** While the day of the exam is only derived: the first and the last that it may be. Nothing is refused for that day alone. */
  readonly possibleExamDays?: ExamDays;
  readonly conditionsDueAt: 'enrolment' | 'exam';
  /** The conditions that the exam switches on, with their figures and sources. */
  readonly admission: Admission;
  /** What the speciality's own order fixes, where it is known. */
  readonly regulation: Pick<Regulation, 'conditions' | 'eligibility' | 'workPlacement'> | null;
};

/** What one condition comes to; `experience`: where it counts work. */
export type Judged = { readonly reasons: readonly Reason[]; readonly experience?: Experience };

export function reasonOf(code: ReasonCode, met: boolean | null, detail: ReasonDetail, source: string): Reason {
  return { code, met, source, detail };
}

/** What is asked where the speciality's regulation follows the pharmacy's own decree; null for all others. */
export function pharmacyAsked({
  regulation,
  admission,
}: Pick<PracticeRules, 'regulation' | 'admission'>): NonNullable<Admission['pharmacy']> | null {
  return regulation?.eligibility === 'pharmacy' ? (admission.pharmacy ?? null) : null;
}
