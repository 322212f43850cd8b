import { decimal, type Fraction } from '../../results/index.ts';
import type { Result, ResultUnit } from '../publication.ts';

/** One thing that a later publication says otherwise. */
export type Difference =
  | { readonly what: 'decision'; readonly before: Result['decision']; readonly after: Result['decision'] }
  | { readonly what: 'average'; readonly before: string | null; readonly after: string | null }
  | {
      readonly what: 'unit';
      readonly title: string;
      readonly before: UnitOutcome | null;
      readonly after: UnitOutcome | null;
    };

/** What a unit comes to. */
export type UnitOutcome = Pick<ResultUnit, 'outcome' | 'halfPoints' | 'coefficient'>;

/** What changes for a candidate from one publication to the next, in the order of the paper. The record's own name plays no part. */
export function differences(before: Result, after: Result): readonly Difference[] {
  const found: Difference[] = [];
  if (before.decision !== after.decision)
    found.push({ what: 'decision', before: before.decision, after: after.decision });
  const [was, is] = [shown(before.average), shown(after.average)];
  if (was !== is) found.push({ what: 'average', before: was, after: is });
  const ids = new Set([...before.units, ...after.units].map(({ id }) => id));
  for (const id of ids) {
    const [old, now] = [before, after].map(({ units }) => units.find((unit) => unit.id === id));
    if (sameUnit(old, now)) continue;
    const title = now?.title ?? old?.title ?? id;
    found.push({ what: 'unit', title, before: standing(old), after: standing(now) });
  }
  return found;
}

function shown(average: Fraction | null): string | null {
  return average === null ? null : decimal(average);
}

function standing(unit: ResultUnit | undefined): UnitOutcome | null {
  return unit === undefined
    ? null
    : { outcome: unit.outcome, halfPoints: unit.halfPoints, coefficient: unit.coefficient };
}

function sameUnit(one: ResultUnit | undefined, other: ResultUnit | undefined): boolean {
  return JSON.stringify(standing(one)) === JSON.stringify(standing(other));
}
