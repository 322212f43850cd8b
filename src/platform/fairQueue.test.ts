import { describe, expect, it } from 'vitest';
import { createFairQueue } from './fairQueue.ts';

/** Work that ends when it is told to. */
function held(): {
  readonly work: (name: string) => () => Promise<string>;
  readonly begun: string[];
  end: () => Promise<void>;
} {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  return {
    begun,
    work: (name) => async () => {
      begun.push(name);
      await new Promise<void>((end) => ends.push(end));
      return name;
    },
    end: async () => {
      await new Promise((settled) => setImmediate(settled));
      ends.shift()?.();
    },
  };
}

describe('A fair queue', () => {
  it('serves each lane in turn, whoever filled theirs', async () => {
    const queue = createFairQueue({ atOnce: 1, perLane: 10, inAll: 100 });
    const { work, begun, end } = held();
    const storm = ['a1', 'a2', 'a3', 'a4'].map((name) => queue.run('a', work(name)));
    const others = [queue.run('b', work('b1')), queue.run('c', work('c1'))];
    for (let ended = 0; ended < 6; ended++) await end();
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4']);
    expect(await Promise.all([...storm, ...others])).toContainEqual({ ok: true, value: 'c1' });
  });

  it('runs no more at once than it may, refuses what a full lane is asked, and takes the others', async () => {
    const queue = createFairQueue({ atOnce: 2, perLane: 3, inAll: 4 });
    const { work, begun, end } = held();
    const storm = Array.from({ length: 10 }, (_, index) => queue.run('a', work(`a${index}`)));
    expect((await Promise.all(storm.slice(5))).every((one) => !one.ok)).toBe(true);
    expect(begun).toEqual(['a0', 'a1']);
    const other = queue.run('b', work('b'));
    expect(await queue.run('c', work('c'))).toEqual({ ok: false, error: 'full' });
    for (let ended = 0; ended < 6; ended++) await end();
    expect((await Promise.all(storm.slice(0, 5))).every((one) => one.ok)).toBe(true);
    expect(await other).toEqual({ ok: true, value: 'b' });
    expect(begun.indexOf('b')).toBeLessThan(5);
  });

  it('says how long the one who waits longest has waited', async () => {
    const queue = createFairQueue({ atOnce: 1, perLane: 9, inAll: 9 });
    const { work, end } = held();
    const storm = [queue.run('a', work('a1'))];
    expect(queue.oldest()).toBe(0);
    storm.push(queue.run('a', work('a2')), queue.run('b', work('b')));
    await new Promise((waited) => setTimeout(waited, 20));
    expect(queue.oldest()).toBeGreaterThan(10);
    for (let ended = 0; ended < 3; ended++) await end();
    await Promise.all(storm);
    expect(queue.oldest()).toBe(0);
  });

  it('goes on after work that failed', async () => {
    const queue = createFairQueue({ atOnce: 1, perLane: 1, inAll: 1 });
    await expect(queue.run('a', () => Promise.reject(new Error('lost')))).rejects.toThrow('lost');
    expect(await queue.run('a', async () => 1)).toEqual({ ok: true, value: 1 });
  });

  it('is free as long as nobody waits, though all places are taken', async () => {
    const queue = createFairQueue({ atOnce: 1, perLane: 9, inAll: 9 });
    const ends: (() => void)[] = [];
    const work = () => new Promise<void>((end) => ends.push(end));
    const first = queue.run('a', work);
    await Promise.resolve();
    expect(queue.isFree()).toBe(true);
    const second = queue.run('b', work);
    await Promise.resolve();
    expect(queue.isFree()).toBe(false);
    ends[0]?.();
    await first;
    await Promise.resolve();
    expect(queue.isFree()).toBe(true);
    ends[1]?.();
    await second;
  });
});
