import { randomInt } from 'node:crypto';
import { keep } from '../load/keep.ts';
import { closingHour, type Slice } from './closing.ts';

const [seconds = '180', people = '400', seed = String(randomInt(2 ** 31)), crowd = '150'] = process.argv.slice(2);
const { slices, outcomes, unheard, orphans, waited, readMs, faults } = await closingHour({
  seconds: Number(seconds),
  people: Number(people),
  crowd: Number(crowd),
  seed: Number(seed),
  longestWait: Number.POSITIVE_INFINITY,
  say: console.log,
});
const sumOf = (of: (one: Slice) => number): number => slices.reduce((sum, one) => sum + of(one), 0);
keep('faults', faults.length, '', { most: 0 });
keep(
  'requests',
  sumOf((one) => one.requests),
  '',
);
keep(
  'receipts',
  sumOf((one) => one.receipts),
  '',
);
keep(
  'lines cut',
  sumOf((one) => one.cut),
  '',
);
keep(
  'told to wait, or of an outage',
  sumOf((one) => one.held),
  '',
);
keep('requests in the last five minutes, p95', slices[11]?.p95 ?? 0, 'ms');
keep('places in the waiting room', waited.places, '');
keep('let in after one who came later, at most', waited.byMs / 1000, 's');
keep('all read and printed after', readMs / 1000, 's');
const cell = (value: number | string): string => String(value).padStart(9);
console.log(['before', 'people', 'requests', 'receipts', 'p95 ms', 'cut', '503'].map(cell).join(''));
for (const [index, one] of slices.entries())
  console.log(
    [
      index === 12 ? 'after' : `${60 - index * 5} min`,
      one.people,
      one.requests,
      one.receipts,
      Math.round(one.p95),
      one.cut,
      one.held,
    ]
      .map(cell)
      .join(''),
  );
console.log(
  Object.entries(outcomes)
    .map(([what, count]) => `${what}: ${count}`)
    .join('; '),
);
console.log(
  `${waited.places} waited for their turn, ${(waited.longestMs / 1000).toFixed(0)} s at most; ${waited.overtaken} saw one who came later let in before, by ${(waited.byMs / 1000).toFixed(1)} s at most; ${unheard} rows whose answer was lost; ${orphans} files of nobody; all read and printed after ${(readMs / 1000).toFixed(0)} s.`,
);
for (const fault of faults) console.log(`FAULT: ${fault}`);
console.log(faults.length === 0 ? 'Received is received.' : `${faults.length} faults.`);
console.log(`To try the same again: npm run faults -- closing ${seconds} ${people} ${seed} ${crowd}`);
process.exit(faults.length === 0 ? 0 : 1);
