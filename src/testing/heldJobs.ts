import type { JobKind, JobKinds, Jobs } from '../platform/jobs.ts';

type Order = { readonly kind: JobKind; readonly data: unknown; readonly afterSeconds: number };

/** Jobs that wait until the test runs them; those of a transaction rolled back are forgotten by the test. */
export type HeldJobs = Jobs & { readonly orders: Order[]; readonly run: () => Promise<void> };

export function heldJobs(): HeldJobs {
  const handlers = new Map<JobKind, (data: never) => Promise<void>>();
  const orders: Order[] = [];
  return {
    orders,
    handle: (kind, work) => void handlers.set(kind, work as (data: never) => Promise<void>),
    enqueue: async (_, kind, data, afterSeconds = 0) => void orders.push({ kind, data, afterSeconds }),
    everyNight: () => undefined,
    everyMinute: () => undefined,
    start: async () => undefined,
    stop: async () => undefined,
    run: async () => {
      for (const { kind, data } of orders.splice(0)) await handlers.get(kind)?.(data as JobKinds[JobKind] as never);
    },
  };
}
