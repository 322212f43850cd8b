import { expect, it } from 'vitest';
import { createBudgets, type Turn } from './budgets.ts';

/** A thread whose time passes as the test says, and the pages that have begun. */
function slowThread() {
  let now = 0;
  const laps: (() => void)[] = [];
  let sleeper: { readonly at: number; readonly step: () => void } | null = null;
  const budgets = createBudgets({
    now: () => now,
    lap: (step) => void laps.push(step),
    later: (ms, step) => {
      sleeper = { at: now + ms, step };
      return () => (sleeper = null);
    },
  });
  const pages: { readonly network: string; readonly turn: Turn; begun: boolean }[] = [];
  const begun = (): readonly string[] => pages.filter((one) => one.begun).map((one) => one.network);
  const ask = (network: string, times = 1): void => {
    for (let time = 0; time < times; time += 1) {
      const page = { network, turn: budgets.enter(network), begun: false };
      page.begun = page.turn.begins === null;
      void page.turn.begins?.then(() => (page.begun = true));
      pages.push(page);
    }
  };
  const turnRound = async (): Promise<void> => {
    for (let step = laps.shift(); step !== undefined; step = laps.shift()) step();
    await Promise.resolve();
  };
  /** The page that began first takes so much of the thread, and is made. */
  const make = async (ms: number): Promise<string> => {
    const index = pages.findIndex((one) => one.begun);
    const [page] = index < 0 ? [] : pages.splice(index, 1);
    now += ms;
    page?.turn.over();
    await turnRound();
    return page?.network ?? '';
  };
  const wait = async (ms: number): Promise<void> => {
    now += ms;
    const due = sleeper !== null && sleeper.at <= now ? sleeper.step : null;
    due?.();
    await turnRound();
  };
  return { ask, make, wait, begun, pages };
}

/** Takes all that there is of its budget, and as much again. */
async function spend(thread: ReturnType<typeof slowThread>, network: string): Promise<void> {
  thread.ask(network);
  await thread.make(500);
}

it('who asks within their budget begins at once, some at a time', async () => {
  const { ask, begun, make } = slowThread();
  ask('school', 9);
  expect(begun()).toHaveLength(2);
  await make(1);
  expect(begun()).toHaveLength(2);
});

it('and in one lap of the loop no more, though they are made without a wait', async () => {
  const { ask, begun, pages, make } = slowThread();
  ask('school', 9);
  for (const page of pages) if (page.begun) page.turn.over();
  expect(begun()).toHaveLength(2);
  await make(0);
  expect(begun()).toHaveLength(3);
});

it('beyond it one page at a time begins, and the thread rests between two for twice as long as one took', async () => {
  const thread = slowThread();
  const { ask, make, wait, begun } = thread;
  await spend(thread, 'flood');
  ask('flood', 64);
  await wait(0);
  expect(begun()).toEqual(['flood']);
  await make(10);
  expect(begun()).toEqual([]);
  await wait(20);
  expect(begun()).toEqual([]);
  await wait(1);
  expect(begun()).toEqual(['flood']);
});

it('who comes from elsewhere waits for nothing of it', async () => {
  const thread = slowThread();
  await spend(thread, 'flood');
  thread.ask('flood', 64);
  await thread.wait(0);
  thread.ask('visitor');
  expect(thread.begun()).toContain('visitor');
  await thread.make(10);
  thread.ask('visitor');
  expect(thread.begun()).toEqual(['visitor', 'visitor']);
});

it('of several that went beyond, who is least in debt comes first: what is costly comes less often', async () => {
  const { ask, make, wait, begun } = slowThread();
  for (const [network, ms] of [
    ['searches', 600],
    ['pages', 300],
  ] as const) {
    ask(network);
    await make(ms);
  }
  ask('searches', 5);
  ask('pages', 5);
  await wait(0);
  expect(await make(1)).toBe('searches');
  await wait(3);
  expect(begun()).toEqual(['pages']);
});

it('what several took together is shared among them', async () => {
  const { ask, make, begun } = slowThread();
  ask('one');
  ask('other');
  await make(390);
  await make(0);
  // 195 each, of 200.
  ask('one');
  ask('other');
  expect(begun()).toEqual(['one', 'other']);
});

it('a budget comes back, and a debt is never longer than it', async () => {
  const thread = slowThread();
  await spend(thread, 'flood');
  await thread.wait(1_001);
  thread.ask('flood', 2);
  expect(thread.begun()).toEqual(['flood', 'flood']);
});

it('who goes away while waiting is forgotten, and its page is made for nobody', async () => {
  const thread = slowThread();
  const { ask, make, wait, begun, pages } = thread;
  await spend(thread, 'flood');
  ask('flood', 3);
  await wait(0);
  const gone = pages.at(1);
  gone?.turn.over();
  gone?.turn.over();
  await make(10);
  await wait(21);
  expect(begun()).toEqual(['flood']);
  expect(gone?.begun).toBe(false);
});

it('nobody is refused: all are served', async () => {
  const thread = slowThread();
  for (const network of ['a', 'b', 'c']) thread.ask(network, 500);
  let made = 0;
  while (thread.pages.length > 0 && made < 10_000) {
    if ((await thread.make(20)) !== '') made += 1;
    await thread.wait(20);
  }
  expect(made).toBe(1_500);
});
