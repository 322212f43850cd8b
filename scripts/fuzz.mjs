// npm run fuzz: all nasty files by every way in, then changed PDFs and photos on a seed of luck. These go to the readers
// alone and by every way, five minutes by default. What it finds becomes a test.
import { randomInt } from 'node:crypto';
import { quantity, readArguments, whole } from './arguments.mjs';
import { bin, ensureInstalled, runLong } from './lib.mjs';

const [minutes, seed] = readArguments('fuzz', [
  quantity('minutes', { usual: 5 }),
  whole('seed', { usual: randomInt(2 ** 31), from: 0 }),
]);
await ensureInstalled();
const files = [
  'src/platform/documents/fuzz.test.ts',
  'src/pieces/waysIn.test.ts',
  'src/accommodations/reading.test.ts',
  'src/replacements/excuses/reading.test.ts',
  'src/persons/typing/routes/proofs.test.ts',
  'src/checking/routes/onBehalf.test.ts',
  'src/papers/sheets.test.ts',
];
const { code } = await runLong(`Fuzz, ${minutes} min`, [bin('vitest/vitest.mjs'), 'run', ...files], {
  env: { REGISTRE_FUZZ_SEED: String(seed), REGISTRE_FUZZ_SECONDS: String(minutes * 60) },
});
console.log(`To try the same again: npm run fuzz -- ${minutes} ${seed}`);
process.exit(code);
