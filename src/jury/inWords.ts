import type { PassMarks } from '../catalogue/index.ts';
import { decimalComma, markInWords, wholeNumber } from '../platform/french/french.ts';
import { type Account, decimal, type Fraction, type UnitAccount, type UnitResult } from '../results/index.ts';
import { candidateTexts } from './candidateTexts.ts';
import { recordTexts as say } from './recordTexts.ts';

/** How what a jury sees is said: on its pages, in its record. */

/** « 9,75 »: two decimals, from exact figures. */
export function averageInWords(average: Fraction | null): string {
  if (average === null) return say.candidates.none;
  // Of two decimals, whose text a number keeps exactly.
  return decimalComma(Number(decimal(average)), 2);
}

export function outcomeInWords(outcome: UnitResult | null): string {
  if (outcome === null) return say.candidates.none;
  return 'halfPoints' in outcome ? markInWords(outcome.halfPoints) : say.outcome[outcome.code];
}

/** Points of a line, counted in half points. */
export function pointsInWords(halfPoints: number | null): string {
  return halfPoints === null ? say.candidates.none : markInWords(halfPoints);
}

/** « 293,5 points pour 29 de coefficients : 10,12 » */
export function sumInWords({ judgement }: Pick<Account, 'judgement'>): string {
  const { average, lines } = judgement;
  if (average === null) return candidateTexts.noAverage;
  const counted = lines.filter(({ optional, halfPoints }) => !optional && halfPoints !== null);
  const points = lines.reduce((sum, { halfPoints }) => sum + (halfPoints ?? 0), 0);
  const coefficients = counted.reduce((sum, { coefficient }) => sum + (coefficient ?? 0), 0);
  return candidateTexts.units.sum(markInWords(points), wholeNumber(coefficients), averageInWords(average));
}

/** « Il manque 9 points. »: of the sum, exactly; null where the average is none or reaches what is asked. */
export function missingInWords({ judgement }: Pick<Account, 'judgement'>, pass: PassMarks): string | null {
  const { average, lines, outcome } = judgement;
  if (average === null || outcome !== 'FAILED') return null;
  const coefficients = lines
    .filter(({ optional, halfPoints }) => !optional && halfPoints !== null)
    .reduce((sum, { coefficient }) => sum + (coefficient ?? 0), 0);
  const missing = pass.average * coefficients - lines.reduce((sum, { halfPoints }) => sum + (halfPoints ?? 0), 0);
  return missing > 0 ? candidateTexts.units.missing(markInWords(missing), missing) : null;
}

export function codeOf({ code, id }: Pick<UnitAccount, 'code' | 'id'>): string {
  return code ?? id;
}

/** Why somebody isn't judged, or can't be admitted whatever the average: « absent : U20 ». */
export function observationsOf({ units, judgement }: Account): readonly string[] {
  if (units.length === 0) return [say.observation.inWords];
  const named = (which: (unit: UnitAccount) => boolean): readonly string[] => units.filter(which).map(codeOf);
  const absent = named(({ outcome, optional }) => outcome.code === 'absent' && !optional);
  const eliminating = judgement.lines.filter(({ note }) => note === 'eliminating').map(({ id }) => id);
  const notes = Map.groupBy(
    units.filter(({ note, optional }) => note !== null && !optional),
    ({ note }) => note,
  );
  const exempt = judgement.outcome === 'PASSED' && judgement.average === null;
  return [
    ...(absent.length > 0 ? [say.observation.absent(absent)] : []),
    ...[...notes].flatMap(([note, some]) =>
      note === null ? [] : [say.observation.note(say.notes[note], some.map(codeOf))],
    ),
    ...(eliminating.length > 0 ? [say.observation.eliminating(eliminating)] : []),
    ...(exempt ? [say.observation.allExempt] : []),
  ];
}
