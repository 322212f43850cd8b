// Everything that must hold, on a fresh clone too: checks, then every test. Ends with what failed, if anything, and one line of counts.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import path from 'node:path';
import { failedChecks } from './checks.mjs';
import { ensureBuilt, ensureInstalled, node, root, run, runTests, step } from './lib.mjs';

await ensureInstalled();
const scratch = mkdtempSync(path.join(inMemory() ?? tmpdir(), 'registre-run-'));
// The system user that runs PostgreSQL enters it.
chmodSync(scratch, 0o755);
// What tests write lives there: clusters, databases, deposits. Kills are of processes; no test cuts the current.
process.env.TMPDIR = scratch;
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
// A server is started fifty times: what the first compiled, the others read.
process.env.NODE_COMPILE_CACHE ??= path.join(scratch, 'compiled');
const failures = (await failedChecks()).map((title) => `check of ${title}`);
await ensureBuilt();
// Not when one file of tests was asked for.
if (process.argv.length === 2) {
  const mutate = [path.join(root, 'scripts', 'mutate.mjs'), '--slice'];
  const { code } = await step("Mutation of today's rules", () => run(node, mutate));
  if (code !== 0) failures.push('mutation of the rules changed (what no test noticed stands above)');
}
const browser = await (await import('./browser.mjs')).ensureBrowser();
const statements = path.join(scratch, 'statements');
mkdirSync(statements);
const env = { REGISTRE_BROWSER: browser, REGISTRE_STATEMENTS: statements };
const tests = await runTests(process.argv.slice(2), { env });
if (process.argv.length === 2) {
  const oldest = ['--import', './scripts/jsx.mjs', 'src/testing/oldest.ts', statements];
  const [ran, understood] = await step('Statements: that each was run, and is understood by PostgreSQL 15', () =>
    Promise.all([run(node, ['scripts/statements.mjs', statements]), run(node, oldest)]),
  );
  if (ran.code !== 0) failures.push('statements that no test runs (they stand above)');
  if (understood.code !== 0) failures.push('statements that PostgreSQL 15 refuses (they stand above)');
}
const { counts } = tests;
failures.push(...tests.failures);
if (tests.code !== 0 && tests.failures.length === 0)
  failures.push(`the run of tests itself (it ended with ${tests.code}; its last words stand above)`);
console.log('');
for (const failure of failures) console.log(`FAILED: ${failure}`);
console.log(
  `${failures.length === 0 ? 'All is well' : `NOT well, ${failures.length} failed`}: ${counts?.numPassedTests ?? 0} tests passed, ${counts?.numFailedTests ?? 0} failed, ${counts?.numPendingTests ?? 0} skipped, in ${counts?.testResults.length ?? 0} files.`,
);
process.exit(failures.length === 0 ? 0 : 1);

/** Linux's folder in memory, where it has room: a database is some thousand files, and making them is a fifth of the run on a disk. */
function inMemory() {
  const [folder, wanted] = ['/dev/shm', 6e9];
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > wanted && freemem() > wanted ? folder : null;
  } catch {
    return null;
  }
}
