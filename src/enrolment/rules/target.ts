/** A unit in the account of the average: its coefficient, and its mark in half points when it is already known. */
export type CountedUnit = { readonly coefficient: number | null; readonly halfPoints: number | null };

export type TargetAverage =
  /** The average to reach on the units left, as an exact fraction of points out of 20. */
  | { readonly known: true; readonly numerator: number; readonly denominator: number }
  /** Coefficients that no source gives: no figure is invented. */
  | { readonly known: false; readonly missingCoefficients: number };

/**
 * What must be reached on the units left to sit for an average of `pass` half points (D337-114, D337-115): exemptions are
 * out, kept and carried marks stay in. null when nothing is left to sit.
 */
export function averageToAimFor(units: readonly CountedUnit[], pass: number): TargetAverage | null {
  const left = units.filter((unit) => unit.halfPoints === null);
  if (left.length === 0) return null;
  const missingCoefficients = units.filter((unit) => unit.coefficient === null).length;
  if (missingCoefficients > 0) return { known: false, missingCoefficients };
  const coefficients = (list: readonly CountedUnit[]): number =>
    list.reduce((sum, unit) => sum + (unit.coefficient ?? 0), 0);
  const halfPointsHeld = units.reduce((sum, unit) => sum + (unit.coefficient ?? 0) * (unit.halfPoints ?? 0), 0);
  return { known: true, numerator: pass * coefficients(units) - halfPointsHeld, denominator: 2 * coefficients(left) };
}

/** More than 20 out of 20 on what is left. */
export function isOutOfReach(target: Extract<TargetAverage, { known: true }>): boolean {
  return target.numerator > 20 * target.denominator;
}

/** Rounded up to the tenth, so that reaching what is shown is enough: 1037/100 gives « 10,4 ». Never below 0. */
export function targetInWords(target: { readonly numerator: number; readonly denominator: number }): string {
  const tenths = Math.max(0, Math.ceil((target.numerator * 10) / target.denominator));
  return tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)},${tenths % 10}`;
}
