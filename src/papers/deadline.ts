import { PARIS } from '../platform/time.ts';
import { dayInWords, instantInWords } from '../ui/index.ts';

/**
 * What comes after « avant le »: `vendredi 1er décembre 2023 à 17 h 00 (heure de Paris)`. At midnight the day says it all:
 * « avant le vendredi 8 mars 2024 », as the notice has it.
 */
export function deadlineInWords(instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(PARIS);
  return local.equals(local.startOfDay()) ? dayInWords(local) : instantInWords(instant);
}
