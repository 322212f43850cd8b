// Runs on any Node ≥ 20 and before anything is installed: built-in modules only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { everyWhile, inWords, keepTime, lastTime } from './progress.mjs';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const modules = path.join(root, 'node_modules');

/** Node 26, brought by npm. */
export const node = path.join(modules, '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
export const bin = (name) => path.join(modules, name);
export const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/**
 * Runs a program to its end. Its output is ours, unless `quiet`: then it is shown only if it fails; never when `silent`. Where we are stopped
 * meanwhile, all that it began ends before us.
 */
export function run(program, args, { quiet = false, silent = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env, REGISTRE_GROUP: 'yes' },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      // In a group of its own: Ctrl-C reaches us alone, and what it began is found by it.
      detached: leadsGroups,
    });
    watch(child);
    let output = '';
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: String(error) }));
    child.on('close', (code, signal) => {
      if (isStopping) return;
      leave(child);
      if (quiet && !silent && code !== 0) process.stderr.write(output);
      resolve({ code: code ?? (signal === null ? 1 : 128), output });
    });
  });
}

/** A script that another began is of its group, with all that it begins: who ends that reaches them. */
const leadsGroups = process.platform !== 'win32' && process.env.REGISTRE_GROUP === undefined;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** How long what we run has to end by itself. */
const PATIENCE_MS = 10_000;
/** What runs, each the first of its group. */
const running = new Set();
let isStopping = false;

function watch(child) {
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, stop);
  running.add(child);
}

function leave(child) {
  running.delete(child);
  if (running.size === 0) for (const signal of SIGNALS) process.off(signal, stop);
}

/** Asked twice, it waits no longer. */
async function stop() {
  let until = isStopping ? 0 : Date.now() + PATIENCE_MS;
  if (!isStopping) process.stderr.write('Stopping what runs…\n');
  isStopping = true;
  const reached = (signal) => [...running].filter((child) => signalled(child, signal));
  let signal = 'SIGTERM';
  while (reached(signal).length > 0) {
    if (signal === 'SIGKILL') break;
    await sleep(100);
    signal = Date.now() > until ? 'SIGKILL' : 0;
  }
  // A database leads a group of its own, and hears of its owner's end: it still writes for a moment.
  until = Date.now() + PATIENCE_MS;
  while (!isGone(scratch) && Date.now() < until) await sleep(100);
  process.exit(130);
}

/** Is somebody of its group still there to hear it? */
function signalled({ pid }, signal) {
  try {
    return process.kill(leadsGroups ? -pid : pid, signal);
  } catch {
    return false;
  }
}

let scratch = null;

/** A folder for all that what we run writes, which goes when we do. `above`: where it stands. */
export function ownScratch(above = tmpdir()) {
  scratch = mkdtempSync(path.join(above, 'registre-run-'));
  // The system user that runs PostgreSQL enters it.
  chmodSync(scratch, 0o755);
  process.env.TMPDIR = scratch;
  process.on('exit', () => isGone(scratch));
  return scratch;
}

/** Is there nothing of it any more, now that it was taken away? */
function isGone(folder) {
  if (folder === null) return true;
  try {
    rmSync(folder, { recursive: true, force: true });
    return !existsSync(folder);
  } catch {
    return false;
  }
}

/** A program that lasts: how far it is is said, and it leaves nothing behind it. */
export function runLong(title, args, options) {
  ownScratch();
  return step(title, () => run(node, args, options));
}

/** The files of tests whose text holds something. */
export function testFiles(holds) {
  return ['src', 'e2e', 'faults', 'scripts'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
      .filter((file) => /\.test\.(tsx?|mjs)$/.test(file) && holds.test(readFileSync(path.join(root, file), 'utf8')))
      .sort(),
  );
}

/** What tests are named by, for readArguments; read as vitest is told it. */
export const TESTS = {
  name: 'tests',
  rule: 'a room of src/, or part of the path of a test',
  read: (word) => {
    const folder = ['src', '.'].find((above) =>
      statSync(path.join(root, above, word), { throwIfNoEntry: false })?.isDirectory(),
    );
    const part = folder === undefined ? word : `${path.posix.join(folder, word, '/')}`;
    return word !== '' && testFiles(/(?:)/).some((file) => file.includes(part)) ? part : null;
  },
};

/** Runs tests. `report` is what scripts/reporter.mjs wrote of them, null when they ended before it could. */
export async function runTests(args, { env = {}, ...options } = {}) {
  const file = path.join(tmpdir(), `registre-tests-${process.pid}.json`);
  const reporters = ['--reporter=minimal', '--reporter=./scripts/reporter.mjs'];
  const command = [bin('vitest/vitest.mjs'), 'run', ...reporters, ...args];
  const { code, output } = await run(node, command, { ...options, env: { ...env, REGISTRE_REPORT: file } });
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
  rmSync(file, { force: true });
  return { code, output, report };
}

/** Runs a test that writes what it would else compare, where the environment says so by this name. Ends the program. */
export async function drawByTest(file, name) {
  ownScratch();
  const args = [bin('vitest/vitest.mjs'), 'run', '--project', 'PostgreSQL 18', file];
  process.exit((await run(node, args, { env: { [name]: 'yes' } })).code);
}

/** Like run, but a failure ends the program. */
export async function must(program, args, options) {
  const { code, output } = await run(program, args, options);
  if (code !== 0) process.exit(code);
  return output;
}

/**
 * Runs a program of Node 26 for as long as we are there. The channel tells it when we are gone, even by SIGKILL: it then stops what it began
 * (a server answers its last requests, and stops its database).
 */
export function accompany(args) {
  const child = spawn(node, args, { cwd: root, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal));
  // npm that is killed takes its shell along, and not us: a program that nobody holds any more stops.
  const { ppid, env } = process;
  if (env.npm_lifecycle_event !== undefined)
    setInterval(() => process.ppid !== ppid && child.kill('SIGTERM'), 500).unref();
  child.on('exit', (code) => process.exit(code ?? 1));
}

/** Its title, then a line every fifteen seconds with what is left of what it took the last time, then how long it took. */
export async function step(title, work) {
  const [started, last] = [Date.now(), lastTime(title)];
  const seconds = () => (Date.now() - started) / 1000;
  process.stdout.write(`${title}…${last > 10 ? ` (${inWords(last)} the last time)` : ''}\n`);
  const end = everyWhile(() => {
    const left = last > seconds() ? `, about ${inWords(last - seconds())} left` : '';
    return `${title}: ${inWords(seconds())}${left}`;
  });
  try {
    const given = await work();
    if ((given?.code ?? 0) === 0) keepTime(title, seconds());
    return given;
  } finally {
    end();
    if (seconds() > 1) process.stdout.write(`  ${title}: done in ${inWords(seconds())}\n`);
  }
}

/**
 * Installs what package-lock.json says, if that isn't what stands in node_modules. What builds is installed too, whatever
 * NODE_ENV says: a clone is built where it stands. `npm run bundle` makes what runs without.
 */
export async function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = path.join(modules, '.registre-installed');
  const builder = bin('typescript/bin/tsc');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(node) && existsSync(builder)) return;
  await ensureAtomic();
  await step('Installing the libraries (once, about a minute)', () =>
    must(npm, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
      env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
    }),
  );
  writeFileSync(stamp, wanted);
}

/** Node 26 for Linux is linked with libatomic, which bare machines lack and npm doesn't bring. */
async function ensureAtomic() {
  if (process.platform !== 'linux' || process.report.getReport().header.glibcVersionRuntime === undefined) return;
  const folders = ['/lib', '/usr/lib', '/lib64', '/usr/lib64'].filter((folder) => existsSync(folder));
  const found = folders
    .flatMap((folder) => [folder, ...readdirSync(folder).map((name) => path.join(folder, name))])
    .some((folder) => existsSync(path.join(folder, 'libatomic.so.1')));
  if (found) return;
  if (await installFromDebian(['libatomic1'])) return;
  process.stdout.write(
    'Node 26 needs libatomic.so.1 (Debian: apt-get install libatomic1; Fedora: dnf install libatomic).\n',
  );
  process.exit(1);
}

/** By one call of apt-get. False where it isn't ours to call, or couldn't. */
export async function installFromDebian(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return step(`Installing Debian's ${packages.join(', ')}`, async () => {
    await run('apt-get', ['update', '-qq'], { quiet: true });
    const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      quiet: true,
      env: { DEBIAN_FRONTEND: 'noninteractive' },
    });
    return code === 0;
  });
}

/** Builds dist/ if a source is newer than the last build. */
export async function ensureBuilt() {
  const stamp = path.join(root, 'dist', '.built');
  const wanted = fingerprint(['src', 'living', 'e2e/support', 'scripts', 'package-lock.json', 'tsconfig.json']);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step('Building', () => must(node, [path.join(root, 'scripts', 'build.mjs')]));
  writeFileSync(stamp, wanted);
}

function fingerprint(entries) {
  const hash = createHash('sha256');
  const visit = (file) => {
    const found = statSync(file);
    if (found.isDirectory()) for (const name of readdirSync(file).sort()) visit(path.join(file, name));
    else hash.update(`${path.relative(root, file)} ${found.size} ${found.mtimeMs}\n`);
  };
  for (const entry of entries) visit(path.join(root, entry));
  return hash.digest('hex');
}

/** A table of Markdown, its columns as wide as the formatter has them. A bar within a cell doesn't end it. */
export function tableOf(lines) {
  const [titles = [], ...rows] = lines.map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = titles.map((title, place) =>
    Math.max(...[title, ...rows.map((row) => row[place])].map((cell) => cell.length)),
  );
  const lineOf = (cells) => `| ${cells.map((cell, place) => cell.padEnd(widths[place])).join(' | ')} |`;
  return [titles, widths.map((width) => '-'.repeat(width)), ...rows].map(lineOf).join('\n');
}

/** The page with what the command `npm run <name>` drew between the marks of this name. */
export function withDrawn(page, name, mark, drawn) {
  const [from, to] = [`<!-- ${mark}: npm run ${name} -->\n`, `<!-- /${mark} -->`];
  const [start, end] = [page.indexOf(from) + from.length, page.indexOf(to)];
  if (!page.includes(from) || end < start) throw new Error(`There are no marks of ${mark}`);
  return `${page.slice(0, start)}\n${drawn}\n\n${page.slice(end)}`;
}

/**
 * Pages that are drawn, by their paths: written, or with `--check` compared with what stands. False, with a line for each, where one
 * says otherwise than the command `npm run <name>` would.
 */
export function writeOrCheck(pages, name) {
  if (!process.argv.includes('--check')) {
    for (const [file, page] of Object.entries(pages)) writeFileSync(path.join(root, file), page);
    return true;
  }
  const stale = Object.entries(pages).filter(([file, page]) => readFileSync(path.join(root, file), 'utf8') !== page);
  for (const [file] of stale) console.error(`${file} says otherwise than the code: npm run ${name}`);
  return stale.length === 0;
}
