// Everything that must hold, on a fresh clone too: checks, then every test. Ends with one line of counts.
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bin, ensureBuilt, ensureInstalled, node, root, run, step } from './lib.mjs';

await ensureInstalled();
const check = await run(process.execPath, [path.join(root, 'scripts', 'check.mjs')]);
await ensureBuilt();
// Not when one file of tests was asked for.
const mutation =
  process.argv.length > 2
    ? { code: 0 }
    : await step("Mutation of today's rules", () => run(node, [path.join(root, 'scripts', 'mutate.mjs'), '--slice']));
const browser = await (await import('./browser.mjs')).ensureBrowser();
const report = path.join(tmpdir(), `registre-tests-${process.pid}.json`);
const tests = await run(
  node,
  [
    bin('vitest/vitest.mjs'),
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...process.argv.slice(2),
  ],
  { env: { REGISTRE_BROWSER: browser } },
);
const counts = JSON.parse(readFileSync(report, 'utf8'));
rmSync(report);
const well = check.code === 0 && mutation.code === 0 && tests.code === 0;
console.log(
  `${well ? 'All is well' : 'NOT well'}: checks ${check.code === 0 ? 'passed' : 'FAILED'}; mutation ${mutation.code === 0 ? 'passed' : 'FAILED'}; ${counts.numPassedTests} tests passed, ${counts.numFailedTests} failed, ${counts.numPendingTests} skipped, in ${counts.testResults.length} files.`,
);
process.exit(well ? 0 : 1);
