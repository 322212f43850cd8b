import { COUNTS, type ResultCounts, SMALL } from '../statistics.ts';

/** As the register counts them: so many candidates of one key, with what was published of them. */
export type Counted = {
  readonly key: string;
  /** null: no result is published. */
  readonly decision: 'ADMITTED' | 'REFUSED' | 'NOT_JUDGED' | null;
  readonly absent: boolean;
  readonly people: number;
  readonly blocks: number;
};

const ZERO: ResultCounts = {
  enrolled: 0,
  withoutResult: 0,
  absent: 0,
  present: 0,
  admitted: 0,
  refused: 0,
  notJudged: 0,
  blocks: 0,
};
const SAID = { ADMITTED: 'admitted', REFUSED: 'refused', NOT_JUDGED: 'notJudged' } as const;

/** The counts of each key; `keyOf` may make one of several keys. */
export function countsByKey(
  rows: readonly Counted[],
  keyOf: (key: string) => string,
): ReadonlyMap<string, ResultCounts> {
  const counts = new Map<string, ResultCounts>();
  for (const row of rows) {
    const key = keyOf(row.key);
    counts.set(key, sumOf([counts.get(key) ?? ZERO, countsOf(row)]));
  }
  return counts;
}

function countsOf({ decision, absent, people, blocks }: Counted): ResultCounts {
  const all = { ...ZERO, enrolled: people, blocks };
  if (decision === null) return { ...all, withoutResult: people };
  if (absent) return { ...all, absent: people };
  return { ...all, present: people, [SAID[decision]]: people };
}

export function sumOf(counts: readonly ResultCounts[]): ResultCounts {
  const sum = { ...ZERO };
  for (const one of counts) for (const name of COUNTS) sum[name] += one[name];
  return sum;
}

/** Admitted, of a hundred who were present and judged, in tenths of a point of percentage; null: they are too few to say it of (`SMALL`). */
export function passRate({ admitted, refused }: Pick<ResultCounts, 'admitted' | 'refused'>): number | null {
  const judged = admitted + refused;
  return judged < SMALL ? null : Math.round((admitted * 1000) / judged) / 10;
}
