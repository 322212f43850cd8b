import { setTimeout as sleep } from 'node:timers/promises';
import type { Seen } from '../e2e/support/visitor.ts';

/** As a person does: again, until an answer comes that is not the machine's own trouble. */
const PATIENCE_MS = 180_000;

export async function insist(title: string, act: () => Promise<Seen>): Promise<Seen> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = await act().catch((error: unknown) => String(error));
    if (typeof seen !== 'string' && seen.status < 500) return seen;
    // 503 is what an outage may answer; 500 is a fault of ours, whatever was killed.
    if (typeof seen !== 'string' && seen.status === 500) throw new Error(`${title}: answered 500`);
    if (performance.now() > until) throw new Error(`${title}: no answer within ${PATIENCE_MS / 1000} s`);
    await sleep(100);
  }
}
