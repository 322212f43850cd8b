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

type FormerForm = Pick<EligibilityFacts, 'category' | 'formerForm'>;

/** Who sat before keeps the form of passage of the former session, but for those whose globale form may have been a duty. */
export function judgeFormerForm(
  asked: NonNullable<Admission['formerForm']>,
  facts: FormerForm & Pick<EligibilityFacts, 'form'>,
): readonly Reason[] {
  const { form, formerForm } = facts;
  if (form === null || formerForm === null) return [];
  const anew = form === formerForm ? null : sourceOfAnew(asked, facts);
  return anew === null
    ? [reasonOf('former-form', form === formerForm, 'plain', asked.source)]
    : [reasonOf('former-form', null, 'to-judge', anew)];
}

/** May the form be another than that of the former session? A person checks what comes of it. */
export function mayLeaveForm({ formerForm: asked }: Pick<Admission, 'formerForm'>, facts: FormerForm): boolean {
  return asked !== undefined && sourceOfAnew(asked, facts) !== null;
}

function sourceOfAnew(
  { chosenAnew }: NonNullable<Admission['formerForm']>,
  { category, formerForm }: FormerForm,
): string | null {
  if (chosenAnew === undefined || category === null || formerForm !== 'GLOBAL') return null;
  return chosenAnew.categories.includes(category) ? chosenAnew.source : null;
}
