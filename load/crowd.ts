import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

/** In a thread of its own, so that it keeps no others from their measure. `ms`: how long it lasts. */
export type CrowdOrder = { readonly url: string; readonly people: number; readonly ms: number };
export type CrowdSeen = Readonly<Record<string, number>>;

/** Strangers who keep no cookie look at pages that no two ask alike, without a pause; told to wait, they ask again after a second whatever they were told. */
const { url, people, ms } = workerData as CrowdOrder;
const until = performance.now() + ms;
const statuses: Record<string, number> = {};
let asked = 0;

async function one(): Promise<void> {
  while (performance.now() < until) {
    const headers = { accept: 'text/html', 'x-forwarded-for': `10.7.${asked % 250}.1` };
    const answer = await fetch(`${url}/specialites?metier=${asked++}`, { headers });
    await answer.arrayBuffer();
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    if (answer.status === 503) await sleep(1_000);
  }
}
await Promise.all(Array.from({ length: people }, one));
parentPort?.postMessage(statuses satisfies CrowdSeen);
