import type { Node } from '../alarm.ts';
import { isOutage } from '../database/database.ts';
import type { Meter } from './meter.ts';
import { writeMinute } from './minutes.ts';
import type { NodeMinute } from './serviceMinute.ts';

export type Keeper = {
  /** Ends the minute now. */
  readonly end: () => Promise<void>;
  /** Writes what was counted until now, and writes no more. */
  readonly stop: () => Promise<void>;
};

const MINUTE_MS = 60_000;
/** Of an outage of the database: two days. */
const MOST_KEPT = 2_880;

/**
 * Writes down each minute of this node as it ends. While the database is away the minutes wait here, marked, and are written when it is
 * back: that nobody could be served is known from the node that saw it.
 */
export function keepMinutes(
  { db, name, log }: Node,
  meter: Pick<Meter, 'take'>,
  now: () => Temporal.Instant = () => Temporal.Now.instant(),
): Keeper {
  let waiting: readonly NodeMinute[] = [];
  let at = minuteOf(now());
  let writing: Promise<void> = Promise.resolve();
  const write = async (): Promise<void> => {
    for (const one of waiting) {
      try {
        await writeMinute(db, name, one);
      } catch (err) {
        if (!isOutage(err)) log.error({ err }, 'a minute of service could not be written');
        // The one that has just ended is the one that saw it.
        waiting = waiting.map((other, index) => (index === waiting.length - 1 ? { ...other, away: true } : other));
        return;
      }
      waiting = waiting.filter((other) => other !== one);
    }
  };
  const end = (): Promise<void> => {
    waiting = [...waiting, { minute: at, ...meter.take(), away: false }].slice(-MOST_KEPT);
    at = minuteOf(now());
    writing = writing.then(write);
    return writing;
  };
  let timer: NodeJS.Timeout;
  const wait = (): void => {
    timer = setTimeout(
      () => {
        void end();
        wait();
      },
      MINUTE_MS - (Date.now() % MINUTE_MS),
    ).unref();
  };
  wait();
  return {
    end,
    stop: () => {
      clearTimeout(timer);
      return end();
    },
  };
}

function minuteOf(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' });
}
