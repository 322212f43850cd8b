// npm run properties: the properties on a seed of luck, fifty times their usual runs. What it finds becomes a test.
import { randomInt } from 'node:crypto';
import { readArguments, whole } from './arguments.mjs';
import { bin, ensureInstalled, runLong, testFiles } from './lib.mjs';

const [times, seed] = readArguments('properties', [
  whole('times', { usual: 50 }),
  whole('seed', { usual: randomInt(2 ** 31), from: 0 }),
]);
await ensureInstalled();
const { code } = await runLong(
  `Properties, ${times} times`,
  [bin('vitest/vitest.mjs'), 'run', '--testTimeout=1200000', ...testFiles(/from 'fast-check'/)],
  { env: { REGISTRE_PROPERTY_SEED: String(seed), REGISTRE_PROPERTY_TIMES: String(times) } },
);
console.log(`To try the same again: npm run properties -- ${times} ${seed}`);
process.exit(code);
