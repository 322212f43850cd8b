import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { FairQueue } from '../fairQueue.ts';
import { type Level, levelOf } from './priority.ts';

/** Something that tells when a node can't keep up. */
export type Gauge = {
  readonly name: string;
  /** Looks at what happened since the last look. */
  readonly look: () => void;
  /** As of the last look: 1 is its limit. */
  readonly read: () => number;
  /** Beyond this level it makes nobody wait. */
  readonly most: Level;
};

const LIMIT_MS = {
  /** A page of twelve statements takes twelve laps of the loop. */
  lap: 75,
  connection: 1_000,
  password: 5_000,
  document: 60_000,
  deposit: 30_000,
} as const;

/** Below this share of its time, a loop is late because others took the processor: making people wait would not help. */
const OWN_FAULT = 0.8;

/** How late the event loop is on average, where it has itself to blame. A loop that did nothing else since is as late as the look itself. */
export function loopGauge(most: Level = levelOf('deliver')): Gauge {
  const RESOLUTION_MS = 20;
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  let late = 0;
  let before = performance.eventLoopUtilization();
  return {
    name: 'loop',
    most,
    look: () => {
      const { mean, max, count } = delays;
      const since = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(since, before);
      late = utilization < OWN_FAULT ? 0 : Math.max(0, (count > 1 ? mean : max) / 1e6 - RESOLUTION_MS);
      before = since;
      delays.reset();
    },
    read: () => late / LIMIT_MS.lap,
  };
}

type WaitedFor = {
  readonly waitingCount: number;
  readonly on: (event: 'acquire', taken: () => void) => unknown;
};

/** How long one waits for a connection of the database: those who wait, by how many were served since. */
export function poolGauge(pool: WaitedFor, most: Level = levelOf('deliver')): Gauge {
  let [served, wait, lookedAt] = [0, 0, performance.now()];
  pool.on('acquire', () => {
    served += 1;
  });
  return {
    name: 'pool',
    most,
    look: () => {
      const at = performance.now();
      wait = (pool.waitingCount / Math.max(1, served)) * (at - lookedAt);
      [served, lookedAt] = [0, at];
    },
    read: () => wait / LIMIT_MS.connection,
  };
}

/** Beyond which it makes nobody wait: passwords wait for nobody who doesn't sign in, files to be read only for small pictures. */
const QUEUES = { password: 'sign-in', document: 'later', deposit: 'deliver' } as const;

/** How long the oldest of a queue has waited. */
export function queueGauge(kind: keyof typeof QUEUES, queue: Pick<FairQueue, 'oldest'>): Gauge {
  let age = 0;
  return {
    name: kind,
    most: levelOf(QUEUES[kind]),
    look: () => {
      age = queue.oldest();
    },
    read: () => age / LIMIT_MS[kind],
  };
}
