// npm run properties [-- times [seed]]: the properties on a seed of luck, fifty times their usual runs. What it finds becomes a test.
import { randomInt } from 'node:crypto';
import { bin, ensureInstalled, node, run, testFiles } from './lib.mjs';

await ensureInstalled();
const [times = '50', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
const { code } = await run(
  node,
  [bin('vitest/vitest.mjs'), 'run', '--testTimeout=1200000', ...testFiles(/from 'fast-check'/)],
  { env: { REGISTRE_PROPERTY_SEED: seed, REGISTRE_PROPERTY_TIMES: times } },
);
console.log(`To try the same again: npm run properties -- ${times} ${seed}`);
process.exit(code);
