/** What the tests of the pool order of a thread. */
export type Order = { readonly do: 'add'; readonly a: number; readonly b: number } | { readonly do: Misdeed };
type Misdeed = 'loop' | 'fill' | 'throw' | 'exit' | 'throw later';

export default function work(order: Order): number | Promise<number> {
  switch (order.do) {
    case 'add':
      return order.a + order.b;
    case 'loop':
      for (;;);
    case 'fill': {
      const kept: number[][] = [];
      for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => index + kept.length));
    }
    case 'exit':
      return process.exit(3);
    case 'throw':
      throw new RangeError('a bug of ours');
    case 'throw later':
      setTimeout(() => {
        throw new Error('nobody waits for this');
      });
      return new Promise(() => undefined);
  }
}
