import { MOST_COUNTED } from '../scope/index.ts';
import { NBSP, plural, wholeNumber } from '../ui/index.ts';

/** `plus de 10 000`: above what is counted. */
export const upTo = (count: number): string =>
  count > MOST_COUNTED ? `plus de ${wholeNumber(MOST_COUNTED)}` : wholeNumber(count);
export const counted = (count: number, one: string, many: string): string =>
  count > MOST_COUNTED ? `${upTo(count)}${NBSP}${many}` : plural(count, one, many);
export const pieces = (count: number): string => counted(count, 'pièce', 'pièces');
