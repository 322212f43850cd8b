import { ok, type Result, refuse } from './result.ts';

/** Work of which few may run at once, taken from each lane in turn: who fills a lane waits in it alone. */
export type FairQueue = {
  /** Refused at once when the lane, or the whole, is full. */
  readonly run: <T>(lane: string, work: () => Promise<T>) => Promise<Result<T, 'full'>>;
  /** Milliseconds that the one who waits longest has waited; 0 when nobody does. */
  readonly oldest: () => number;
  /** Would what comes now be the next, at the latest? */
  readonly isFree: () => boolean;
};

export type FairQueueSize = {
  readonly atOnce: number;
  /** Waiting in one lane; running ones don't count. */
  readonly perLane: number;
  readonly inAll: number;
};

export function createFairQueue({ atOnce, perLane, inAll }: FairQueueSize): FairQueue {
  // A Map keeps its order: the first lane is the next served, and goes behind the others afterwards.
  const lanes = new Map<string, { readonly since: number; readonly start: () => void }[]>();
  let running = 0;
  let waiting = 0;
  const next = (): void => {
    const [first] = lanes;
    if (first === undefined || running >= atOnce) return;
    const [lane, waiters] = first;
    const waiter = waiters.shift();
    lanes.delete(lane);
    if (waiters.length > 0) lanes.set(lane, waiters);
    waiting -= 1;
    running += 1;
    waiter?.start();
  };
  return {
    isFree: () => waiting === 0,
    run: async (lane, work) => {
      const before = lanes.get(lane) ?? [];
      if (before.length >= perLane || waiting >= inAll) return refuse('full');
      await new Promise<void>((start) => {
        lanes.set(lane, [...before, { since: performance.now(), start }]);
        waiting += 1;
        next();
      });
      try {
        return ok(await work());
      } finally {
        running -= 1;
        next();
      }
    },
    oldest: () => {
      const firsts = [...lanes.values()].map(([first]) => first?.since ?? Number.POSITIVE_INFINITY);
      return firsts.length === 0 ? 0 : performance.now() - Math.min(...firsts);
    },
  };
}
