import type { Admission, Regulation } from '../../../catalogue/index.ts';
import { type EligibilityFacts, type PracticeRules, pharmacyAsked, type Reason, reasonOf } from '../verdict.ts';

/**
 * The Code asks no minimum of continuing training since 1 January 2017 (D337-101: 400 h a year and 240 h bind apprentices). Some
 * orders still print one, and can't add to the Code: fewer hours are for the office to judge, never a refusal. Where the order
 * prints none, nothing is asked. Pharmacy has a decree of its own. A former candidate shows the two years in a centre instead.
 */
export function judgeTraining(
  { positioning }: NonNullable<Admission['training']>,
  facts: EligibilityFacts,
  rules: PracticeRules,
): readonly Reason[] {
  const asked = hoursAsked(facts, rules);
  if (asked?.printed === false) return [];
  if (positioning !== undefined && facts.positioning && facts.category !== 'previous-candidate')
    return [reasonOf('training', true, 'by-decision', positioning.source)];
  return asked === null ? [] : [judgeHours(asked, facts)];
}

/** Fewer are for the office to judge; hours that aren't said stand in the certificate. */
export function judgeHours(
  { required, source }: Omit<HoursAsked, 'printed'>,
  facts: Pick<EligibilityFacts, 'trainingHours'>,
): Reason {
  if (facts.trainingHours === null) return reasonOf('training', true, 'by-piece', source);
  return facts.trainingHours >= required
    ? reasonOf('training', true, 'plain', source)
    : reasonOf('training', null, 'to-judge', source);
}

/** Hours of training, and the text that asks them. `printed`: by the order of the speciality alone. */
export type HoursAsked = { readonly required: number; readonly printed: boolean; readonly source: string };

/** Those of the pharmacy's own decree, else those that the order prints for continuing training: a former candidate owes none. */
export function hoursAsked(
  { category, diploma }: Pick<EligibilityFacts, 'category' | 'diploma'>,
  rules: Pick<PracticeRules, 'regulation' | 'admission'>,
): HoursAsked | null {
  const { regulation } = rules;
  const pharmacy = pharmacyAsked(rules);
  if (pharmacy !== null) return { required: pharmacy.hours, printed: false, source: pharmacy.source };
  const printed = category === 'previous-candidate' ? null : printedHours(diploma, regulation);
  return printed === null ? null : { required: printed, printed: true, source: hoursSource(rules) };
}

/**
 * Hours of continuing training that the order of a speciality prints, for that diploma; null where it prints none, or says that
 * none is asked (Électricien 2024: 0). With a bac pro of the sector, only the figure printed for it counts.
 */
function printedHours(
  diploma: EligibilityFacts['diploma'],
  regulation: Pick<Regulation, 'conditions'> | null,
): number | null {
  const hours = regulation?.conditions?.trainingHours;
  const printed = diploma === 'bac-pro-sector' ? hours?.bacProOfTheSector : hours?.continuingTraining;
  return printed === undefined || printed === 0 ? null : printed;
}

/** Both texts: the order that prints the figure, and the law that asks none, as the exam's pack cites it. */
function hoursSource({ regulation, admission }: Pick<PracticeRules, 'regulation' | 'admission'>): string {
  const order = regulation?.conditions?.source ?? 'arrêté de la spécialité';
  return [order, ...(admission.training === undefined ? [] : [admission.training.source])].join('\u00a0; ');
}
