// npm run fuzz [-- minutes [seed]]: all nasty files by every way in, then changed PDFs and photos on a seed of luck, to the readers
// alone and by every way, five minutes by default. What it finds becomes a test.
import { randomInt } from 'node:crypto';
import { bin, ensureInstalled, node, run } from './lib.mjs';

await ensureInstalled();
const [minutes = '5', seed = String(randomInt(2 ** 31))] = process.argv.slice(2);
const files = ['src/platform/documents/fuzz.test.ts', 'src/pieces/waysIn.test.ts'];
const { code } = await run(node, [bin('vitest/vitest.mjs'), 'run', ...files], {
  env: { REGISTRE_FUZZ_SEED: seed, REGISTRE_FUZZ_SECONDS: String(Number(minutes) * 60) },
});
console.log(`To try the same again: npm run fuzz -- ${minutes} ${seed}`);
process.exit(code);
