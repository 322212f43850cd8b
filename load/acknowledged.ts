import { type ChildProcess, fork } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Registre } from '../e2e/support/registre.ts';
import { SIGNED_CONFIRMATION } from '../src/pieces/index.ts';
import { enrol, makeScan } from './enrolled.ts';
import { keep } from './keep.ts';
import { processorOf } from './processor.ts';
import { type ReadyForm, readyForm, sendReady } from './readyForm.ts';
import { openLoadSite } from './site.ts';
import { countUnread, drain } from './unread.ts';

/**
 * How many deposits of a scan of 1 MB are acknowledged a second where so many lanes send without a pause, beside a bare Fastify that hashes,
 * forces and records the same bytes (`load/bareDeposits.ts`), by turns in the same run. Both get the same ready body from the same generator,
 * read it with the same library, force the file and its folder, commit a row in the same database, and answer by a redirect; what is
 * turned away isn't counted, and ends the measure. Twice: by a node that receives alone (`REGISTRE_WORK=pages,jobs`: what it received is
 * read afterwards, by another), which is what acknowledging costs; and by one that reads too, with all its work on the same two cores.
 */
const [PEOPLE = 160, SECONDS = 5, ROUNDS = 2] = process.argv.slice(2).map(Number);
const [LANES, AT_A_TIME, PIECES] = [16, 12, 3];
const WARM_MS = 1_500;
const NO_BYTES = Buffer.alloc(0);

const site = await openLoadSite('acknowledged', { environment: { REGISTRE_WORK: 'pages,jobs' } });
const { database, connection, folder, files } = site;
const pool = new pg.Pool({ ...connection, max: 2 });
const agent = new Agent({ keepAlive: true, maxSockets: LANES });
const scan = await makeScan();

try {
  const receiving = site.registre;
  console.log(`${PEOPLE} people prepare themselves; ${LANES} lanes, ${ROUNDS} × ${SECONDS} s each.`);
  const people = await prepared(receiving.url);
  await compare('A node that receives alone', receiving, people);
  const left = await countUnread(pool);
  await receiving.stop();
  const from = performance.now();
  const whole = await site.addNode({ REGISTRE_WORK: 'pages,documents,jobs' });
  await drain(pool);
  console.log(`${left} were read afterwards: ${(left / ((performance.now() - from) / 1000)).toFixed(1)} a second`);
  await compare('A node that reads too', whole, people);
  await drain(pool);
  await reconcile();
} finally {
  agent.destroy();
  await pool.end();
  await site.close();
}

async function prepared(url: string): Promise<readonly ReadyForm[]> {
  const all: (readonly ReadyForm[])[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < PEOPLE) {
      const { visitor, hub, codes } = await enrol(url, pool, next++);
      const own: ReadyForm[] = [];
      for (const code of codes.filter((one) => one !== SIGNED_CONFIRMATION).slice(0, PIECES)) {
        const { action, body } = await visitor.depositForm(`${hub}/justificatifs/${code}`, NO_BYTES, 'scan.pdf');
        own.push(readyForm(action, body, scan, { cookie: visitor.cookies() }));
      }
      all.push(own);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return Array.from({ length: PIECES }, (_, piece) => all.flatMap((own) => own[piece] ?? [])).flat();
}

/** The address that its answer leads to; throws what was turned away. */
async function send(form: ReadyForm, base: string): Promise<string> {
  const { status, location } = await sendReady(form, base, agent);
  if (!location.includes('recu=')) throw new Error(`${status} ${location}`);
  return location;
}

async function compare(title: string, registre: Registre, people: readonly ReadyForm[]): Promise<void> {
  const [ours, floor]: [Rate[], Rate[]] = [[], []];
  let turn = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    // A piece has ten files at most, an account its quota, and two of one enrolment wait for each other: they take turns.
    ours.push(
      await measured(registre.child.pid, () => send(people[turn++ % people.length] as ReadyForm, registre.url)),
    );
    const bare = await startBare();
    const form = new FormData();
    form.append('fichier', new Blob(), 'scan.pdf');
    const one = readyForm('/', form, scan);
    floor.push(await measured(bare.child.pid, () => send(one, bare.url)));
    bare.child.disconnect();
  }
  const [one, other] = [sum(ours), sum(floor)];
  keep(`deposits acknowledged: ${title}`, one.rate, '/s', {
    beside: { what: 'a bare Fastify hashing, forcing and recording the same', value: other.rate },
    least: 0.75,
  });
  console.log(`${title}: ${inWords(one)}`);
  console.log(`A bare Fastify hashing, forcing and recording the same: ${inWords(other)}`);
  console.log(
    `${title}, ${(one.rate / other.rate).toFixed(2)} of it (${ours.map((each, index) => (sum([each]).rate / sum(floor.slice(index, index + 1)).rate).toFixed(2)).join(', ')})`,
  );
}

async function startBare(): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = fork(fileURLToPath(new URL('bareDeposits.ts', import.meta.url)), {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  child.send({ connection, folder: path.join(folder, 'bare') });
  const url = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (line) => resolve(String(line).trim())),
  );
  return { url, child };
}

type Rate = {
  readonly done: number;
  readonly seconds: number;
  readonly commits: number;
  readonly wal: number;
  readonly times: readonly number[];
  readonly spent: Readonly<Record<string, number>>;
};

/** After a second and a half that isn't counted: both are warm, and PostgreSQL has told what was done before. */
async function measured(server: number | undefined, work: () => Promise<unknown>): Promise<Rate> {
  await lanes(WARM_MS, work);
  const before = { ...(await counted()), spent: processorOf(server, database.pid()) };
  const from = performance.now();
  const times = await lanes(SECONDS * 1000, work);
  const seconds = (performance.now() - from) / 1000;
  const after = { ...(await counted()), spent: processorOf(server, database.pid()) };
  const spent = Object.fromEntries(
    Object.entries(after.spent).map(([who, ms]) => [who, ms - (before.spent[who] ?? 0)]),
  );
  return {
    done: times.length,
    seconds,
    times,
    commits: after.commits - before.commits,
    wal: after.wal - before.wal,
    spent,
  };
}

/** How long each took. */
async function lanes(ms: number, work: () => Promise<unknown>): Promise<readonly number[]> {
  const from = performance.now();
  const times: number[] = [];
  const lane = async (): Promise<void> => {
    while (performance.now() < from + ms) {
      const began = performance.now();
      await work();
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return times;
}

async function counted(): Promise<{ readonly commits: number; readonly wal: number }> {
  const { rows } = await pool.query(
    "select xact_commit::int as commits, (pg_current_wal_lsn() - '0/0')::bigint::text as wal from pg_stat_database where datname = 'registre'",
  );
  return { commits: rows[0].commits, wal: Number(rows[0].wal) };
}

function sum(rates: readonly Rate[]): Rate & { readonly rate: number } {
  const total = (of: (one: Rate) => number): number => rates.reduce((all, one) => all + of(one), 0);
  const names = [...new Set(rates.flatMap(({ spent }) => Object.keys(spent)))];
  return {
    done: total(({ done }) => done),
    seconds: total(({ seconds }) => seconds),
    rate: total(({ done }) => done) / total(({ seconds }) => seconds),
    commits: total(({ commits }) => commits),
    wal: total(({ wal }) => wal),
    times: rates.flatMap(({ times }) => times),
    spent: Object.fromEntries(names.map((name) => [name, total(({ spent }) => spent[name] ?? 0)])),
  };
}

function inWords({ rate, done, commits, wal, times, spent }: ReturnType<typeof sum>): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(0);
  const processor = Object.entries(spent).map(([who, ms]) => `${who} ${(ms / done).toFixed(1)}`);
  return `${rate.toFixed(1)}/s, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms; each: ${(commits / done).toFixed(1)} commits, ${(wal / done / 1024).toFixed(1)} kB of WAL, milliseconds of processor ${processor.join(', ')}`;
}

/** Every deposit that counts has its file, whose hash is what it says. */
async function reconcile(): Promise<void> {
  const { rows } = await pool.query("select file_key, sha256 from deposit where state = 'stored' and not unread");
  const wrong = rows.filter(
    ({ file_key, sha256 }) =>
      createHash('sha256')
        .update(readFileSync(path.join(files, file_key)))
        .digest('hex') !== sha256,
  );
  console.log(`${rows.length} deposits that count, ${wrong.length} without their file`);
}
