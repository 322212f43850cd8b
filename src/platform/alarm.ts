import { type Database, isOutage } from './database/database.ts';
import type { Log } from './log.ts';
import { endTrouble, noteTrouble, type TroubleSort } from './trouble.ts';

/** Something that this node needs and that may fail it: said once, kept for the office, tried again until it works. */
export type Alarm = {
  readonly raise: (fault: Error) => Promise<void>;
  /** What is wrong at present; null while all is well. */
  readonly fault: () => Error | null;
  readonly stop: () => void;
};

export type Node = {
  readonly db: Database;
  /** Which machine this is: each has its own disk and its own lines. */
  readonly name: string;
  readonly log: Log;
  readonly retryMs?: number;
};

type Concern = {
  readonly sort: TroubleSort;
  readonly begins: (fault: Error) => string;
  readonly ends: string;
  /** What is still wrong; null when it works again. */
  readonly tryAgain: () => Promise<Error | null>;
  readonly afterwards?: () => Promise<void>;
};

const RETRY_MS = 15_000;

export function createAlarm({ db, name, log, retryMs = RETRY_MS }: Node, concern: Concern): Alarm {
  let fault: Error | null = null;
  let timer: NodeJS.Timeout | null = null;
  let trying = false;
  let noted: Promise<void> = Promise.resolve();
  const quiet = (work: Promise<void>): Promise<void> =>
    work.catch((err: unknown) => {
      // The database is away too: the next try says it again.
      if (!isOutage(err)) log.error({ err }, `a trouble could not be noted or mended: ${concern.sort}`);
    });
  /** One after the other: a beginning that is written after its end would stay. */
  const note = (work: typeof noteTrouble): Promise<void> => {
    noted = noted.then(() => quiet(work(db, concern.sort, name)));
    return noted;
  };
  const raise = async (found: Error): Promise<void> => {
    if (fault === null) log.error(concern.begins(found));
    fault = found;
    timer ??= setInterval(() => void again(), retryMs).unref();
    await note(noteTrouble);
  };
  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  const again = async (): Promise<void> => {
    if (trying) return;
    trying = true;
    const still = await concern.tryAgain();
    trying = false;
    if (timer === null) return;
    if (still !== null) return raise(still);
    stop();
    fault = null;
    log.warn(concern.ends);
    await note(endTrouble);
    await quiet(concern.afterwards?.() ?? Promise.resolve());
  };
  return { raise, fault: () => fault, stop };
}
