import type { JobKind, JobKinds, Jobs } from '../platform/jobs.ts';

type Order = { readonly kind: JobKind; readonly data: unknown; readonly afterSeconds: number };

/**
 * Jobs that wait until the test runs them, those of every minute until it asks for them by `minuteNow`; those of a transaction rolled back are
 * forgotten by the test.
 */
export type HeldJobs = Jobs & { readonly orders: Order[]; readonly run: () => Promise<void> };

export function heldJobs(): HeldJobs {
  const handlers = new Map<JobKind, (data: never) => Promise<void>>();
  const orders: Order[] = [];
  const everyMinute = new Map<string, () => Promise<void>>();
  /** How much a job gets done before it leaves the rest to another of its own is a matter of the machine. */
  const restOf = ({ kind, data }: Order): Order | undefined => {
    const isRest = (one: Order): boolean =>
      one.kind === kind && one.afterSeconds === 0 && JSON.stringify(one.data) === JSON.stringify(data);
    const [rest] = orders.filter(isRest);
    return rest === undefined ? undefined : orders.splice(orders.indexOf(rest), 1)[0];
  };
  return {
    orders,
    handle: (kind, work) => void handlers.set(kind, work as (data: never) => Promise<void>),
    enqueue: async (_, kind, data, afterSeconds = 0) =>
      void orders.push(...[data].flat().map((one) => ({ kind, data: one, afterSeconds }))),
    everyNight: () => undefined,
    everyMinute: (name, work) => void everyMinute.set(name, work),
    minuteNow: async () => {
      for (const work of everyMinute.values()) await work();
    },
    start: async () => undefined,
    stop: async () => undefined,
    run: async () => {
      for (const order of orders.splice(0))
        for (let next: Order | undefined = order; next !== undefined; next = restOf(order))
          await handlers.get(next.kind)?.(next.data as JobKinds[JobKind] as never);
    },
  };
}
