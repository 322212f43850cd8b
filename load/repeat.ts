import { percentile } from './watch.ts';

export type Rate = {
  readonly done: number;
  readonly seconds: number;
  readonly rate: number;
  readonly p50: number;
  readonly p95: number;
};

/** What so many people do at a time, again and again until the time is over; what was begun is ended. */
export async function repeat(people: number, seconds: number, work: () => Promise<void>): Promise<Rate> {
  const from = performance.now();
  const times: number[] = [];
  const lane = async (): Promise<void> => {
    while (performance.now() < from + seconds * 1000) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: people }, lane));
  const took = (performance.now() - from) / 1000;
  times.sort((a, b) => a - b);
  return {
    done: times.length,
    seconds: took,
    rate: times.length / took,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
  };
}
