import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { fromKysely, type Job, type JobResult, PgBoss } from 'pg-boss';
import type { Tx } from './database/database.ts';

/** Kinds of jobs, each with what it needs to know. Filled by the rooms, by declaration merging. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by the rooms
export interface JobKinds {}

export type JobKind = keyof JobKinds;

/**
 * Work that takes time, enqueued in the transaction of the change: it exists if and only if the change does. A job may run
 * twice (a kill between its work and its receipt), so each is written to be harmless the second time.
 */
export type Jobs = {
  readonly handle: <Kind extends JobKind>(
    kind: Kind,
    work: (data: JobKinds[Kind]) => Promise<void>,
    manner?: Manner,
  ) => void;
  /** One order, or several of a kind at once; `first`: before those of its kind that wait. */
  readonly enqueue: <Kind extends JobKind>(
    tx: Tx,
    kind: Kind,
    data: JobKinds[Kind] | readonly JobKinds[Kind][],
    afterSeconds?: number,
    first?: boolean,
  ) => Promise<void>;
  /** Small work for the hours when nobody is there; once a night, whatever the number of nodes. */
  readonly everyNight: (name: string, work: () => Promise<void>) => void;
  /** The same every minute, for what is found by asking. Two runs may meet: what they find, one of them does. */
  readonly everyMinute: (name: string, work: () => Promise<void>) => void;
  /** Has what is done every minute done now, or in two seconds: whoever moved the exam's clock waits for no minute. */
  readonly minuteNow: () => Promise<void>;
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/**
 * One after the other, or some at once, where each mostly waits for somebody else: a slow one holds up no other. `when-calm`: in turn, and begun only
 * while the node has nothing more urgent to do.
 */
export type Manner = 'in-turn' | 'side-by-side' | 'when-calm';

/** How long what waits for calm waits before it looks again. */
const LOOKS_AGAIN_MS = 2_000;

/** However often it is asked for, once in two seconds; what is asked for within them is done at their end. */
const AT_ONCE = { singletonKey: 'at once', singletonSeconds: 2, singletonNextSlot: true } as const;

type Work = (data: never) => Promise<void>;

/** How many batches a node works at, and of how many jobs. */
const MANNERS = {
  'in-turn': { localConcurrency: 1, batchSize: 10 },
  'side-by-side': { localConcurrency: 4, batchSize: 4 },
  'when-calm': { localConcurrency: 1, batchSize: 1 },
} as const;

const SCHEDULES = {
  night: { cron: '40 3 * * *', pollingIntervalSeconds: 60 },
  minute: { cron: '* * * * *', pollingIntervalSeconds: 10 },
} as const;

/**
 * A node that works says so every five seconds for each of its jobs. After twenty seconds of silence it is taken for dead, and
 * what it was at returns to the others at the next look: within half a minute, never pg-boss's quarter of an hour.
 */
const HEARTBEAT = { heartbeatSeconds: 20 } as const;
const BEATS = { heartbeatRefreshSeconds: 5 } as const;
const LOOKS = { superviseIntervalSeconds: 5, monitorIntervalSeconds: 5 } as const;

/** Tried again after 2, 4, 8… seconds, then every quarter of an hour: nine days, so that a long outage of a relay loses nothing. */
const RETRIES = { retryLimit: 900, retryDelay: 2, retryBackoff: true, retryDelayMax: 900 } as const;

export function createJobs(
  connection: pg.PoolConfig,
  onError: (error: unknown) => void,
  isCalm: () => boolean = () => true,
  /** False: it only gives orders, which other nodes carry out. */
  works = true,
): Jobs {
  let stopping = false;
  /** False: the node stops first. What waited is another's, or the next start's. */
  const calm = async (): Promise<boolean> => {
    while (!isCalm() && !stopping) await sleep(LOOKS_AGAIN_MS);
    return !stopping;
  };
  const boss = new PgBoss({
    ...(connection as object),
    max: 2,
    application_name: 'registre-jobs',
    monitorVacuum: false,
    reindex: false,
    ...LOOKS,
  });
  boss.on('error', onError);
  const handlers = new Map<JobKind, { readonly work: Work; readonly manner: Manner }>();
  const scheduled = new Map<string, { readonly when: keyof typeof SCHEDULES; readonly work: () => Promise<void> }>();
  /** A queue that an older version made has no heartbeat yet. */
  const openQueue = async (name: string): Promise<void> => {
    await boss.createQueue(name, HEARTBEAT);
    await boss.updateQueue(name, HEARTBEAT);
  };
  return {
    handle: (kind, work, manner = 'in-turn') => void handlers.set(kind, { work: work as Work, manner }),
    enqueue: async (tx, kind, data, afterSeconds = 0, first = false) => {
      const when = { startAfter: afterSeconds, priority: first ? 1 : 0 };
      const jobs = [data].flat().map((one) => ({ data: one as object, ...when, ...RETRIES }));
      await boss.insert(kind, jobs, { db: fromKysely(tx) });
    },
    everyNight: (name, work) => void scheduled.set(name, { when: 'night', work }),
    everyMinute: (name, work) => void scheduled.set(name, { when: 'minute', work }),
    minuteNow: async () => {
      for (const [name, { when }] of scheduled) if (when === 'minute') await boss.send(name, null, AT_ONCE);
    },
    start: async () => {
      await boss.start();
      if (!works) return;
      for (const [kind, { work, manner }] of handlers) {
        await openQueue(kind);
        const options = { pollingIntervalSeconds: 1, perJobResults: true, ...BEATS, ...MANNERS[manner] } as const;
        await boss.work(kind, options, async (jobs) => {
          if (manner === 'side-by-side') return Promise.all(jobs.map((job) => attempt(job, work, onError)));
          const results: JobResult[] = [];
          for (const job of jobs)
            results.push(
              manner === 'when-calm' && !(await calm())
                ? { id: job.id, status: 'failed', output: { message: 'the node stopped before it was calm' } }
                : await attempt(job, work, onError),
            );
          return results;
        });
      }
      for (const [name, { when, work }] of scheduled) {
        const { cron, pollingIntervalSeconds } = SCHEDULES[when];
        await openQueue(name);
        await boss.schedule(name, cron, null, { tz: 'Europe/Paris' });
        await boss.work(name, { pollingIntervalSeconds, ...BEATS }, work);
      }
    },
    stop: () => {
      stopping = true;
      return boss.stop({ graceful: true, timeout: 10_000, close: true });
    },
  };
}

/** Each job of a batch for itself: one that fails holds up none of the others and has none of them done twice. */
async function attempt(job: Job<unknown>, work: Work, onError: (error: unknown) => void): Promise<JobResult> {
  try {
    await work(job.data as never);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    onError(error);
    return {
      id: job.id,
      status: 'failed',
      output: { message: error instanceof Error ? error.message : String(error) },
    };
  }
}
