import type { ScriptOrder } from '../../marks/index.ts';
import type { Account } from '../../results/index.ts';

/** How many candidates, and how alike they rank here and elsewhere: 1 the same, 0 unrelated, −1 the other way round. */
export type Likeness = { readonly candidates: number; readonly alike: number };

/**
 * Signs of a batch that went wrong as a whole (a column shifted, marks of another paper): hints for a person, which decide nothing.
 * Each is one that chance alone shows in less than five batches out of a thousand, all three together in less than one out of a hundred.
 */
export type BatchSign = {
  readonly speciality: string;
  readonly unit: string;
  /** Null: its scripts aren't known. */
  readonly batch: string | null;
} & (
  | {
      /** Its marks are far from those that the same candidates have elsewhere. */
      readonly sign: 'far';
      readonly candidates: number;
      /** Of this unit less the mean of the others, in points. */
      readonly points: number;
    }
  | {
      /** Whoever does well elsewhere does badly here. */
      readonly sign: 'opposite';
      readonly asIs: Likeness;
    }
  | {
      /** Each mark fits the candidate of another line, as far off for all of them. */
      readonly sign: 'shifted';
      /** Its marks stand so many lines too low; negative: too high. */
      readonly lines: number;
      readonly asIs: Likeness;
      readonly moved: Likeness;
    }
);

type Pair = readonly [here: number, elsewhere: number];

const LEAST = { far: 5, related: 10 } as const;
/** In points. */
const FAR = 3;
/** How many lines a column is looked for, above and below. */
const LINES = 3;
/** In standard deviations of chance, on one side: 1 in 2,000. Six shifts are tried, so that 3 batches in 1,000 may show one. */
const RARE = 3.29;

/** `orders`: the scripts of each batch, in the order in which they were typed. */
export function batchSigns(accounts: readonly Account[], orders: readonly ScriptOrder[]): readonly BatchSign[] {
  const scripts = new Map(orders.map((one) => [keyOf(one), one]));
  return [...pairsOf(accounts)].flatMap(([key, { speciality, unit, pairs }]): readonly BatchSign[] => {
    const order = scripts.get(key) ?? null;
    const of = { speciality, unit, batch: order?.batch ?? null };
    const all = [...pairs.values()];
    const points = mean(all.map(([here, elsewhere]) => here - elsewhere));
    const asIs = likenessOf(all);
    const best = order === null ? null : bestShift(order.enrolments, pairs);
    if (best !== null && best.moved.alike > asIs.alike) return [{ ...of, ...best, sign: 'shifted', asIs }];
    if (all.length >= LEAST.far && Math.abs(points) >= FAR && isFar(all))
      return [{ ...of, sign: 'far', candidates: all.length, points }];
    if (rarity(asIs) < -RARE) return [{ ...of, sign: 'opposite', asIs }];
    return [];
  });
}

function keyOf({ speciality, unit }: { readonly speciality: string; readonly unit: string }): string {
  return `${speciality} ${unit}`;
}

type UnitPairs = { readonly speciality: string; readonly unit: string; readonly pairs: Map<string, Pair> };

/** Of each unit, the mark of each candidate beside the mean of their others. */
function pairsOf(accounts: readonly Account[]): ReadonlyMap<string, UnitPairs> {
  const found = new Map<string, UnitPairs>();
  for (const { enrolmentId, speciality, units } of accounts) {
    const marked = units.flatMap(({ id, outcome }) =>
      outcome.code === 'mark' ? [{ id, mark: outcome.halfPoints / 2 }] : [],
    );
    const sum = marked.reduce((total, { mark }) => total + mark, 0);
    if (marked.length < 2) continue;
    for (const { id: unit, mark } of marked) {
      const key = keyOf({ speciality, unit });
      const of = found.get(key) ?? { speciality, unit, pairs: new Map<string, Pair>() };
      found.set(key, of);
      of.pairs.set(enrolmentId, [mark, (sum - mark) / (marked.length - 1)]);
    }
  }
  return found;
}

/** The shift by which marks fit best the candidates of other lines; null: none by more than chance. */
function bestShift(
  order: readonly string[],
  pairs: ReadonlyMap<string, Pair>,
): { readonly lines: number; readonly moved: Likeness } | null {
  const lined = order.map((id) => pairs.get(id) ?? null);
  const tried = Array.from({ length: LINES }, (_, index) => index + 1)
    .flatMap((lines) => [lines, -lines])
    .map((lines) => {
      const shifted = lined.flatMap((theirs, line): readonly Pair[] => {
        const typed = lined[line + lines] ?? null;
        return theirs === null || typed === null ? [] : [[typed[0], theirs[1]]];
      });
      return { lines, moved: likenessOf(shifted) };
    })
    .filter(({ moved }) => rarity(moved) > RARE);
  return tried.toSorted((one, other) => other.moved.alike - one.moved.alike)[0] ?? null;
}

/** Whether the mean of the differences is further from nothing than chance has it (Student's t). */
function isFar(pairs: readonly Pair[]): boolean {
  const differences = pairs.map(([here, elsewhere]) => here - elsewhere);
  const middle = mean(differences);
  const spread = mean(differences.map((one) => (one - middle) ** 2)) / (pairs.length - 1);
  return spread === 0 || normalOf(1 + middle ** 2 / spread / (pairs.length - 1), pairs.length - 1) > RARE;
}

/** Correlation of the two (Pearson); 0 where one of them never changes. */
function likenessOf(pairs: readonly Pair[]): Likeness {
  const [here, elsewhere] = [mean(pairs.map(([one]) => one)), mean(pairs.map(([, other]) => other))];
  let [both, one, other] = [0, 0, 0];
  for (const [mark, others] of pairs) {
    both += (mark - here) * (others - elsewhere);
    one += (mark - here) ** 2;
    other += (others - elsewhere) ** 2;
  }
  const alike = one === 0 || other === 0 ? 0 : Math.max(-1, Math.min(1, both / Math.sqrt(one * other)));
  return { candidates: pairs.length, alike };
}

/** How many standard deviations of chance a likeness is away from none, below 0 on the other side; 0 of fewer candidates than can tell. */
function rarity({ candidates, alike }: Likeness): number {
  return candidates < LEAST.related ? 0 : Math.sign(alike) * normalOf(1 / (1 - alike ** 2), candidates - 2);
}

/** What Student's t is worth on the normal law (Wallace, 1959): `ratio` is 1 + t² / `freedom`. Infinite for an infinite ratio. */
function normalOf(ratio: number, freedom: number): number {
  return ((8 * freedom + 1) / (8 * freedom + 3)) * Math.sqrt(freedom * Math.log(ratio));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
