import { Readable } from 'node:stream';
import { setImmediate as lap } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type Arrivals, createArrivals } from './arrivals.ts';

/** A file of so many pieces, and who takes it in: each piece is held until the test lets go of it. */
function takenIn(arrivals: Arrivals, noted: string[]) {
  const holds: (() => void)[] = [];
  const take = async (sender: string, name: string, content: AsyncIterable<Buffer>): Promise<void> => {
    for await (const piece of arrivals.inTurn(sender, content)) {
      noted.push(`${name}${String(piece)}`);
      await new Promise<void>((hold) => holds.push(hold));
    }
  };
  /** Lets go of the piece that is held longest. */
  const letGo = async (times = 1): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      await settled();
      holds.shift()?.();
    }
    await settled();
  };
  return { take, letGo };
}

async function settled(): Promise<void> {
  for (let laps = 0; laps < 10; laps += 1) await lap();
}

const pieces = (count: number): AsyncIterable<Buffer> =>
  Readable.from(Array.from({ length: count }, (_, index) => Buffer.from(String(index + 1))));

it('the file that began first is over first, and no more pieces are worked at than there are hands', async () => {
  const noted: string[] = [];
  const { take, letGo } = takenIn(createArrivals(2), noted);
  for (const name of ['a', 'b', 'c']) void take(name, name, pieces(2));
  await settled();
  expect(noted).toEqual(['a1', 'b1']);
  await letGo();
  expect(noted).toEqual(['a1', 'b1', 'a2']);
  await letGo(4);
  expect(noted).toEqual(['a1', 'b1', 'a2', 'b2', 'c1', 'c2']);
});

it('of who sends several at once, the second waits behind the first of everybody', async () => {
  const noted: string[] = [];
  const { take, letGo } = takenIn(createArrivals(1), noted);
  for (const name of ['a', 'b', 'c']) void take('storm', name, pieces(1));
  void take('other', 'z', pieces(2));
  await letGo(5);
  expect(noted).toEqual(['a1', 'z1', 'z2', 'b1', 'c1']);
});

it('a file whose sender is slow keeps nobody waiting', async () => {
  const noted: string[] = [];
  const { take, letGo } = takenIn(createArrivals(1), noted);
  const slow = new Readable({ read: () => undefined });
  slow.push('1');
  void take('slow', 's', slow);
  await settled();
  void take('quick', 'q', pieces(2));
  await letGo(3);
  expect(noted).toEqual(['s1', 'q1', 'q2']);
  slow.push('2');
  slow.push(null);
  await letGo();
  expect(noted.at(-1)).toBe('s2');
});

it('one that is cut, given up by its sender or by who takes it in, leaves its turn to others', async () => {
  const arrivals = createArrivals(1);
  const cut = new Readable({ read: () => undefined });
  cut.push('1');
  const read = arrivals.inTurn('cut', cut);
  const iterator = read[Symbol.asyncIterator]();
  await iterator.next();
  cut.destroy(new Error('the line broke'));
  await expect(iterator.next()).rejects.toThrow('the line broke');
  for await (const _ of arrivals.inTurn('dropped', pieces(3))) break;
  const whole = arrivals.inTurn('whole', pieces(3));
  expect(await whole.toArray()).toHaveLength(3);
  expect(arrivals.oldest()).toBe(0);
});

it('one that nobody takes in keeps no turn, and what is thrown away has its own', async () => {
  const arrivals = createArrivals(1);
  arrivals.inTurn('left', pieces(3));
  const thrown = arrivals.inTurn('thrown', pieces(3));
  thrown.resume();
  expect(await arrivals.inTurn('whole', pieces(3)).toArray()).toHaveLength(3);
  await settled();
  expect(thrown.readableEnded).toBe(true);
});

it('says for how long one has waited', async () => {
  const arrivals = createArrivals(1);
  const { take, letGo } = takenIn(arrivals, []);
  void take('a', 'a', pieces(1));
  await settled();
  expect(arrivals.oldest()).toBe(0);
  void take('b', 'b', pieces(1));
  await settled();
  expect(arrivals.oldest()).toBeGreaterThan(0);
  await letGo(2);
  expect(arrivals.oldest()).toBe(0);
});
