import type { Admission } from '../../../catalogue/index.ts';
import { type EligibilityFacts, type Reason, reasonOf } from '../verdict.ts';

/**
 * Former candidate who sat all the tests after two years in a centre, or distance learner. A progressive candidate has by
 * nature not sat them all: the office judges.
 */
export function judgeFormerOrDistance(
  { source }: NonNullable<Admission['formerOrDistance']>,
  facts: EligibilityFacts,
): Reason {
  if (facts.category === null) return reasonOf('category', null, 'unknown', source);
  if (facts.category === 'distance-learner') return reasonOf('category', true, 'plain', source);
  if (facts.category === 'other') return reasonOf('category', false, 'plain', source);
  if (facts.twoYearsInCentre === false) return reasonOf('category', false, 'missing', source);
  if (facts.satAllTests === false)
    return (facts.formerForm ?? facts.form) === 'PROGRESSIVE'
      ? reasonOf('category', null, 'to-judge', source)
      : reasonOf('category', false, 'missing', source);
  if (facts.satAllTests === null || facts.twoYearsInCentre === null)
    return reasonOf('category', null, 'unknown', source);
  return reasonOf('category', true, 'plain', source);
}

/** Who sat before, whatever they enrol as, keeps the form of passage of the former session (notice, « Forme de passage »). */
export function judgeFormerForm(
  { source }: NonNullable<Admission['formerForm']>,
  { form, formerForm }: EligibilityFacts,
): readonly Reason[] {
  if (form === null || formerForm === null) return [];
  return [reasonOf('former-form', form === formerForm, 'plain', source)];
}
