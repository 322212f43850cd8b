import { unitsAreKnown } from '../../catalogue/index.ts';
import type { Field } from '../../ui/index.ts';
import type { Dossier } from '../dossier.ts';
import type { AnsweredStep } from '../enrolment.ts';
import type { Review } from '../review.ts';
import { slotsOf } from '../rules/slots.ts';
import { creditFields, creditRules } from './acquis.ts';
import { epreuvesFields, flatFields } from './epreuves.ts';
import { identificationFields } from './identification.ts';
import {
  category,
  diploma,
  diplomaTitle,
  disclosure,
  distanceFields,
  formerFields,
  handicap,
  specialContract,
} from './informations.ts';
import { acquisInWordsFields } from './inWords.ts';
import { qualificationFields } from './qualification.ts';
import { jobFields, MOST_ROWS } from './workPeriods.ts';

/** Every field that the page of a step may show, whether or not it applies to what is typed: nothing typed is lost. */
export function allFields(dossier: Dossier, review: Review, step: AnsweredStep): readonly Field[] {
  const { informations, qualification, acquis } = review;
  if (step === 'identification') return Object.values(identificationFields(dossier)).flat();
  if (step === 'informations') {
    const jobs = Array.from({ length: MOST_ROWS }, (_, index) => Object.values(jobFields(index + 1))).flat();
    return [
      category,
      ...Object.values(formerFields(dossier)),
      ...Object.values(distanceFields),
      diploma,
      diplomaTitle,
      specialContract,
      ...jobs,
      handicap,
      disclosure.online,
      disclosure.press,
    ];
  }
  if (step === 'qualification') return informations === null ? [] : qualificationFields(dossier, informations, null);
  if (informations === null || qualification === null) return [];
  if (step === 'acquis') {
    if (!unitsAreKnown(qualification.regulation)) return Object.values(acquisInWordsFields);
    const rules = creditRules(dossier, informations, qualification);
    return slotsOf(qualification.regulation).flatMap((slot) => Object.values(creditFields(slot, rules)));
  }
  return acquis === null ? [] : flatFields(epreuvesFields(dossier, qualification, acquis));
}
