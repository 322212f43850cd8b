import type { Account } from '../../results/index.ts';

/**
 * Signs of a batch that went wrong as a whole (a column shifted, marks of another paper): hints for a person, which decide nothing.
 * **shift**: its marks are far from those that the same candidates have elsewhere; **unrelated**: whoever does well elsewhere does badly here.
 */
export type BatchSign = {
  readonly speciality: string;
  readonly unit: string;
  readonly sign: 'shift' | 'unrelated';
  readonly candidates: number;
  /** Of this unit less the mean of the others, in points. */
  readonly shift: number;
};

const LEAST = { shift: 5, unrelated: 10 } as const;
/** In points. */
const FAR = 3;
/** What the machine's fractions may be wrong by. */
const TINY = 1e-9;

export function batchSigns(accounts: readonly Account[]): readonly BatchSign[] {
  const pairs = new Map<string, { speciality: string; unit: string; here: number[]; elsewhere: number[] }>();
  for (const { speciality, units } of accounts) {
    const marked = units.flatMap(({ id, outcome }) =>
      outcome.code === 'mark' ? [{ id, mark: outcome.halfPoints / 2 }] : [],
    );
    const sum = marked.reduce((total, { mark }) => total + mark, 0);
    if (marked.length < 2) continue;
    for (const { id, mark } of marked) {
      const key = `${speciality} ${id}`;
      const of = pairs.get(key) ?? { speciality, unit: id, here: [], elsewhere: [] };
      pairs.set(key, of);
      of.here.push(mark);
      of.elsewhere.push((sum - mark) / (marked.length - 1));
    }
  }
  return [...pairs.values()].flatMap(({ speciality, unit, here, elsewhere }): readonly BatchSign[] => {
    const shift = mean(here) - mean(elsewhere);
    const said = { speciality, unit, candidates: here.length, shift };
    if (here.length >= LEAST.shift && Math.abs(shift) >= FAR) return [{ ...said, sign: 'shift' }];
    if (here.length >= LEAST.unrelated && covariance(here, elsewhere) < -TINY) return [{ ...said, sign: 'unrelated' }];
    return [];
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Below 0: the two go opposite ways. */
function covariance(one: readonly number[], other: readonly number[]): number {
  return mean(one.map((value, index) => value * (other[index] ?? 0))) - mean(one) * mean(other);
}
