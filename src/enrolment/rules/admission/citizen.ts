import type { Admission } from '../../../catalogue/index.ts';
import { type EligibilityFacts, type Reason, reasonOf } from '../verdict.ts';

/** Living in a department of the academy. */
export function judgeResidence(
  { source }: NonNullable<Admission['residence']>,
  { livesInAcademy }: EligibilityFacts,
): Reason {
  return reasonOf('residence', livesInAcademy, livesInAcademy === null ? 'unknown' : 'plain', source);
}

/** Census then defence day, for French citizens from sixteen (L113-1) until the eve of the 25th birthday: shown by a piece. */
export function judgeNationalService(
  { fromAge = 0, untilAge, source }: NonNullable<Admission['nationalService']>,
  { frenchNational, ageToday }: EligibilityFacts,
): Reason {
  const concerned = frenchNational !== false && ageToday >= fromAge && ageToday < untilAge;
  return reasonOf('national-service', true, concerned ? 'by-piece' : 'not-concerned', source);
}
