import { randomInt } from 'node:crypto';
import { keep } from '../load/keep.ts';
import { rush } from './rush.ts';

const [seconds = '60', people = '120', seed = String(randomInt(2 ** 31)), crowd = '60'] = process.argv.slice(2);
const { requests, outcomes, unheard, orphans, waited, p95, flood, faults } = await rush({
  seconds: Number(seconds),
  people: Number(people),
  flood: Number(crowd),
  seed: Number(seed),
  longestWait: Number.POSITIVE_INFINITY,
  say: console.log,
});
keep('faults', faults.length, '', { most: 0 });
keep('requests of pupils', requests, '');
keep('requests of pupils, p95', p95, 'ms');
console.log(
  Object.entries(outcomes)
    .map(([what, count]) => `${what}: ${count}`)
    .join('; '),
);
console.log(
  `${requests} requests, p95 ${Math.round(p95)} ms; ${waited.places} waited for their turn; ${unheard} rows whose answer was lost; ${orphans} files of nobody. The network that asked for too much: ${JSON.stringify(flood)}.`,
);
for (const fault of faults) console.log(`FAULT: ${fault}`);
console.log(faults.length === 0 ? 'Received is received.' : `${faults.length} faults.`);
console.log(`To try the same again: npm run faults -- nginx ${seconds} ${people} ${seed} ${crowd}`);
process.exit(faults.length === 0 ? 0 : 1);
