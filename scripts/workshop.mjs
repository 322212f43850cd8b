// `npm run dev`, on Node 26: one database and one door for as long as it lasts. Behind the door stands a server that is built and started
// anew after each edit of src/ or catalogue/; it takes over when it answers. One that can't be built or doesn't start is said, and the last good one
// goes on. Requests wait for what was just saved. Types are checked beside, at leisure, and stop nothing.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, globSync, rmSync, watch, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { context } from 'esbuild';
import { createProxyServer } from 'httpxy';
import { startEmbeddedServer } from '../src/platform/database/embedded/server.ts';
import { browserBundle, copiedFiles, isCopied, ofTests, serverBundle, writeStatic } from './bundles.mjs';
import { bin, root } from './lib.mjs';
import { writeLinked } from './linked.mjs';

/** An editor that saves, or a branch that is taken, writes several times: this long after the last. */
const QUIET_MS = 40;
/** A request that never ends doesn't keep the server before alive. */
const PATIENCE_MS = 5000;
/** Faults of types that are shown. */
const SHOWN = 10;
/** What a server says at every start and stop, once is enough. */
const KNOWN = /^(Demonstration accounts|Stopping)|^ {2}\S+ +\S+@\S+ +\S+$/;

/** The sources lie beside data/ and catalogue/, and so does what is made of them. */
const folder = path.join(root, '.dev');
const LIBRARIES = path.join(folder, 'libraries.js');
const say = (line) => process.stdout.write(`${line}\n`);
const seconds = (from) => `${((performance.now() - from) / 1000).toFixed(1)} s`;
const { PORT = '3000', HOST = 'localhost', DATABASE_URL, DATA_DIR = 'data' } = process.env;

const children = new Set();
let stopping = false;

const database =
  DATABASE_URL === undefined
    ? await startEmbeddedServer({ folder: path.resolve(root, DATA_DIR), database: 'registre', say }).catch((error) => {
        say(error.message);
        process.exit(1);
      })
    : null;
for (const file of globSync('{*.js,*.map,static/*}', { cwd: folder })) rmSync(path.join(folder, file));

let round = null;
let current = null;
const proxy = createProxyServer({ xfwd: true });
const door = createServer(async (request, answer) => {
  await round;
  if (current !== null) return proxy.web(request, answer, { target: current.address }).catch(() => answer.destroy());
  answer.writeHead(503, { 'content-type': 'text/plain; charset=utf-8' });
  return answer.end('No server stands: the terminal says why. The next edit starts one.\n');
});
for (const event of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(event, stop);
door.on('error', (error) => {
  say(error.code === 'EADDRINUSE' ? `PORT ${PORT} is taken by another program.` : String(error));
  stop();
});
door.listen(Number(PORT), HOST);
await once(door, 'listening');
const publicUrl = process.env.PUBLIC_URL ?? `http://${HOST}:${door.address().port}`;

let contexts = null;
let workSources = null;
let known = new Set();
let starting = null;
let spare = null;
let types = null;
const touched = new Set(['src/main.ts']);
let lastEdit = performance.now();
for (const place of ['src', 'catalogue'])
  watch(path.join(root, place), { recursive: true }, (_, name) => edited(path.posix.join(place, `${name ?? ''}`)));
round = follow();

function edited(file) {
  // What editors write beside a file, for themselves.
  if (stopping || /(^|\/)[.#]|~$/.test(file)) return;
  lastEdit = performance.now();
  touched.add(file);
  // It would serve what is no longer there, or wait for ever for what was mistyped.
  starting?.kill('SIGKILL');
  round ??= follow();
}

async function follow() {
  types?.kill();
  while (touched.size > 0 && !stopping) {
    while (performance.now() - lastEdit < QUIET_MS) await sleep(QUIET_MS);
    const files = [...touched];
    touched.clear();
    const from = performance.now();
    if (files.every(ofTests)) continue;
    const isNext = (await build(files)) && (await takeOver());
    if (touched.size > 0 || stopping) continue;
    if (isNext) say(`Registre is ready: ${publicUrl} (${seconds(from)})`);
    else say(current === null ? 'No server stands: the next edit starts one.' : 'The last good server goes on.');
  }
  round = null;
  if (!stopping) checkTypes();
}

/** esbuild says itself what is wrong with a source. */
async function build(files) {
  try {
    if (contexts === null || files.some((file) => existsSync(path.join(root, file)) !== known.has(file))) {
      // A program, a sheet or a template may have come or gone.
      for (const one of contexts ?? []) await one.dispose();
      known = new Set(globSync('{src,catalogue}/**', { cwd: root }));
      contexts = await Promise.all(bundles().map((one) => context({ ...one, logLevel: 'error' })));
      for (const file of copiedFiles()) copy(file);
    }
    const [threads, browser] = contexts;
    // All that it holds of a file is made of it; most files are in no thread.
    const isAway = workSources === null || files.some((file) => workSources.has(file));
    const [libraries, work, { outputFiles }] = await Promise.all([
      writeLinked('src/main.ts', path.join(folder, 'main.js')),
      isAway ? threads.rebuild() : null,
      browser.rebuild(),
    ]);
    if (work !== null) workSources = sourcesOf(work.metafile);
    writeFileSync(LIBRARIES, libraries.map((name) => `import ${JSON.stringify(name)};\n`).join(''));
    for (const file of files.map((one) => path.relative('src', one))) if (isCopied(file)) copy(file);
    writeStatic(folder, outputFiles);
    return true;
  } catch (error) {
    if (error.errors === undefined) say(String(error.stack));
    return false;
  }
}

/** Beside the server: what works in threads, with its libraries, as `npm start` has it; what browsers fetch. */
function bundles() {
  const made = { ...serverBundle(folder), legalComments: 'none', metafile: true };
  return [{ ...made, entryPoints: made.entryPoints.filter(({ out }) => out !== 'main') }, browserBundle(folder)];
}

/** Of what was made, the files that anything came from. */
function sourcesOf({ outputs }) {
  const made = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
  return new Set(made.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file));
}

function copy(file) {
  const from = path.join(root, 'src', file);
  if (existsSync(from)) cpSync(from, path.join(folder, file), { recursive: true });
}

/** Starts what was built; once it answers, the one before answers what it has begun, and ends. */
async function takeOver() {
  const next = await startServer();
  if (next === null) return false;
  const before = current;
  current = next;
  next.child.once('exit', () => {
    if (current !== next) return;
    current = null;
    if (!stopping) say('The server ended: the next edit starts it again.');
  });
  if (before !== null) void end(before.child);
  spare ??= openSpare();
  return true;
}

function startServer() {
  const isFirst = current === null;
  const child = spare ?? openSpare();
  spare = null;
  starting = child;
  return new Promise((resolve) => {
    const started = (given) => {
      if (starting === child) starting = null;
      resolve(given);
    };
    child.once('exit', () => started(null));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const address = /^Registre is ready: (\S+)$/.exec(line)?.[1];
      if (address !== undefined) started({ child, address });
      else if (isFirst || !KNOWN.test(line)) say(line);
    });
    child.send(path.join(folder, 'main.js'));
  });
}

/** A process that reads the libraries, and becomes the next server when it is told what that is. */
function openSpare() {
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'spare.mjs'), LIBRARIES], {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', PUBLIC_URL: publicUrl, DATABASE_URL: databaseUrl() },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  children.add(child);
  child.once('exit', () => {
    children.delete(child);
    if (spare === child) spare = null;
  });
  return child;
}

function databaseUrl() {
  if (database === null) return DATABASE_URL;
  const { host, port, user, password, database: name } = database.connection;
  return `postgres://${user}:${password}@localhost:${port}/${name}?host=${host}`;
}

/** After the site, not before it; a new edit ends it. What it learnt stands beside, for the next. */
function checkTypes() {
  const from = performance.now();
  const memory = path.join(folder, 'types.tsbuildinfo');
  const args = ['-p', root, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', memory];
  const check = spawn(process.execPath, [bin('typescript/bin/tsc'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  types = check;
  if (check.pid !== undefined) setPriority(check.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const faults = [];
  createInterface({ input: check.stdout }).on('line', (line) => faults.push(line));
  check.once('close', (code, signal) => {
    if (types !== check) return;
    types = null;
    if (signal !== null) return;
    for (const fault of faults.slice(0, SHOWN)) say(fault);
    if (faults.length > SHOWN) say(`… and ${faults.length - SHOWN} lines more: npm run check`);
    say(code === 0 ? `Types hold (${seconds(from)}).` : `Types do NOT hold (${seconds(from)}).`);
  });
}

async function end(child) {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const last = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await gone;
  clearTimeout(last);
}

async function stop() {
  if (stopping) return;
  stopping = true;
  types?.kill();
  door.close();
  await Promise.all([...children].map(end));
  await database?.stop();
  process.exit(0);
}
