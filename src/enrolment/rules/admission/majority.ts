import type { Admission } from '../../../catalogue/index.ts';
import { wholeYears } from '../../../platform/time.ts';
import { type EligibilityFacts, type PracticeRules, type Reason, reasonOf } from '../verdict.ts';

type Majority = NonNullable<Admission['majority']>;

const UNTOLD = 'source à confirmer';

/** Without a preparation, one has to be of age on a day of the exam's year (code de l'éducation, D337-7); at a distance counts. */
export function judgeMajority(
  asked: Majority,
  { birthDate, category }: Pick<EligibilityFacts, 'birthDate' | 'category'>,
  { examStartsOn }: Pick<PracticeRules, 'examStartsOn'>,
): Reason {
  const { age } = asked;
  const source = asked.source ?? UNTOLD;
  if (wholeYears(birthDate, majorityDay(asked, examStartsOn)) >= age)
    return reasonOf('majority', true, 'plain', source);
  if (category === null) return reasonOf('majority', null, 'unknown', source);
  return category === 'distance-learner'
    ? reasonOf('majority', true, 'by-piece', source)
    : reasonOf('majority', false, 'missing', source);
}

/** The day on which the age counts, in the year of the exam. */
function majorityDay({ on }: Pick<Majority, 'on'>, examStartsOn: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainMonthDay.from(on).toPlainDate({ year: examStartsOn.year });
}
