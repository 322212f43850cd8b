import type { IncomingMessage, Server } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { type NodeMinute, SLOW_MS } from './serviceMinute.ts';

export type MinuteCounts = Omit<NodeMinute, 'minute' | 'away'>;

/** Counts what a server answers. */
export type Meter = {
  readonly follow: (server: Server) => void;
  /** What was counted since it was last asked. */
  readonly take: () => MinuteCounts;
  readonly stop: () => void;
};

const NOTHING = { requests: 0, refused: 0, faults: 0, slow: 0 } as const;
const NOT_COUNTED = /^\/(?:static\/|healthz|readyz)/;
const RESOLUTION_MS = 20;

/** Whoever left before the answer was whole is a request like another: what they would have read isn't known. */
export function createMeter(): Meter {
  let counts: Omit<MinuteCounts, 'lagMs'> = NOTHING;
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const note = ({ method, url = '/' }: IncomingMessage, status: number | null, ms: number): void => {
    if (NOT_COUNTED.test(url)) return;
    const add = (isOne: boolean): number => (isOne ? 1 : 0);
    counts = {
      requests: counts.requests + 1,
      refused: counts.refused + add(status === 503),
      faults: counts.faults + add(status !== null && status >= 500 && status !== 503),
      // An upload takes as long as its line: only what is read is timed.
      slow: counts.slow + add(method === 'GET' && ms >= SLOW_MS),
    };
  };
  return {
    follow: (server) =>
      void server.on('request', (request, response) => {
        const from = performance.now();
        response.once('close', () =>
          note(request, response.writableFinished ? response.statusCode : null, performance.now() - from),
        );
      }),
    take: () => {
      const taken = { ...counts, lagMs: Math.max(0, Math.round(delay.max / 1e6) - RESOLUTION_MS) };
      counts = NOTHING;
      delay.reset();
      return taken;
    },
    stop: () => void delay.disable(),
  };
}
