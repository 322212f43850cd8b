import { clearTimeout, setImmediate, setTimeout } from 'node:timers';

/** Pages of who isn't signed in, by what each network takes of this node's processor. Nobody is refused. */
export type Budgets = {
  readonly enter: (network: string) => Turn;
};

export type Turn = {
  /** null: its page may begin at once. */
  readonly begins: Promise<void> | null;
  /** The page is made, or nobody waits for it any more. */
  readonly over: () => void;
};

/**
 * Milliseconds in which pages are made. A class of pupils that comes at once takes about what is there, and a school goes on with a fifth of the
 * thread; beyond it a network waits.
 */
const BUDGET = { burst: 200, perSecond: 200 } as const;

/** Pages of one network at once, and in one lap of the loop: the others wait for these. */
const AT_ONCE = 2;

/** To hear a request and to send its answer, beside making it. */
const HEARING_MS = 0.2;

/** The rest after a page, by the time it took; of a page that waited for something else no longer than that. */
const REST = { times: 2, longestMs: 1_000 } as const;

/** Networks that are remembered; beyond it, those that asked longest ago are forgotten, to their benefit. */
const MOST_REMEMBERED = 20_000;

/** `left`: of its budget, as of `at`. */
type Network = { left: number; at: number; running: number; readonly waiting: Set<() => void> };

/** `now`: milliseconds of a clock that never goes back; `lap`: once whatever else has arrived was heard; `later` gives what calls it off. */
export type Thread = {
  readonly now: () => number;
  readonly lap: (step: () => void) => void;
  readonly later: (ms: number, step: () => void) => () => void;
};

const THREAD: Thread = {
  now: () => performance.now(),
  lap: setImmediate,
  later: (ms, step) => {
    const timer = setTimeout(step, ms).unref();
    return () => clearTimeout(timer);
  },
};

/**
 * Who is within their budget begins at once. All who went beyond theirs share what one page at a time takes, who is least in debt first, and between
 * two of these the thread rests for twice as long as the page took: so however many lines they hold, who comes from elsewhere finds two thirds of it.
 */
export function createBudgets(thread: Thread = THREAD): Budgets {
  const { now } = thread;
  const networks = new Map<string, Network>();
  /** Those of which something waits. */
  const asking = new Set<Network>();
  const meter = createMeter(now);
  let beyond = false;
  let restsUntil = 0;
  let wake: (() => void) | null = null;

  const find = (name: string): Network => {
    const known = networks.get(name) ?? { left: BUDGET.burst, at: now(), running: 0, waiting: new Set() };
    // Set anew, it stands last: the first ones are those that asked longest ago.
    networks.delete(name);
    networks.set(name, known);
    const [oldest] = networks.keys();
    if (networks.size > MOST_REMEMBERED && oldest !== undefined) networks.delete(oldest);
    return known;
  };
  const leftOf = (network: Network): number => {
    const at = now();
    network.left = Math.min(BUDGET.burst, network.left + ((at - network.at) / 1000) * BUDGET.perSecond);
    network.at = at;
    return network.left;
  };
  const mayBegin = (network: Network): boolean => leftOf(network) > 0 && network.running < AT_ONCE;
  const begin = (network: Network): void => {
    const [start] = network.waiting;
    if (start === undefined) return;
    network.waiting.delete(start);
    if (network.waiting.size === 0) asking.delete(network);
    start();
  };
  const next = (): void => {
    wake?.();
    wake = null;
    for (const network of asking) while (network.waiting.size > 0 && mayBegin(network)) begin(network);
    const late = [...asking].filter((network) => network.left <= 0);
    const [first, ...others] = late;
    if (first === undefined || beyond) return;
    const rest = restsUntil - now();
    if (rest > 0) wake = thread.later(rest, next);
    else begin(others.reduce((best, one) => (one.left > best.left ? one : best), first));
  };
  return {
    enter: (name) => {
      const network = find(name);
      let end: (() => void) | null = null;
      const start = (): void => {
        const isBeyond = network.left <= 0;
        if (isBeyond) beyond = true;
        network.running += 1;
        const [from, cost] = [now(), meter()];
        end = () => {
          // Who was long in debt isn't it for ever.
          network.left = Math.max(-BUDGET.burst, leftOf(network) - cost() - HEARING_MS);
          if (isBeyond) restsUntil = now() + Math.min(REST.longestMs, REST.times * (now() - from + HEARING_MS));
          thread.lap(() => {
            network.running -= 1;
            if (isBeyond) beyond = false;
            next();
          });
        };
      };
      if (network.waiting.size === 0 && mayBegin(network)) {
        start();
        return { begins: null, over: () => once(end) };
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      const begins = (): void => {
        start();
        resolve();
      };
      network.waiting.add(begins);
      asking.add(network);
      next();
      return {
        begins: promise,
        over: () => {
          network.waiting.delete(begins);
          if (network.waiting.size === 0) asking.delete(network);
          once(end);
        },
      };
      function once(act: (() => void) | null): void {
        end = null;
        act?.();
      }
    },
  };
}

/**
 * What it takes to make a page, as nearly as is known: the time until it is made, shared among those that were being made meanwhile. Its processor
 * alone would be better; it is told too coarsely where machines are virtual, and says nothing of the database's.
 */
function createMeter(now: () => number): () => () => number {
  let [making, before, each] = [0, 0, 0];
  const look = (): number => {
    const at = now();
    if (making > 0) each += (at - before) / making;
    before = at;
    return each;
  };
  return () => {
    const from = look();
    making += 1;
    return () => {
      const until = look();
      making -= 1;
      return until - from;
    };
  };
}
