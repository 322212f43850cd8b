// Runs under Node 26, after the installation: scripts/mutation.mjs and scripts/test.mjs call it.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Stryker } from '@stryker-mutator/core';
import { flag, many, oneOf, readArguments } from './arguments.mjs';
import { root } from './lib.mjs';
import { everyWhile, leftOf } from './progress.mjs';
import { lastCommit, turnOf } from './turn.mjs';

const LEAST = 85;
/** Lines of a part, or a few more: what a slow machine gets through in less than a minute. */
const PART = 40;

process.chdir(root);
/** What each file that was read imports, of types too, and what of values. */
const imports = new Map();
/** Rules tested through pages alone, or written anew and not measured since. To be emptied. */
const NOT_YET = ['changes', 'entryForm'].map((name) => `src/editor/form/${name}.ts`);
/** Pure functions: what decides for a candidate, and what says why. Sentences are read by the tests of the texts. */
const MEASURED = [
  'src/*/rules/**/*.ts',
  'src/enrolment/{facts,review,summary}.ts',
  'src/enrolment/steps/**/*.ts',
  'src/simulation/*.ts',
  'src/catalogue/checks/*.ts',
  'src/editor/form/*.ts',
];
/** What the enrolment shares with the simulators is tried where both are known. */
const ALSO = { 'src/enrolment': ['src/simulation/sameRules.test.ts'] };
const every = globSync(MEASURED)
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => !/\.test\.ts$|[tT]exts\.ts$|\/index\.ts$/.test(file))
  .filter((file) => !NOT_YET.some((room) => file.startsWith(room)))
  .sort();

const isSlice = process.argv[2] === '--slice';
const rule = 'one of the rules that are broken, such as src/results/rules/average.ts';
const [asked] = readArguments('mutation', isSlice ? [flag('--slice')] : [many(oneOf('files', every, rule))]);
const started = Date.now();
const scores = isSlice ? await tryPart() : await tryAll(asked.length > 0 ? asked : every);
console.log('');
for (const [folder, own] of Map.groupBy(scores, ({ file }) => path.dirname(file))) console.log(line(folder, own));
console.log(`${line('All', scores)}, in ${secondsSince(started)} s.`);
const low = scores.filter(({ noticed, all }) => percent(noticed, all) < LEAST);
if (NOT_YET.length > 0) console.log(`Not measured yet: ${NOT_YET.join(', ')}`);
for (const one of low) console.log(`Under ${LEAST} %: ${nameOf(one)}`);
process.exit(low.length > 0 || scores.length === 0 ? 1 : 0);

/** Each part of each file, so that no day's slice can be under what the whole reaches. */
async function tryAll(files) {
  const found = [];
  let tried = 0;
  const end = everyWhile(() => `${tried} of ${files.length} files, ${leftOf(started, tried, files.length)}`);
  for (const own of Map.groupBy(files, folderOf).values()) {
    const mutants = await mutate(own, own);
    for (const file of own) {
      const ofFile = mutants.filter(({ fileName }) => relative(fileName) === file);
      const parts = partsOf(file)
        .map((part) => scoreOf(part, ofFile))
        .filter(({ all }) => all > 0);
      if (parts.length > 0) console.log(line(file, parts));
      found.push(...parts);
    }
    tried += own.length;
  }
  end();
  return found;
}

/** A part of what the last commit changed, the same for the same commit; after one that has nothing to break (types alone), the next. */
async function tryPart() {
  const { hash, changed } = lastCommit();
  const touched = every.filter((file) => changed.includes(file));
  const from = (parts) => {
    const first = turnOf(hash, parts.length);
    return [...parts.slice(first), ...parts.slice(0, first)];
  };
  for (const part of [...from(touched.flatMap(partsOf)), ...from(every.flatMap(partsOf))]) {
    const own = scoreOf(part, await mutate([part.file], [`${part.file}:${part.from}-${part.to}`]));
    if (own.all === 0) continue;
    console.log(line(nameOf(part), [own]));
    return [own];
  }
  return [];
}

/** The mutants of files or of some of their lines, with the tests beside them alone: the rest of the house says little of them. */
async function mutate(files, ranges) {
  process.env.REGISTRE_TESTS_BESIDE = JSON.stringify(
    Object.fromEntries(files.map((file) => [file, testsBeside(file)])),
  );
  const mutants = await new Stryker({
    testRunner: 'beside',
    plugins: ['runner', 'looks'].map((name) => path.join(root, `scripts/mutation/${name}.mjs`)),
    ignorers: ['looks'],
    maxTestRunnerReuse: 300,
    // A loop without end is stopped by its count of turns; reading anew on a busy machine is no such loop.
    timeoutMS: 60_000,
    mutate: ranges,
    coverageAnalysis: 'perTest',
    concurrency: 2,
    // Stryker would read tsconfig.json with an interface that TypeScript 7 no longer has; nothing in ours needs rewriting.
    tsconfigFile: 'none',
    ignorePatterns: ['.stryker-tmp', 'dist', 'data', 'docs', 'e2e/*.ts', 'faults', 'load'],
    tempDirName: `.stryker-tmp/${process.pid}`,
    reporters: [],
    logLevel: 'error',
  }).runMutationTest();
  for (const mutant of mutants) if (isMissed(mutant)) console.log(describe(mutant));
  return mutants;
}

/** The folder whose tests say what a file does: rules and their like by themselves, else the whole room without them. */
function folderOf(file) {
  const [src, room, folder] = file.split('/');
  return ['rules', 'checks', 'form'].includes(folder) ? [src, room, folder].join('/') : [src, room].join('/');
}

/** The tests of the same folder that reach the file through files of that folder. None that needs the database or a thread. */
function testsBeside(file) {
  const folder = folderOf(file);
  const own = globSync(`${folder}/**/*.{ts,tsx}`)
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => folderOf(name) === folder);
  const users = new Set([file]);
  for (const one of users) for (const name of own) if (importsOf(name).all.includes(one)) users.add(name);
  return [...users, ...(ALSO[folder] ?? [])]
    .filter((name) => /\.test\.tsx?$/.test(name) && !name.includes('/work/'))
    .filter((test) => !reachedFrom(test).has('src/testing/database.ts'));
}

/** The files whose values it leads to, itself among them. */
function reachedFrom(file) {
  const reached = new Set([file]);
  for (const one of reached) for (const target of importsOf(one).values) reached.add(target);
  return reached;
}

function importsOf(file) {
  const known = imports.get(file);
  if (known !== undefined) return known;
  const found = [...readFileSync(file, 'utf8').matchAll(/^(?:im|ex)port (type )?[^;]*?from '(\.[^']+)'/gm)].map(
    ([, type, target]) => ({ type, file: path.posix.join(path.posix.dirname(file), target) }),
  );
  const filesOf = (some) => some.map((one) => one.file);
  const all = { all: filesOf(found), values: filesOf(found.filter(({ type }) => type === undefined)) };
  imports.set(file, all);
  return all;
}

/** Cut between declarations only. */
function partsOf(file) {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const parts = [];
  let from = 1;
  lines.forEach((text, index) => {
    const isEnd = index === lines.length - 1;
    const isCut = text === '' && /^\S/.test(lines[index + 1] ?? '') && index + 1 - from >= PART;
    if (!isEnd && !isCut) return;
    parts.push({ file, from, to: index + 1 });
    from = index + 2;
  });
  return parts;
}

function scoreOf(part, mutants) {
  const own = mutants.filter(({ location: { start, end } }) => start.line >= part.from && end.line <= part.to);
  const noticed = own.filter(({ status }) => status === 'Killed' || status === 'Timeout').length;
  return { ...part, noticed, all: noticed + own.filter(isMissed).length };
}

function isMissed({ status }) {
  return status === 'Survived' || status === 'NoCoverage';
}

function nameOf({ file, from, to }) {
  return `${file}:${from}-${to}`;
}

function relative(file) {
  return path.relative(root, file).split(path.sep).join('/');
}

function percent(noticed, all) {
  return (100 * noticed) / all;
}

function secondsSince(instant) {
  return Math.round((Date.now() - instant) / 1000);
}

function line(title, own) {
  const [noticed, all] = ['noticed', 'all'].map((name) => own.reduce((sum, one) => sum + one[name], 0));
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
