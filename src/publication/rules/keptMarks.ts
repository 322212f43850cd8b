import type { Result, ResultUnit } from '../publication.ts';

export type KeptRules = {
  /** Half points from which a mark is kept; null: any mark is. */
  readonly keptFrom: number | null;
  readonly keptYears: number;
  /** The forms in which a lower mark is carried. */
  readonly carriedIn: readonly Result['form'][];
};

/** A mark that counts for a later session, with the last day on which it does. */
export type KeptMark = {
  readonly unit: ResultUnit;
  readonly halfPoints: number;
  readonly how: 'kept' | 'carried';
  readonly obtainedOn: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
};

/**
 * What who isn't admitted holds for later: marks of this session, counted from the deliberation, and those kept before, from their own
 * day (D337-107, -114, -115). An absence, a 0 for a justified one and an optional unit give nothing to keep.
 */
export function keptMarks(result: Result, { keptFrom, keptYears, carriedIn }: KeptRules): readonly KeptMark[] {
  if (result.decision === 'ADMITTED') return [];
  return result.units.flatMap((unit): readonly KeptMark[] => {
    const { outcome, halfPoints, optional } = unit;
    if (optional || halfPoints === null) return [];
    if (outcome !== 'mark' && outcome !== 'kept' && outcome !== 'carried') return [];
    const enough = keptFrom === null || halfPoints >= keptFrom;
    if (!enough && !carriedIn.includes(result.form)) return [];
    const obtainedOn = Temporal.PlainDate.from(unit.obtainedOn ?? result.decidedOn);
    const until = obtainedOn.add({ years: keptYears });
    return [{ unit, halfPoints, how: enough ? 'kept' : 'carried', obtainedOn, until }];
  });
}
