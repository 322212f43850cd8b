/** So many at once, then so many a second. */
export type Pace = { readonly burst: number; readonly perSecond: number };

/** Takes one from whoever asks: 0 when it was there, else the whole seconds after which it will be. */
export type TakePace = (who: string) => number;

/** Askers that are remembered; beyond it, those who asked longest ago are forgotten, to their benefit. */
const MOST_REMEMBERED = 20_000;

/**
 * A bucket of tokens each, in the memory of this node: what it protects is this node's time, and a line in the database at each
 * question would cost more than the answer. With two nodes somebody gets twice as much, and twice as many processors answer.
 * `now`: milliseconds of a clock that never goes back.
 */
export function createPace({ burst, perSecond }: Pace, now: () => number = () => performance.now()): TakePace {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  return (who) => {
    const at = now();
    const before = buckets.get(who) ?? { left: burst, at };
    const full = Math.min(burst, before.left + ((at - before.at) / 1000) * perSecond);
    const left = full >= 1 ? full - 1 : full;
    // Set anew, it stands last: the first ones are those who asked longest ago.
    buckets.delete(who);
    buckets.set(who, { left, at });
    const [oldest] = buckets.keys();
    if (buckets.size > MOST_REMEMBERED && oldest !== undefined) buckets.delete(oldest);
    return full >= 1 ? 0 : Math.max(1, Math.ceil((1 - full) / perSecond));
  };
}
