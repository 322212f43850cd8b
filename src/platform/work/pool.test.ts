import { afterEach, expect, it } from 'vitest';
import { workEntry } from './entry.ts';
import { createWorkPool, type WorkBudget, type WorkPool } from './pool.ts';
import type { Order } from './testing/worker.ts';

let pool: WorkPool<Order, number> | null = null;
const open = (changes: Partial<WorkBudget> = {}): WorkPool<Order, number> => {
  pool = createWorkPool<Order, number>(workEntry('./testing/worker', import.meta.url), {
    threads: 1,
    waiting: 4,
    milliseconds: 60_000,
    megabytes: 32,
    ...changes,
  });
  return pool;
};
afterEach(async () => {
  await pool?.close();
  pool = null;
});
const three = { do: 'add', a: 1, b: 2 } as const;

it('Work is done in another thread, and its answer comes back', async () => {
  const { run } = open();
  expect(await run(three)).toEqual({ ok: true, value: 3 });
});

it('Work that never ends is ended, and the next is done', async () => {
  const { run } = open({ milliseconds: 3_000 });
  expect(await run({ do: 'loop' })).toEqual({ ok: false, error: 'too-long' });
  await expect.poll(() => run(three), { timeout: 60_000 }).toEqual({ ok: true, value: 3 });
});

it.each(['fill', 'exit'] as const)('Work that breaks its thread (%s) breaks nothing else', async (misdeed) => {
  const { run } = open();
  expect(await run({ do: misdeed })).toEqual({ ok: false, error: 'broken' });
  expect(await run(three)).toEqual({ ok: true, value: 3 });
});

it('A bug in the work is thrown to whoever ordered it, at once or later', async () => {
  const { run } = open();
  await expect(run({ do: 'throw' })).rejects.toThrow('a bug of ours');
  await expect(run({ do: 'throw later' })).rejects.toThrow('nobody waits for this');
  expect(await run(three)).toEqual({ ok: true, value: 3 });
});

it('More orders than may wait are refused at once, the others are done, also after the one before broke its thread', async () => {
  const { run } = open();
  const answers = await Promise.all([run({ do: 'exit' }), ...Array.from({ length: 11 }, () => run(three))]);
  const done = { ok: true, value: 3 };
  expect(answers).toEqual([
    { ok: false, error: 'broken' },
    ...Array.from({ length: 4 }, () => done),
    ...Array.from({ length: 7 }, () => ({ ok: false, error: 'busy' })),
  ]);
  expect(await run(three)).toEqual(done);
});
