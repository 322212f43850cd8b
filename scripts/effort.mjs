// npm run effort: what it costs a person to enrol, sign and give nine pieces on a telephone. Printed beside the aims: with a finger, without
// JavaScript, and by keyboard alone. `npm test` walks the first.
import { readArguments } from './arguments.mjs';
import { bin, ensureBuilt, ensureInstalled, runLong } from './lib.mjs';

readArguments('effort', []);
await ensureInstalled();
await ensureBuilt();
const browser = await (await import('./browser.mjs')).ensureBrowser();
const { code } = await runLong('The path, counted', [bin('vitest/vitest.mjs'), 'run', 'e2e/effort.test.ts'], {
  env: { REGISTRE_EFFORT: 'all', REGISTRE_BROWSER: browser },
});
process.exit(code);
