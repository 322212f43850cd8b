import { type Account, decimal, type Fraction, type Outcome, type UnitAccount } from '../results/index.ts';
import { decimalComma, markInWords } from '../ui/index.ts';
import { recordTexts as say } from './recordTexts.ts';

/** How what a jury sees is said: on its pages, in its record. */

/** « 9,75 »: two decimals, from exact figures. */
export function averageInWords(average: Fraction | null): string {
  if (average === null) return say.candidates.none;
  // Of two decimals, whose text a number keeps exactly.
  return decimalComma(Number(decimal(average)), 2);
}

export function outcomeInWords(outcome: Outcome | null): string {
  if (outcome === null) return say.candidates.none;
  return 'halfPoints' in outcome ? markInWords(outcome.halfPoints) : say.outcome[outcome.code];
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
