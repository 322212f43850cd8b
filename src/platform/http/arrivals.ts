import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers';

/** Files that arrive, taken in by few hands: whoever looks at a page finds the thread free between two pieces of them. */
export type Arrivals = {
  /** The same bytes, each piece in its turn; `sender`: whose turn it is. */
  readonly inTurn: (sender: string, content: AsyncIterable<Buffer>) => Readable;
  /** Milliseconds that the file which waits longest for a turn has waited; 0 when none does. */
  readonly oldest: () => number;
};

/** Pieces at once, of 64 kB at most: one is hashed while others are written to the disk. */
const AT_ONCE = 16;

/** `behind`: files of the same sender that began before it and still arrive. */
type Arrival = { readonly sender: string; behind: number };

type Waiting = { readonly since: number; readonly start: () => void };

/**
 * The file that began first goes before all others, so that it is over soonest; who sends several at once waits with the second behind the first of
 * everybody. A file whose sender is slow asks for no turn meanwhile and keeps nobody waiting. What has no turn stays unread in its socket, which
 * slows its sender down, and nothing else does.
 */
export function createArrivals(atOnce = AT_ONCE): Arrivals {
  /** In the order in which they began. */
  const arriving = new Set<Arrival>();
  const waiting = new Map<Arrival, Waiting>();
  let free = atOnce;
  let called = false;

  const first = (): Arrival | null => {
    let best: Arrival | null = null;
    for (const one of arriving) {
      if (!waiting.has(one)) continue;
      if (one.behind === 0) return one;
      if (best === null || one.behind < best.behind) best = one;
    }
    return best;
  };
  const next = (): void => {
    called = false;
    const arrival = first();
    if (arrival === null) return;
    free -= 1;
    const { start } = waiting.get(arrival) as Waiting;
    waiting.delete(arrival);
    start();
    call();
  };
  /** One piece, then whatever else has arrived for this thread, then the next. */
  const call = (): void => {
    if (called || free === 0 || waiting.size === 0) return;
    called = true;
    setImmediate(next);
  };
  const turn = (arrival: Arrival): Promise<void> =>
    new Promise((start) => {
      waiting.set(arrival, { since: performance.now(), start });
      call();
    });
  async function* pieces(sender: string, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const arrival = { sender, behind: [...arriving].filter((one) => one.sender === sender).length };
    arriving.add(arrival);
    try {
      for await (const piece of content) {
        await turn(arrival);
        try {
          // Whoever takes it comes back once it is hashed and written.
          yield piece;
        } finally {
          free += 1;
          call();
        }
      }
    } finally {
      arriving.delete(arrival);
      const theirs = [...arriving].filter((one) => one.sender === sender);
      for (const [index, one] of theirs.entries()) {
        one.behind = index;
        // As if it began now: whoever sends a hundred at once isn't a hundred times first.
        arriving.delete(one);
        arriving.add(one);
      }
    }
  }
  return {
    // Nothing is taken before it is asked for: by default a stream takes the next piece while this one is worked at.
    inTurn: (sender, content) => Readable.from(pieces(sender, content), { objectMode: false, highWaterMark: 0 }),
    oldest: () => {
      const since = [...waiting.values()].map((one) => one.since);
      return since.length === 0 ? 0 : performance.now() - Math.min(...since);
    },
  };
}

/** Of this process: it has one thread for all requests. */
export const arrivals = createArrivals();
