import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { loopGauge, poolGauge, queueGauge } from './gauges.ts';
import { levelOf } from './priority.ts';

describe('The gauge of the event loop', () => {
  it('is beyond its limit where one thing keeps all others waiting, and empty where nothing is done', async () => {
    const gauge = loopGauge();
    const readAfter = async (work: () => Promise<unknown>): Promise<number> => {
      gauge.look();
      await work();
      gauge.look();
      return gauge.read();
    };
    const keepWaiting = async (): Promise<void> => {
      for (let time = 0; time < 3; time++) {
        const until = performance.now() + 400;
        while (performance.now() < until);
        await sleep(0);
      }
    };
    // On a busy machine others may take the processor meanwhile, or keep the loop waiting.
    await expect.poll(() => readAfter(keepWaiting)).toBeGreaterThan(1);
    await expect.poll(() => readAfter(() => sleep(100))).toBe(0);
    expect(gauge.most).toBe(levelOf('deliver'));
  });
});

describe('The gauge of the connections', () => {
  it('is empty where nobody waits, and beyond its limit where many wait and few are served', async () => {
    const pool = Object.assign(new EventEmitter(), { waitingCount: 0 });
    const gauge = poolGauge(pool);
    await sleep(20);
    gauge.look();
    expect(gauge.read()).toBe(0);
    pool.waitingCount = 1_000;
    await sleep(20);
    gauge.look();
    expect(gauge.read()).toBeGreaterThan(1);
    // As many wait, and are served as fast.
    for (let served = 0; served < 10_000; served++) pool.emit('acquire');
    gauge.look();
    expect(gauge.read()).toBeLessThan(1);
  });
});

describe('The gauge of a queue', () => {
  it('makes wait only those whom it bears on', () => {
    const queue = { oldest: () => 90_000 };
    const gauges = (['password', 'document', 'deposit'] as const).map((kind) => queueGauge(kind, queue));
    for (const gauge of gauges) gauge.look();
    expect(gauges.map((gauge) => gauge.read())).toEqual([18, 1.5, 3]);
    expect(gauges.map((gauge) => gauge.most)).toEqual([levelOf('sign-in'), levelOf('later'), levelOf('deliver')]);
  });
});
