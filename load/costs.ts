import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { COIFFURE, createVisitor, hiddenFields, mainOf, signIn, type Visitor } from '../e2e/support/visitor.ts';
import { type Enrolled, enrol, makeScan, must, PASSWORD } from './enrolled.ts';
import { keep } from './keep.ts';
import { type Processor, processorOf } from './processor.ts';
import { sideways } from './sideways.ts';
import { openLoadSite } from './site.ts';
import { drain } from './unread.ts';

/**
 * What each act costs, one after the other: milliseconds of processor of the node, of what reads documents and of the database, bytes of its
 * log (WAL) and transactions that write; then what the last hour of a country takes of each, and that of one office (`docs/scale.md`). What a node does
 * by itself meanwhile, measured first, is taken off. Real fsync, one machine.
 */
const [PEOPLE = 60] = process.argv.slice(2).map(Number);
const [IDLE_SECONDS, PAGES, AT_A_TIME] = [10, 5, 6];
const [FORCING, FORCED_SECONDS] = [32, 5];
/** Of the last minutes before a closing: requests a second, and deposits among them, half of them photographs. */
const RUSHES = [
  { who: 'a country', people: 40_000, requests: 2_800, deposits: 660 },
  { who: 'one office', people: 1_500, requests: 105, deposits: 25 },
] as const;

// What reads documents is a node of its own, so that each file waits and its two costs stand apart.
const site = await openLoadSite('costs', { environment: { REGISTRE_WORK: 'pages,jobs', LOG_LEVEL: 'warn' } });
const { pool, database, registre } = site;
const scan = { content: await makeScan(), name: 'scan.pdf' };
const photo = { content: await sideways(98), name: 'IMG_1.jpg' };

type Spent = Processor & { readonly wal: number; readonly commits: number; readonly seconds: number };
type Cost = {
  readonly node: number;
  readonly reading: number;
  readonly database: number;
  readonly wal: number;
  readonly commits: number;
};

const UNITS = [
  ['node', 'ms'],
  ['reading', 'ms'],
  ['database', 'ms'],
  ['wal', 'bytes'],
  ['commits', ''],
] as const;

try {
  await enrol(registre.url, pool, 1_000_000);
  await pause(3_000);
  const idle = await spentBy(registre.child.pid, () => pause(IDLE_SECONDS * 1000));
  const people: Enrolled[] = [];
  const costs = new Map<string, Cost>();
  const measure = async (what: string, count: number, work: () => Promise<unknown>, pid = registre.child.pid) => {
    const cost = each(await spentBy(pid, work), idle, count);
    costs.set(what, cost);
    for (const [name, unit] of UNITS) keep(`${what}: ${name}`, cost[name], unit);
    console.log(inWords(what, cost, count));
  };
  await measure('an enrolment, without deposits', PEOPLE, () =>
    lanes(PEOPLE, async (rank) => void people.push(await enrol(registre.url, pool, rank))),
  );
  const all =
    <Done>(work: (one: Enrolled, rank: number) => Promise<Done>) =>
    () =>
      lanes(PEOPLE, (rank) => work(people[rank] as Enrolled, rank));
  await measure(
    'signing in',
    PEOPLE,
    all((_, rank) => enter(rank)),
  );
  await measure(
    'a page of an enrolment',
    PEOPLE * PAGES,
    all(({ visitor, hub }) => again(() => visitor.get(hub))),
  );
  await measure(
    'the list of pieces',
    PEOPLE * PAGES,
    all(({ visitor, hub }) => again(() => visitor.get(`${hub}/justificatifs`))),
  );
  await measure('a step, read and saved', PEOPLE, all(saveStep));
  for (const [index, given] of [scan, photo].entries()) {
    const name = index === 0 ? 'a scan of 1 MB' : 'a photograph of 3 MB';
    await measure(
      `${name}, received`,
      PEOPLE,
      all(({ visitor, hub, codes }) =>
        must(visitor.deposit(`${hub}/justificatifs/${codes[index]}`, given.content, given.name)),
      ),
    );
    const reader = await site.addNode({ REGISTRE_WORK: 'documents' });
    await measure(`${name}, read`, PEOPLE, () => drain(pool), reader.child.pid);
    await reader.stop();
  }
  for (const rush of RUSHES) report(rush, costs);
  console.log(
    `\nThis database forces ${Math.round(await commitsForced())} commits a second of a row, ${FORCING} at a time.`,
  );
} finally {
  await site.close();
}

async function lanes(count: number, work: (rank: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
}

async function again(work: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < PAGES; time++) await work();
}

async function enter(rank: number): Promise<Visitor> {
  const visitor = createVisitor(registre.url, `10.9.${(rank >> 8) & 255}.${rank & 255}`);
  await signIn(visitor, `charge.${rank}@exemple.fr`, PASSWORD);
  return visitor;
}

async function saveStep({ visitor, hub }: Enrolled): Promise<void> {
  const { html } = await visitor.get(`${hub}/identification`);
  await must(visitor.post(`${hub}/identification`, { ...hiddenFields(mainOf(html)), ...COIFFURE.identification }));
}

/** The same database, with nothing to do but to write: what its disk and its log allow. */
async function commitsForced(): Promise<number> {
  const forcing = new pg.Pool({ ...site.connection, max: FORCING });
  await forcing.query('create table forced (id bigint generated always as identity primary key, said text)');
  const until = performance.now() + FORCED_SECONDS * 1000;
  let done = 0;
  const lane = async (): Promise<void> => {
    for (; performance.now() < until; done++) await forcing.query("insert into forced (said) values ('once')");
  };
  await Promise.all(Array.from({ length: FORCING }, lane));
  await forcing.end();
  return done / FORCED_SECONDS;
}

async function spentBy(pid: number | undefined, work: () => Promise<unknown>): Promise<Spent> {
  const from = await read(pid);
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const until = await read(pid);
  const less = Object.fromEntries(Object.entries(until).map(([name, value]) => [name, value - (from[name] ?? 0)]));
  return { ...less, wal: less.wal ?? 0, commits: less.commits ?? 0, seconds };
}

/** Transactions that write: each is forced to the disk. */
async function read(pid: number | undefined): Promise<Processor> {
  const { rows } = await pool.query(
    "select pg_current_wal_lsn() - '0/0'::pg_lsn as wal, pg_snapshot_xmax(pg_current_snapshot())::text as commits",
  );
  return { ...processorOf(pid, database.pid()), wal: Number(rows[0].wal), commits: Number(rows[0].commits) };
}

function each(spent: Spent, idle: Spent, count: number): Cost {
  const of = (name: string): number =>
    Math.max(0, ((spent[name] ?? 0) - ((idle[name] ?? 0) / idle.seconds) * spent.seconds) / count);
  return {
    node: of('server'),
    reading: of('documentProcess'),
    database: of('database'),
    wal: of('wal'),
    commits: of('commits'),
  };
}

function inWords(what: string, { node, reading, database, wal, commits }: Cost, count: number): string {
  return `${what.padEnd(32)} node ${node.toFixed(1).padStart(6)} ms  reading ${reading.toFixed(0).padStart(4)} ms  database ${database.toFixed(1).padStart(6)} ms  WAL ${(wal / 1000).toFixed(1).padStart(6)} kB  ${commits.toFixed(1).padStart(5)} commits  (${count})`;
}

/** Requests that are no deposit are read as the page of an enrolment, one in five as a step that is saved. */
function report({ who, people, requests, deposits }: (typeof RUSHES)[number], costs: ReadonlyMap<string, Cost>): void {
  const cost = (what: string): Cost => costs.get(what) as Cost;
  const parts = [
    [cost('a page of an enrolment'), (requests - deposits) * 0.8],
    [cost('a step, read and saved'), (requests - deposits) * 0.2],
    [cost('a scan of 1 MB, received'), deposits / 2],
    [cost('a photograph of 3 MB, received'), deposits / 2],
  ] as const;
  const reading = [
    [cost('a scan of 1 MB, read'), deposits / 2],
    [cost('a photograph of 3 MB, read'), deposits / 2],
  ] as const;
  const sum = (of: readonly (readonly [Cost, number])[], name: keyof Cost): number =>
    of.reduce((all, [one, rate]) => all + one[name] * rate, 0);
  const bytes = (deposits / 2) * (scan.content.length + photo.content.length);
  const both = [...parts, ...reading];
  console.log(
    `\n${who}, ${people} people, ${requests} requests and ${deposits} deposits a second at the peak: ${(sum(parts, 'node') / 1000).toFixed(1)} cores of nodes, ${((sum(reading, 'node') + sum(reading, 'reading')) / 1000).toFixed(1)} of readers to keep up, ${(sum(both, 'database') / 1000).toFixed(1)} of the database, ${(sum(both, 'wal') / 1e6).toFixed(1)} MB/s of WAL, ${Math.round(sum(both, 'commits'))} commits a second, ${(bytes / 1e6).toFixed(0)} MB/s of files`,
  );
}
