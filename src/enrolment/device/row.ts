import { isoDay, readDay } from '../../ui/device/readDay.ts';
import { readMark } from '../../ui/device/readMark.ts';

/** What is written in the row of one unit, as it is typed. */
export type TypedRow = { readonly mark: string; readonly day: string; readonly ground: string };

/** By what a row is judged. Days as `2022-07-05`. */
export type RowRules = {
  /** Half points from which a mark is kept; null: any mark is. */
  readonly keptFrom: number | null;
  /** Are lower ones carried? */
  readonly mayCarry: boolean;
  /** The first day of a mark that still counts at the exam, and the last that it can have. */
  readonly from: string;
  readonly to: string;
};

export type RowFault = 'both' | 'no-mark' | 'no-day' | 'mark' | 'day' | 'too-low' | 'too-old' | 'future';

/** What a row comes to: the choice that is declared by it, or why it can't be one yet. */
export type RowMeaning =
  | { readonly code: 'sit' | 'exempt' }
  | { readonly code: 'keep' | 'carry'; readonly halfPoints: number }
  | { readonly code: 'faulty'; readonly why: RowFault };

/** The choice that a row declares: nothing is sat, a mark is kept or carried by its height, a ground exempts. */
export function choiceIn(
  { mark, day, ground }: TypedRow,
  keptFrom: number | null,
): 'sit' | 'keep' | 'carry' | 'exempt' {
  if (mark === '' && day === '') return ground === '' ? 'sit' : 'exempt';
  const read = readMark(mark);
  return read.ok && keptFrom !== null && read.value < keptFrom ? 'carry' : 'keep';
}

/** Both a mark and a ground: which of the two, nobody but the candidate knows. */
export function isBoth({ mark, day, ground }: TypedRow): boolean {
  return ground !== '' && (mark !== '' || day !== '');
}

/** On the server and in the browser. What the server refuses for good, `judgeCredit` says. */
export function readRow(row: TypedRow, rules: RowRules): RowMeaning {
  const faulty = (why: RowFault): RowMeaning => ({ code: 'faulty', why });
  if (isBoth(row)) return faulty('both');
  const code = choiceIn(row, rules.keptFrom);
  if (code === 'sit' || code === 'exempt') return { code };
  if (row.mark === '') return faulty('no-mark');
  const mark = readMark(row.mark);
  if (!mark.ok) return faulty('mark');
  if (code === 'carry' && !rules.mayCarry) return faulty('too-low');
  if (row.day === '') return faulty('no-day');
  const day = readDay(row.day);
  if (!day.ok) return faulty('day');
  const obtained = isoDay(day.value);
  if (obtained > rules.to) return faulty('future');
  return obtained < rules.from ? faulty('too-old') : { code, halfPoints: mark.value };
}
