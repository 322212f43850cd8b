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

/** `behind`: files of the same sender that began before it and still arrive; `began`: which of all files it was. */
type Arrival = { behind: number; began: number };

type Waiting = { readonly arrival: Arrival; readonly since: number; readonly start: () => void };

/**
 * The file that began first goes before all others, so that it is over soonest; who sends several at once waits with the second behind the first of
 * everybody. A file whose sender is slow asks for no turn meanwhile and keeps nobody waiting. What has no turn stays unread in its socket, which
 * slows its sender down, and nothing else does.
 *
 * An order of its own: by turns (`fairQueue`) all files would be over late together, and the budgets of networks, which go by debt, have
 * nothing that began.
 */
export function createArrivals(atOnce = AT_ONCE): Arrivals {
  /** Those that still arrive, in the order in which they began. */
  const ofSender = new Map<string, Set<Arrival>>();
  /** In the order of their turns. */
  const waiting: Waiting[] = [];
  let begun = 0;
  let free = atOnce;
  let called = false;

  /** Where it waits, or would: found by halves. */
  const placeOf = ({ behind, began }: Arrival): number => {
    let [from, to] = [0, waiting.length];
    while (from < to) {
      const middle = Math.floor((from + to) / 2);
      const other = waiting[middle]?.arrival ?? { behind, began };
      if (other.behind < behind || (other.behind === behind && other.began < began)) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const next = (): void => {
    called = false;
    const first = waiting.shift();
    if (first === undefined) return;
    free -= 1;
    first.start();
    call();
  };
  /** One piece, then whatever else has arrived for this thread, then the next. */
  const call = (): void => {
    if (called || free === 0 || waiting.length === 0) return;
    called = true;
    setImmediate(next);
  };
  const turn = (arrival: Arrival): Promise<void> =>
    new Promise((start) => {
      waiting.splice(placeOf(arrival), 0, { arrival, since: performance.now(), start });
      call();
    });
  async function* pieces(sender: string, content: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    const theirs = ofSender.get(sender) ?? new Set();
    const arrival = { behind: theirs.size, began: begun++ };
    ofSender.set(sender, theirs.add(arrival));
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
      theirs.delete(arrival);
      if (theirs.size === 0) ofSender.delete(sender);
      for (const [behind, one] of [...theirs].entries()) {
        const place = placeOf(one);
        const waits = waiting[place]?.arrival === one ? waiting.splice(place, 1) : [];
        // As if it began now: whoever sends a hundred at once isn't a hundred times first.
        Object.assign(one, { behind, began: begun++ });
        waiting.splice(placeOf(one), 0, ...waits);
      }
    }
  }
  return {
    // Nothing is taken before it is asked for: by default a stream takes the next piece while this one is worked at.
    inTurn: (sender, content) => Readable.from(pieces(sender, content), { objectMode: false, highWaterMark: 0 }),
    oldest: () => {
      const since = waiting.map((one) => one.since);
      return since.length === 0 ? 0 : performance.now() - Math.min(...since);
    },
  };
}

/** Of this process: it has one thread for all requests. */
export const arrivals = createArrivals();
