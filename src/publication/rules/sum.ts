import type { Result } from '../publication.ts';

/** What the average is made of: half points and the sum of coefficients. Null where there is no average. */
export type TotalsOfResults = { readonly halfPoints: number; readonly divisor: number };

/** The points of the table and what they are divided by: as the average counts them, optional ones added to the points alone. */
export function sumOf({ units, average }: Pick<Result, 'units' | 'average'>): TotalsOfResults | null {
  if (average === null) return null;
  const compulsory = units.filter(({ optional, points }) => !optional && points !== null);
  const divisor = compulsory.reduce((sum, { coefficient }) => sum + (coefficient ?? 0), 0);
  const halfPoints = units.reduce((sum, { points }) => sum + (points ?? 0), 0);
  return { halfPoints, divisor };
}
