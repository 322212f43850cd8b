// npm test: everything that must hold, on a fresh clone too: checks, then every test. Ends with what was left out, what failed, and one line
// of counts.
import { mkdirSync, statfsSync } from 'node:fs';
import { freemem } from 'node:os';
import path from 'node:path';
import { many, readArguments } from './arguments.mjs';
import { ensureBrowser } from './browser.mjs';
import { failedChecks } from './checks.mjs';
import { ensureBuilt, ensureInstalled, node, ownScratch, root, run, runTests, step, TESTS } from './lib.mjs';
import { olderThanTheirPages } from './pictures.mjs';
import { inWords, keepTime, lastTime } from './progress.mjs';
import { bringTools, howToHave } from './tools.mjs';
import { lastCommit, leftToOthers, turnOf } from './turn.mjs';
import { afterSecondRun, countsOf, failuresOf, filesThatFailed, leftOutOf } from './verdict.mjs';

/** A number that as many parts as a campaign has divide. */
const TURNS = 720_720;
const [asked] = readArguments('test', [many(TESTS)]);
await ensureInstalled();
// What tests write lives there: clusters, databases, deposits. Kills are of processes; no test cuts the current.
const scratch = ownScratch(inMemory());
// A server is started fifty times: what the first compiled, the others read.
process.env.NODE_COMPILE_CACHE ??= path.join(scratch, 'compiled');
const isWhole = asked.length === 0;
const isCi = process.env.CI === 'true';
const parts = isWhole ? ['checks', "mutation of today's rules", 'tests', 'statements'] : ['checks', 'tests'];
const [started, title] = [Date.now(), ['npm test', ...asked].join(' ')];
const seconds = () => (Date.now() - started) / 1000;
begins('checks');
const [checks] = await Promise.all([failedChecks(), bringTools()]);
const failures = checks.map((title) => `check of ${title}`);
await ensureBuilt();
if (isWhole) {
  const mutate = [path.join(root, 'scripts', 'mutate.mjs'), '--slice'];
  begins("mutation of today's rules");
  const { code } = await step('Mutation', () => run(node, mutate));
  if (code !== 0) failures.push('mutation of the rules changed (what no test noticed stands above)');
}
const statements = path.join(scratch, 'statements');
mkdirSync(statements);
const turn = turnOf(lastCommit().hash, TURNS);
const others = isWhole ? leftToOthers(turn) : [];
const env = {
  REGISTRE_BROWSER: await ensureBrowser(),
  REGISTRE_STATEMENTS: statements,
  ...(isWhole ? { REGISTRE_TURN: String(turn), REGISTRE_LEFT: others.join() } : {}),
};
begins('tests');
const { report, passedAtSecond, ...tests } = await testsInTwoRuns();
failures.push(...tests.failures);
if (isWhole) {
  begins('statements');
  const oldest = ['--import', './scripts/jsx.mjs', 'src/testing/oldest.ts', statements];
  const [ran, understood] = await step('Statements: that each was run, and is understood by PostgreSQL 15', () =>
    Promise.all([run(node, ['scripts/statements.mjs', statements]), run(node, oldest)]),
  );
  if (ran.code !== 0) failures.push('statements that no test runs (they stand above)');
  if (understood.code !== 0) failures.push('statements that PostgreSQL 15 refuses (they stand above)');
}
console.log('');
for (const name of passedAtSecond) console.log(`PASSED AT ITS SECOND RUN: ${name}`);
for (const { file, names, reason, lacks, isExcused } of leftOutOf(report)) {
  const way = lacks === null ? '' : ` (${howToHave(lacks)})`;
  console.log(`LEFT OUT: ${file}, ${names.length === 1 ? names[0] : `${names.length} tests`}: ${reason}${way}`);
  if (isCi && !isExcused) failures.push(`${file}: nothing may be left out here`);
}
if (others.length > 0) console.log(`LEFT TO ANOTHER COMMIT, campaigns: ${others.join(', ')} (npm test -- <file>)`);
const old = await olderThanTheirPages();
if (old.length > 0)
  console.log(`OLDER THAN THEIR PAGES, pictures: ${old.join(', ')} (npm run pictures -- ${old.join(' ')})`);
for (const failure of failures) console.log(`FAILED: ${failure}`);
const { passed, failed, skipped, files } = countsOf(report);
if (passedAtSecond.length > 0) console.log(`Passed at their second run, to be mended first: ${passedAtSecond.length}.`);
console.log(
  `${failures.length === 0 ? 'All is well' : `NOT well, ${failures.length} failed`}: ${passed} tests passed, ${failed} failed, ${skipped} skipped, in ${files} files.`,
);
if (failures.length === 0) keepTime(title, seconds());
process.exit(failures.length === 0 ? 0 : 1);

/** Says where we are in the whole, and what is left of what it took when it was last well here. */
function begins(part) {
  const left = lastTime(title) - seconds();
  const said = left > 0 ? `, about ${inWords(left)} left` : '';
  console.log(`\n— ${parts.indexOf(part) + 1} of ${parts.length}: ${part} (${inWords(seconds())}${said})`);
}

/** In CI the files that failed are run once more, one at a time, when all else is over: what falls by chance is told from what is broken. */
async function testsInTwoRuns() {
  const first = await runTests(asked, { env });
  const report = first.report ?? { files: [], errors: [] };
  const failures = failuresOf(report);
  if (first.code !== 0 && failures.length === 0)
    failures.push(`the run of tests itself (it ended with ${first.code}; its last words stand above)`);
  const again = isCi ? filesThatFailed(report) : [];
  if (again.length === 0) return { report, failures, passedAtSecond: [] };
  console.log(`\nSecond run, alone, of what failed: ${again.join(', ')}`);
  const second = await runTests([...again, '--maxWorkers=1'], { env });
  if (second.report !== null) return afterSecondRun(report, second.report);
  return { report, failures: [...failures, 'the second run itself (its last words stand above)'], passedAtSecond: [] };
}

/** Linux's folder in memory, where it has room: a database is some thousand files, and making them is a fifth of the run on a disk. */
function inMemory() {
  const [folder, wanted] = ['/dev/shm', 6e9];
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > wanted && freemem() > wanted ? folder : undefined;
  } catch {
    return undefined;
  }
}
