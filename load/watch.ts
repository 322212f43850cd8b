import { fork } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Somebody who looks at pages, in a process of their own, so that whoever makes the rush keeps them from no measure: each page in its turn, so
 * many a second, whether the one before was answered or not.
 */
export type WatchOrder = {
  readonly url: string;
  readonly pages: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly perSecond: number;
};
export type Watched = { readonly times: readonly number[]; readonly statuses: Readonly<Record<string, number>> };

/** Gives what stops it and says what was seen. */
export async function watch(order: WatchOrder): Promise<() => Promise<Watched>> {
  const child = fork(import.meta.filename, ['watch']);
  const said = <Said>(): Promise<Said> =>
    new Promise((resolve) => child.once('message', (one) => resolve(one as Said)));
  child.send(order);
  await said();
  return async () => {
    const seen = said<Watched>();
    child.send('enough');
    return seen;
  };
}

/** Looks for so long. */
export async function watchFor(ms: number, order: WatchOrder): Promise<Watched> {
  const enough = await watch(order);
  await pause(ms);
  return enough();
}

export function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** « 40 × 200, 2 × 503 ». */
export function told(statuses: Watched['statuses']): string {
  return Object.entries(statuses)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ');
}

async function look({ url, pages, headers, perSecond }: WatchOrder): Promise<void> {
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  const one = async (page: string): Promise<void> => {
    const from = performance.now();
    const answer = await fetch(new URL(page, url), { headers, redirect: 'manual' });
    await answer.arrayBuffer();
    times.push(performance.now() - from);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
  };
  let over = false;
  process.once('message', () => (over = true));
  const asked: Promise<void>[] = [];
  while (!over) {
    asked.push(one(pages[asked.length % pages.length] ?? '/'));
    if (asked.length === 1) await asked[0]?.then(() => process.send?.('begun'));
    await pause(1000 / perSecond);
  }
  await Promise.all(asked);
  process.send?.({ times, statuses } satisfies Watched, () => process.disconnect?.());
}

if (process.argv[2] === 'watch') process.once('message', (order) => void look(order as WatchOrder));
