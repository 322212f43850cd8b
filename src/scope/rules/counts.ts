/** Nobody reads on after this many, and counting all of them would take longer the more there are: more is said « plus de ». */
export const MOST_COUNTED = 10_000;

/** People whom our mails don't reach: more aren't called one by one. */
export const MOST_UNREACHED = 200;

/** How many pages of `size` lines there are to turn. */
export function pagesOf(total: number, size: number): number {
  return Math.ceil(Math.min(total, MOST_COUNTED) / size);
}
