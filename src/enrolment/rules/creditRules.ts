import { lawOf, passMarksOf, type Regulation } from '../../catalogue/index.ts';
import type { RulesOfTheDay } from '../dossier.ts';
import type { ExamForm } from '../enrolment.ts';
import type { CreditRules } from './credits.ts';
import { possibleExamDays } from './examDays.ts';

/** The rules that a credit is judged by. Without a form, nothing is refused that one of the two allows. */
export function creditRulesOf(
  { session, exam, today }: Pick<RulesOfTheDay, 'session' | 'exam' | 'today'>,
  regulation: Regulation,
  { form, handicap }: { readonly form: ExamForm | null; readonly handicap: boolean },
): CreditRules {
  return {
    form: form ?? 'PROGRESSIVE',
    handicap,
    today,
    examStartsOn: session.examStartsOn.on,
    ...possibleExamDays(session),
    keptMarkYears: exam.credits.keptYears,
    keptFrom: exam.credits.keptFrom === null ? null : exam.credits.keptFrom * 2,
    pass: passMarksOf(exam),
    carriedIn: exam.credits.carriedIn,
    source: exam.credits.source,
    correspondenceSource: exam.credits.correspondence,
    handicapSource: lawOf(exam, 'accommodations').article,
    exemptionBasis: session.switches.exemptionBasis,
    grounds: exam.exemptionGrounds,
    regulation,
  };
}
