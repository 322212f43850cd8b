import { type Database, isOutage } from '../database/database.ts';
import { type FileStore, StoreFault, tryStore } from '../files.ts';
import { endTrouble, noteTrouble } from '../trouble.ts';

export type Watch = {
  /** The same store; what it refuses is said, kept for the office and tried again until it works. */
  readonly store: FileStore;
  /** Tries at once; what is wrong is noted. */
  readonly look: () => Promise<StoreFault | null>;
  /** Can files be written here and now? Asked by anybody as often as they like: tried every few seconds at most. */
  readonly isReady: () => Promise<boolean>;
  readonly stop: () => void;
};

export type WatchOptions = {
  readonly db: Database;
  /** Which machine this is: each has its own disk. */
  readonly node: string;
  readonly say: (line: string) => void;
  /** As much as the largest file: a disk with room for a byte is still full. */
  readonly trialBytes: number;
  readonly retryMs?: number;
};

const RETRY_MS = 15_000;
const FRESH_MS = 5_000;
const SORT = 'files-unwritable';

export function watchStore(store: FileStore, options: WatchOptions): Watch {
  const { db, node, say } = options;
  let fault: StoreFault | null = null;
  let timer: NodeJS.Timeout | null = null;
  let trial: { readonly at: number; readonly done: Promise<StoreFault | null> } | null = null;

  const kept = (writing: Promise<void>): Promise<void> =>
    writing.catch((error: unknown) => {
      // The database is away too: the next try says it again.
      if (!isOutage(error)) say(`The trouble of the file store could not be noted: ${String(error)}`);
    });
  const failed = async (error: StoreFault): Promise<void> => {
    if (fault === null) say(`Files can't be stored: ${error.message}`);
    fault = error;
    timer ??= setInterval(() => void tryAgain(), options.retryMs ?? RETRY_MS).unref();
    await kept(noteTrouble(db, SORT, node));
  };
  const tryAgain = async (): Promise<void> => {
    const again = await tried(store, options.trialBytes);
    if (again !== null) return failed(again);
    if (timer !== null) clearInterval(timer);
    timer = null;
    fault = null;
    say('Files can be stored again.');
    await kept(endTrouble(db, SORT, node));
  };
  const watched = async <T>(work: Promise<T>): Promise<T> =>
    work.catch(async (error: unknown) => {
      if (error instanceof StoreFault) await failed(error);
      throw error;
    });
  const look = async (): Promise<StoreFault | null> => {
    const found = await tried(store, 1);
    if (found !== null) await failed(found);
    return found;
  };
  return {
    store: {
      ...store,
      put: (key, content, accept) => watched(store.put(key, content, accept)),
      write: (key, content) => watched(store.write(key, content)),
    },
    look,
    isReady: async () => {
      if (fault !== null) return false;
      const now = performance.now();
      if (trial === null || now - trial.at > FRESH_MS) trial = { at: now, done: look() };
      return (await trial.done) === null;
    },
    stop: () => {
      if (timer !== null) clearInterval(timer);
    },
  };
}

async function tried(store: FileStore, bytes: number): Promise<StoreFault | null> {
  return tryStore(store, bytes).then(
    () => null,
    (error: unknown) => (error instanceof StoreFault ? error : new StoreFault(String(error), error)),
  );
}
