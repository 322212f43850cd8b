import { markInWords } from '../ui/index.ts';
import { resultTexts } from './resultTexts.ts';
import type { Difference, UnitOutcome } from './rules/differences.ts';
import { texts } from './texts.ts';

const say = texts.differences;

/** What changes, a line each, with its values: for the office, and for the candidate whose result it is. */
export function differenceLines(found: readonly Difference[]): readonly string[] {
  return found.map(lineOf);
}

function lineOf(one: Difference): string {
  switch (one.what) {
    case 'decision':
      return say.decision(resultTexts.decisions[one.before], resultTexts.decisions[one.after]);
    case 'average':
      return say.average(comma(one.before), comma(one.after));
    case 'unit':
      return say.unit(one.title, inWords(one.before), inWords(one.after));
  }
}

function comma(average: string | null): string {
  return average?.replace('.', ',') ?? say.none;
}

function inWords(standing: UnitOutcome | null): string {
  if (standing === null) return say.none;
  const { halfPoints, outcome, coefficient } = standing;
  const mark = halfPoints === null ? resultTexts.outcomes[outcome] : markInWords(halfPoints);
  return coefficient === null ? mark : `${mark} (coefficient ${coefficient})`;
}
