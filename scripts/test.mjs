// Everything that must hold, on a fresh clone too: checks, then every test. Ends with one line of counts.
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bin, ensureBuilt, ensureInstalled, node, root, run } from './lib.mjs';

await ensureInstalled();
const check = await run(process.execPath, [path.join(root, 'scripts', 'check.mjs')]);
await ensureBuilt();
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
const outcome = check.code === 0 && tests.code === 0 ? 'All is well' : 'NOT well';
console.log(
  `${outcome}: checks ${check.code === 0 ? 'passed' : 'FAILED'}; ${counts.numPassedTests} tests passed, ${counts.numFailedTests} failed, ${counts.numPendingTests} skipped, in ${counts.testResults.length} files.`,
);
process.exit(check.code === 0 && tests.code === 0 ? 0 : 1);
