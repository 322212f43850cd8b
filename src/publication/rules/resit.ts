import type { Result, ResultUnit } from '../publication.ts';
import type { KeptRules } from './keptMarks.ts';

/**
 * The units that who isn't admitted in the globale form sits again: those below the mark from which one is kept, and those without a mark
 * (D337-114). In the progressive form the candidate chooses: nothing is said for them.
 */
export function unitsToResit(
  { decision, form, units }: Pick<Result, 'decision' | 'form' | 'units'>,
  { keptFrom }: Pick<KeptRules, 'keptFrom'>,
): readonly ResultUnit[] {
  if (decision !== 'REFUSED' || form !== 'GLOBAL') return [];
  return units.filter(({ optional, outcome, halfPoints }) => {
    if (optional || outcome === 'exempt') return false;
    const marked = outcome === 'mark' || outcome === 'kept' || outcome === 'carried';
    return !marked || halfPoints === null || halfPoints < (keptFrom ?? 0);
  });
}
