// npm run steady [-- times [files]]: the tests that lean on time or on processes, twenty times beside two busy loops.
// A test that passes only on an idle machine is named. About an hour; the browser journeys only when they are asked for.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { ensureBuilt, ensureInstalled, runTests, testFiles } from './lib.mjs';

const LEANS_ON_TIME =
  /child_process|worker_threads|node:timers|setTimeout|smtp-server|useFakeTimers|performance\.now|openSite\(/;

await ensureInstalled();
await ensureBuilt();
const [times = '20', ...asked] = process.argv.slice(2);
const files = asked.length > 0 ? asked : testFiles(LEANS_ON_TIME).filter((file) => file.startsWith('src/'));
const loops = Array.from({ length: Math.min(2, availableParallelism()) }, () =>
  spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
);
const failed = new Map();
try {
  for (let round = 1; round <= Number(times); round++) {
    const { code, output, failures } = await runTests(files, { quiet: true, silent: true });
    const names = code === 0 || failures.length > 0 ? failures : [`no report: ${output.slice(-400)}`];
    for (const name of names) failed.set(name, (failed.get(name) ?? 0) + 1);
    console.log(`${round} of ${times}: ${code === 0 ? 'passed' : `FAILED: ${names.join('; ')}`}`);
  }
} finally {
  for (const loop of loops) loop.kill('SIGKILL');
}
for (const [name, count] of failed) console.log(`${name}: failed ${count} of ${times}`);
console.log(
  `${files.length} files, ${times} times beside two busy loops: ${failed.size === 0 ? 'steady' : 'NOT steady'}.`,
);
process.exit(failed.size === 0 ? 0 : 1);
