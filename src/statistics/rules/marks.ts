/** What a distribution of marks says, all in half points. */
export type Spread = {
  readonly scripts: number;
  /** Null: there is no script. */
  readonly mean: number | null;
  readonly median: number | null;
  /** Below the mark that gives the block, and from it on. */
  readonly under: number;
  readonly over: number;
};

export function spreadOf(marks: ReadonlyMap<number, number>, pass: number): Spread {
  const sorted = [...marks].toSorted(([one], [other]) => one - other);
  const scripts = sorted.reduce((sum, [, count]) => sum + count, 0);
  const total = sorted.reduce((sum, [mark, count]) => sum + mark * count, 0);
  const under = sorted.reduce((sum, [mark, count]) => (mark < pass ? sum + count : sum), 0);
  if (scripts === 0) return { scripts, mean: null, median: null, under, over: 0 };
  const [low, high] = [at(sorted, Math.ceil(scripts / 2)), at(sorted, Math.floor(scripts / 2) + 1)];
  return { scripts, mean: total / scripts, median: (low + high) / 2, under, over: scripts - under };
}

/** The mark of the script of this rank, from 1. */
function at(sorted: readonly (readonly [number, number])[], rank: number): number {
  let seen = 0;
  for (const [mark, count] of sorted) {
    seen += count;
    if (seen >= rank) return mark;
  }
  throw new RangeError(`No script of rank ${rank}`);
}

/** Scripts of each whole point: from 0 to under 1, … from 19 to under 20, and 20. */
export function byPoint(marks: ReadonlyMap<number, number>): readonly number[] {
  const points = Array.from({ length: 21 }, () => 0);
  for (const [mark, count] of marks) points[Math.floor(mark / 2)] = (points[Math.floor(mark / 2)] ?? 0) + count;
  return points;
}
