// npm run steady: the tests that lean on time or on processes, twenty times beside two busy loops.
// A test that passes only on an idle machine is named. About an hour; the browser journeys only when they are asked for.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { many, readArguments, whole } from './arguments.mjs';
import { ensureBuilt, ensureInstalled, ownScratch, runTests, TESTS, testFiles } from './lib.mjs';
import { leftOf } from './progress.mjs';
import { failuresOf } from './verdict.mjs';

const LEANS_ON_TIME =
  /child_process|worker_threads|node:timers|setTimeout|smtp-server|useFakeTimers|performance\.now|openSite\(/;

const [times, asked] = readArguments('steady', [whole('times', { usual: 20 }), many(TESTS)]);
await ensureInstalled();
await ensureBuilt();
ownScratch();
const files = asked.length > 0 ? asked : testFiles(LEANS_ON_TIME).filter((file) => file.startsWith('src/'));
const loops = Array.from({ length: Math.min(2, availableParallelism()) }, () =>
  // As long as we are there, whatever ends us.
  spawn(process.execPath, ['-e', 'for (const by = process.ppid; by === process.ppid; );'], { stdio: 'ignore' }),
);
const failed = new Map();
const started = Date.now();
try {
  for (let round = 1; round <= times; round++) {
    const { code, output, report } = await runTests(files, { quiet: true, silent: true });
    const failures = report === null ? [] : failuresOf(report);
    const names = code === 0 || failures.length > 0 ? failures : [`no report: ${output.slice(-400)}`];
    for (const name of names) failed.set(name, (failed.get(name) ?? 0) + 1);
    console.log(
      `${round} of ${times}: ${code === 0 ? 'passed' : `FAILED: ${names.join('; ')}`} (${leftOf(started, round, times)})`,
    );
  }
} finally {
  for (const loop of loops) loop.kill('SIGKILL');
}
for (const [name, count] of failed) console.log(`${name}: failed ${count} of ${times}`);
console.log(
  `${files.length} files, ${times} times beside two busy loops: ${failed.size === 0 ? 'steady' : 'NOT steady'}.`,
);
process.exit(failed.size === 0 ? 0 : 1);
