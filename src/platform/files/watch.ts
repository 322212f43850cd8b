import { createAlarm, type Node } from '../alarm.ts';
import { type FileStore, StoreFault, tryStore } from '../files.ts';

export type Watch = {
  /** The same store; what it refuses is said, kept for the office and tried again until it works. */
  readonly store: FileStore;
  /** Tries at once; what is wrong is noted. */
  readonly look: () => Promise<StoreFault | null>;
  /** Can files be written here and now? Asked by anybody as often as they like: tried every few seconds at most. */
  readonly isReady: () => Promise<boolean>;
  readonly stop: () => void;
};

const FRESH_MS = 5_000;
const SWEEP_MS = 3_600_000;

/** `trialBytes`: as many as the largest file; a disk with room for a byte is still full. */
export function watchStore(store: FileStore, node: Node, trialBytes: number, sweepMs = SWEEP_MS): Watch {
  let trial: { readonly at: number; readonly done: Promise<StoreFault | null> } | null = null;
  const alarm = createAlarm(node, {
    sort: 'files-unwritable',
    begins: (fault) => `files can't be stored: ${fault.message}`,
    ends: 'files can be stored again',
    tryAgain: () => tried(store, trialBytes),
  });
  const watched = async <T>(work: Promise<T>): Promise<T> =>
    work.catch(async (error: unknown) => {
      if (error instanceof StoreFault) await alarm.raise(error);
      throw error;
    });
  const look = async (): Promise<StoreFault | null> => {
    const found = await tried(store, 1);
    if (found !== null) await alarm.raise(found);
    return found;
  };
  // Each machine has its own unfinished uploads; where they can't be swept, the next deposit says why.
  const sweep = (): void => void store.sweepDrafts().catch(() => undefined);
  sweep();
  const sweeping = setInterval(sweep, sweepMs).unref();
  return {
    store: {
      ...store,
      put: (key, content, accept) => watched(store.put(key, content, accept)),
      write: (key, content) => watched(store.write(key, content)),
    },
    look,
    isReady: async () => {
      if (alarm.fault() !== null) return false;
      const now = performance.now();
      if (trial === null || now - trial.at > FRESH_MS) trial = { at: now, done: look() };
      return (await trial.done) === null;
    },
    stop: () => {
      clearInterval(sweeping);
      alarm.stop();
    },
  };
}

async function tried(store: FileStore, bytes: number): Promise<StoreFault | null> {
  return tryStore(store, bytes).then(
    () => null,
    (error: unknown) => (error instanceof StoreFault ? error : new StoreFault(String(error), error)),
  );
}
