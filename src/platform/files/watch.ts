import { createAlarm, type Node } from '../alarm.ts';
import { type FileStore, MissingFile, StoreFault, tryStore } from '../files.ts';

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

/**
 * `trialBytes`: as many as the largest file; a disk with room for a byte is still full. `recognise`: throws a `StoreFault` where this isn't
 * the store that it should be; nothing is written or removed there then, nor said to be missing.
 */
export function watchStore(
  store: FileStore,
  node: Node,
  trialBytes: number,
  recognise: () => Promise<void> = async () => undefined,
  sweepMs = SWEEP_MS,
): Watch {
  let known = Number.NEGATIVE_INFINITY;
  const isOurs = async (): Promise<void> => {
    await recognise();
    known = performance.now();
  };
  const expectOurs = async (): Promise<void> => {
    if (performance.now() - known > FRESH_MS) await isOurs();
  };
  const attempt = (bytes: number): Promise<StoreFault | null> =>
    tried(() => isOurs().then(() => tryStore(store, bytes)));
  let trial: { readonly at: number; readonly done: Promise<StoreFault | null> } | null = null;
  const alarm = createAlarm(node, {
    sort: 'files-unwritable',
    begins: (fault) => `files can't be stored: ${fault.message}`,
    ends: 'files can be stored again',
    tryAgain: () => attempt(trialBytes),
  });
  const watched = async <T>(work: Promise<T>): Promise<T> =>
    work.catch(async (error: unknown) => {
      if (error instanceof StoreFault) await alarm.raise(error);
      throw error;
    });
  const found = <T>(work: Promise<T>): Promise<T> =>
    work.catch(async (error: unknown) => {
      if (error instanceof MissingFile) await watched(isOurs());
      throw error;
    });
  const look = async (): Promise<StoreFault | null> => {
    const found = await attempt(1);
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
      open: (key) => found(store.open(key)),
      read: (key) => found(store.read(key)),
      put: (key, content, accept) =>
        watched(store.put(key, content, async (received) => expectOurs().then(() => accept(received)))),
      write: (key, content) => watched(expectOurs().then(() => store.write(key, content))),
      remove: (key) => watched(expectOurs().then(() => store.remove(key))),
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

async function tried(work: () => Promise<void>): Promise<StoreFault | null> {
  return work().then(
    () => null,
    (error: unknown) => (error instanceof StoreFault ? error : new StoreFault(String(error), error)),
  );
}
