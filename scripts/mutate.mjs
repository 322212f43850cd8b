// Runs under Node 26, after the installation: scripts/mutation.mjs calls it.
import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { root } from './lib.mjs';

const LEAST = 85;
/** Weights of a slice are lines: about 30 mutants in 50 lines, 20 mutants a second. */
const SLICES = 14;
const DAY = 86_400_000;

process.chdir(root);
const args = process.argv.slice(2);
const every = globSync('src/*/rules/**/*.ts')
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => file.split(path.sep).join('/'))
  .sort();
const files = args.includes('--slice')
  ? sliceOf(Math.floor(Date.now() / DAY) % SLICES)
  : args.length > 0
    ? args
    : every;

const started = Date.now();
const scores = [];
for (const file of files) {
  // One run a file, with the tests of its folder that use it: the rest of the house imports it too, and says little of it.
  const mutants = await mutate(file);
  for (const mutant of mutants) if (isMissed(mutant)) console.log(describe(mutant));
  const score = scoreOf(file, mutants);
  if (score.all === 0) continue;
  scores.push(score);
  console.log(line(file, [score]));
}
console.log('');
for (const [folder, own] of Map.groupBy(scores, ({ file }) => path.dirname(file))) console.log(line(folder, own));
console.log(`${line('All', scores)}, in ${Math.round((Date.now() - started) / 1000)} s.`);
const low = scores.filter(({ noticed, all }) => percent(noticed, all) < LEAST);
if (low.length > 0) console.log(`Under ${LEAST} %: ${low.map(({ file }) => file).join(', ')}`);
process.exit(low.length > 0 || scores.length === 0 ? 1 : 0);

function mutate(file) {
  process.env.REGISTRE_TESTS_BESIDE = testsBeside(file).join(',');
  return new Stryker({
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'scripts/vitest.mutation.config.mjs', related: false },
    mutate: [file],
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // Stryker would read tsconfig.json with an interface that TypeScript 7 no longer has; nothing in ours needs rewriting.
    tsconfigFile: 'none',
    ignorePatterns: ['dist', 'data', 'docs', 'e2e', 'load'],
    tempDirName: '.stryker-tmp',
    reporters: [],
    logLevel: 'error',
  }).runMutationTest();
}

/** The tests of the same folder that import the file, or a rule of the folder that does. */
function testsBeside(file) {
  const folder = path.dirname(file);
  const imports = new Map(
    readdirSync(folder).map((name) => [
      name,
      [...readFileSync(path.join(folder, name), 'utf8').matchAll(/from '\.\/([^']+)'/g)].map(([, target]) => target),
    ]),
  );
  const users = new Set([path.basename(file)]);
  for (const one of users) for (const [name, targets] of imports) if (targets.includes(one)) users.add(name);
  return [...users]
    .filter((name) => name.endsWith('.test.ts') && name !== 'declaredFacts.test.ts')
    .map((name) => `${folder}/${name}`);
}

/** The files dealt out by size, so that slices weigh the same; each file is in one of them. */
function sliceOf(day) {
  const slices = Array.from({ length: SLICES }, () => ({ weight: 0, files: [] }));
  const weighed = every.map((file) => ({ file, weight: readFileSync(file, 'utf8').split('\n').length }));
  for (const { file, weight } of weighed.sort((a, b) => b.weight - a.weight || a.file.localeCompare(b.file))) {
    const lightest = slices.reduce((least, one) => (one.weight < least.weight ? one : least));
    lightest.weight += weight;
    lightest.files.push(file);
  }
  return slices[day].files.sort();
}

function scoreOf(file, own) {
  const noticed = own.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  return { file, noticed, all: noticed + own.filter(isMissed).length };
}

function isMissed({ status }) {
  return status === 'Survived' || status === 'NoCoverage';
}

function relative(file) {
  return path.relative(root, file).split(path.sep).join('/');
}

function percent(noticed, all) {
  return (100 * noticed) / all;
}

function line(title, scores) {
  const [noticed, all] = ['noticed', 'all'].map((name) => scores.reduce((sum, one) => sum + one[name], 0));
  return `${title}: ${percent(noticed, all).toFixed(1)} % (${noticed} of ${all})`;
}

function describe({ fileName, location, mutatorName, replacement, status }) {
  const { start, end } = location;
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const short = (text) => text.replaceAll(/\s+/g, ' ').slice(0, 90);
  const was =
    lines.length > 1 ? lines.join(' ').slice(start.column - 1) : lines[0].slice(start.column - 1, end.column - 1);
  return `${relative(fileName)}:${start.line} ${mutatorName}${status === 'NoCoverage' ? ' (no test)' : ''}: ${short(was)} → ${short(replacement)}`;
}
