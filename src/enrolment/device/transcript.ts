import type { PassMarks } from '../../catalogue/index.ts';
import type { CountedUnit } from '../rules/target.ts';
import { type RowMeaning, type RowRules, readRow, type TypedRow } from './row.ts';
import { standingInWords } from './standingInWords.ts';

/** What the page of a transcript gives to the browser: by what its rows are judged, and what each is called in the form. */
export type TranscriptStanding = {
  readonly rules: RowRules;
  readonly pass: PassMarks;
  /** Of the day that rows without one take. */
  readonly dayName: string;
  readonly rows: readonly StandingRow[];
};

export type StandingRow = {
  readonly id: string;
  readonly names: { readonly mark: string; readonly day: string; readonly ground: string; readonly option: string };
  /** By unit; null: no source gives it. */
  readonly coefficients: Readonly<Record<string, number | null>>;
  readonly professional: boolean;
  /** What is said once a mark that was held isn't kept. */
  readonly lost: { readonly sit: string | null; readonly exempt: string | null } | null;
};

/** What each row comes to, and the line below all, for what stands in the form now. */
export function followTranscript(
  { rules, pass, dayName, rows }: TranscriptStanding,
  textOf: (name: string) => string,
): {
  readonly meanings: readonly { readonly row: StandingRow; readonly meaning: RowMeaning }[];
  readonly line: string;
} {
  const meanings = rows.map((row) => ({ row, meaning: readRow(typedIn(row, dayName, textOf), rules) }));
  const counted = meanings.flatMap(({ row, meaning }): readonly (CountedUnit & Pick<StandingRow, 'professional'>)[] => {
    if (meaning.code === 'exempt') return [];
    const halfPoints = meaning.code === 'keep' || meaning.code === 'carry' ? meaning.halfPoints : null;
    return [{ coefficient: coefficientOf(row, textOf(row.names.option)), halfPoints, professional: row.professional }];
  });
  return {
    meanings,
    line: standingInWords(
      counted,
      counted.filter(({ professional }) => professional),
      pass,
    ),
  };
}

function typedIn({ names }: StandingRow, dayName: string, textOf: (name: string) => string): TypedRow {
  const mark = textOf(names.mark);
  const own = textOf(names.day);
  return { mark, day: own === '' && mark !== '' ? textOf(dayName) : own, ground: textOf(names.ground) };
}

/** That of the unit chosen; while none is, the one that all share. */
function coefficientOf({ coefficients }: StandingRow, option: string): number | null {
  const chosen = coefficients[option];
  if (chosen !== undefined) return chosen;
  const [first, ...others] = Object.values(coefficients);
  return first !== undefined && others.every((one) => one === first) ? first : null;
}
