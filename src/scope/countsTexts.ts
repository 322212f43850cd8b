import { NBSP, plural, wholeNumber } from '../ui/index.ts';
import { MOST_COUNTED } from './rules/counts.ts';

/** `plus de 10 000`: above what is counted. */
export const upTo = (count: number): string =>
  count > MOST_COUNTED ? `plus de ${wholeNumber(MOST_COUNTED)}` : wholeNumber(count);
export const counted = (count: number, one: string, many: string): string =>
  count > MOST_COUNTED ? `${upTo(count)}${NBSP}${many}` : plural(count, one, many);
export const piecesCounted = (count: number): string => counted(count, 'pièce', 'pièces');
