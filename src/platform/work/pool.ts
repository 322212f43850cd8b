import { fileURLToPath } from 'node:url';
import type { Transferable } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { ok, type Result, refuse } from '../result.ts';

/**
 * Why work wasn't done: too much waits already (`busy`), it took longer than it may (`too-long`), or it took more memory
 * than it may, or broke its thread (`broken`).
 */
export type WorkRefusal = 'busy' | 'too-long' | 'broken';

/** Threads that work beside the one that answers requests. What they are given and what they give is copied, but for what is handed over. */
export type WorkPool<Order, Answer> = {
  /** Throws what the work itself throws: a bug of ours. `handedOver`: of the order, gone from here once it is given. */
  readonly run: (order: Order, handedOver?: readonly Transferable[]) => Promise<Result<Answer, WorkRefusal>>;
  /** Ends what is being done; whatever is ordered from then on is refused. */
  readonly close: () => Promise<void>;
};

export type WorkBudget = {
  readonly threads: number;
  /** Orders that may wait; one more is refused. */
  readonly waiting: number;
  /** From the order to its answer, waiting included. A thread that is still at it is ended. */
  readonly milliseconds: number;
  /** Heap of one thread. */
  readonly megabytes: number;
};

/**
 * `entry`: a module whose default export takes an order and gives the answer, at the address of the source or of what was
 * built of it (`workEntry`). Threads are made at the first order, and made again after one broke.
 */
export function createWorkPool<Order, Answer>(entry: URL, budget: WorkBudget): WorkPool<Order, Answer> {
  let pool: Piscina<Order, Answer> | null = null;
  let ordered = 0;
  let closed = false;
  const open = (): Piscina<Order, Answer> => {
    const opened = new Piscina<Order, Answer>({
      filename: fileURLToPath(entry),
      // As many at least as at most: what waits for a thread that broke would wait for the next order otherwise.
      minThreads: budget.threads,
      maxThreads: budget.threads,
      maxQueue: Number.POSITIVE_INFINITY,
      // A thread that waits by Atomics is deaf to everything else.
      atomics: 'disabled',
      resourceLimits: { maxOldGenerationSizeMb: budget.megabytes },
    });
    // A thread that broke with no order in hand.
    opened.on('error', () => undefined);
    return opened;
  };
  return {
    run: async (order, handedOver = []) => {
      if (closed || ordered >= budget.threads + budget.waiting) return refuse('busy');
      ordered += 1;
      pool ??= open();
      const patience = new AbortController();
      const timer = setTimeout(() => patience.abort(), budget.milliseconds);
      // The types of the browser's `postMessage` stand in the way of a plain list.
      const transferList: object = [...handedOver];
      try {
        return ok(await pool.run(order, { signal: patience.signal, transferList }));
      } catch (error) {
        if (patience.signal.aborted) return refuse('too-long');
        if (closed || brokeItsThread(error)) return refuse('broken');
        throw error;
      } finally {
        clearTimeout(timer);
        ordered -= 1;
      }
    },
    close: async () => {
      closed = true;
      await pool?.destroy();
    },
  };
}

function brokeItsThread(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') || /^worker exited/.test(error.message);
}
