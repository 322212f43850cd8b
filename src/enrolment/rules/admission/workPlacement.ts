import { type PracticeRules, type Reason, reasonOf } from '../verdict.ts';

/**
 * Weeks in a workplace that the order of a speciality asks of whoever comes alone. How they bind somebody without training is read in
 * several ways, so the machine judges none of it: a person looks at each file.
 */
export function judgeWorkPlacement({ regulation }: Pick<PracticeRules, 'regulation'>): readonly Reason[] {
  const asked = regulation?.workPlacement;
  if (asked === undefined) return [];
  const { weeks, source } = asked;
  return [{ ...reasonOf('work-placement', null, 'to-judge', source ?? 'source à confirmer'), weeks }];
}
