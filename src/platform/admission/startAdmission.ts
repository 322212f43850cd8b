import type { Log } from '../log.ts';
import { type Admission, createAdmission } from './admission.ts';
import type { Gauge } from './gauges.ts';
import { type Level, PRIORITIES } from './priority.ts';

const LOOK_MS = 1_000;
/** Looks between two lines of the log that say how many waited. */
const SAYS_EVERY = 60;

/** Looks at the gauges every second, and says in the log what waits from when, and how many did. */
export function startAdmission(order: {
  readonly gauges: readonly Gauge[];
  readonly now: () => number;
  readonly atLeast: Level;
  readonly log: Log;
}): Admission & { readonly stop: () => void } {
  const { gauges, log } = order;
  const admission = createAdmission(order);
  let [looks, said] = [0, admission.held()];
  const look = (): void => {
    const before = admission.level();
    admission.look();
    const level = admission.level();
    if (level !== before) {
      const full = Object.fromEntries(gauges.map(({ name, read }) => [name, Math.round(read() * 100) / 100]));
      log.warn({ waits: PRIORITIES.slice(0, level), full }, level > before ? 'more has to wait' : 'less has to wait');
    }
    looks += 1;
    if (looks % SAYS_EVERY !== 0) return;
    const held = admission.held();
    const since = PRIORITIES.flatMap((one) => (held[one] > said[one] ? [[one, held[one] - said[one]]] : []));
    if (since.length > 0)
      log.warn({ held: Object.fromEntries(since) }, 'requests were told to wait in the last minute');
    said = held;
  };
  const timer = setInterval(look, LOOK_MS).unref();
  return { ...admission, stop: () => clearInterval(timer) };
}
