import type { Exam } from '../catalogue/index.ts';
import type { KeptRules } from './rules/keptMarks.ts';

/** As the exam's pack says it, in half points. */
export function keptRulesOf({ credits }: Pick<Exam, 'credits'>): KeptRules {
  const { keptFrom, keptYears, carriedIn } = credits;
  return { keptFrom: keptFrom === null ? null : keptFrom * 2, keptYears, carriedIn };
}
