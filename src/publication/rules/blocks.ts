import type { Result, ResultUnit } from '../publication.ts';

const TEN = 20;

/** The units that a certificate of blocks bears: sat or kept, at 10 or more, of who isn't admitted (D337-107). */
export function blocksOf({ decision, units }: Pick<Result, 'decision' | 'units'>): readonly ResultUnit[] {
  if (decision === 'ADMITTED') return [];
  return units.filter(
    ({ outcome, optional, halfPoints }) =>
      !optional && (outcome === 'mark' || outcome === 'kept') && halfPoints !== null && halfPoints >= TEN,
  );
}
