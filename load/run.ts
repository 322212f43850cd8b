import { fork } from 'node:child_process';
import path from 'node:path';
import autocannon from 'autocannon';
import type { BareOrder } from './bare.ts';
import { type Candidate, newCandidate, STEPS } from './candidates.ts';
import { keep } from './keep.ts';
import { openLoadSite } from './site.ts';
import { RECORDING, recordStatements, type Statement } from './statements.ts';

/**
 * Requests a second of the front page, a step and the hub, and steps saved a second; each beside a bare Fastify (`load/bare.ts`) in the
 * same run: the same string, the same tree rendered, and rendered after the same statements. Ratios are what to read: the machine drifts.
 */
const SECONDS = 5;
const LANES = 16;

type Address = string | ((one: Candidate) => string);
const addressFor = (address: Address, one: Candidate): string => (typeof address === 'string' ? address : address(one));

async function measurePage(title: string, address: Address, people: readonly Candidate[]): Promise<void> {
  const one = people[0] as Candidate;
  const cookie = typeof address === 'string' ? '' : one.cookie;
  const get = (): Promise<string> =>
    fetch(new URL(addressFor(address, one), registre.url), { headers: { cookie } }).then((answer) => answer.text());
  const page = await get();
  const statements = await recordStatements(path.join(folder, 'postgres'), connection, get);
  const ours = await cannon(registre.url, (index) => {
    const visitor = people[index % people.length] as Candidate;
    return {
      path: addressFor(address, visitor),
      headers: typeof address === 'string' ? {} : { cookie: visitor.cookie },
    };
  });
  report(title, ours, page.length, await measureBare(page, statements));
}

async function measureSaves(people: readonly Candidate[]): Promise<void> {
  const body = (one: Candidate): string =>
    new URLSearchParams({ jeton: one.token, version: '', ...STEPS.identification }).toString();
  const headers = (one: Candidate): Record<string, string> => ({
    cookie: one.cookie,
    'content-type': 'application/x-www-form-urlencoded',
  });
  const one = people[0] as Candidate;
  const save = (): Promise<Response> =>
    fetch(new URL(`${one.draft}/identification`, registre.url), {
      method: 'POST',
      redirect: 'manual',
      headers: headers(one),
      body: body(one),
    });
  await save();
  const recorded = await recordStatements(path.join(folder, 'postgres'), connection, save);
  // A replayed save must write too: the version it was read at is long gone.
  const statements = recorded.map((statement) => ({
    ...statement,
    text: statement.text.replace(/row_version = (\$\d+)(?!\s*\+)/, '$1::int is not null'),
  }));
  const ours = await cannon(
    registre.url,
    (index) => {
      const visitor = people[index % people.length] as Candidate;
      return {
        method: 'POST',
        path: `${visitor.draft}/identification`,
        headers: headers(visitor),
        body: body(visitor),
      };
    },
    303,
  );
  report('steps saved (POST)', ours, 0, await measureBare('', statements));
}

type Request = {
  readonly method?: 'POST' | 'GET';
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
};

/** One candidate a connection. Any answer but the expected one (200 for pages, 303 for saves) ends the measure. */
async function cannon(url: string, request: (index: number) => Request, expected = 200): Promise<number> {
  let index = 0;
  const result = await autocannon({
    url,
    connections: LANES,
    duration: SECONDS,
    setupClient: (client) => client.setRequests([request(index++)] as never),
  });
  const statuses = Object.keys(result.statusCodeStats ?? {}).join(', ');
  // The first request of each connection leaves before its candidate is known.
  const strays = result['2xx'] + result.non2xx - (result.statusCodeStats?.[`${expected}`]?.count ?? 0);
  if (strays > LANES || result.errors > 0) throw new Error(`Answers ${statuses}, ${result.errors} errors`);
  return result.requests.average;
}

type Bare = { readonly what: string; readonly speed: number };

async function measureBare(page: string, statements: readonly Statement[]): Promise<readonly Bare[]> {
  const child = fork(path.join(import.meta.dirname, 'bare.ts'), { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  child.send({ page, statements, connection } satisfies BareOrder);
  const url = await new Promise<string>((resolve) =>
    child.stdout?.once('data', (line) => resolve(String(line).trim())),
  );
  const at = (address: string): Promise<number> => cannon(url, () => ({ path: address, headers: {} }));
  const bare = [{ what: 'string', speed: await at('/') }];
  if (page !== '') bare.push({ what: 'tree', speed: await at('/tree') });
  bare.push({ what: `with ${statements.length} statements`, speed: await at('/work') });
  child.disconnect();
  return bare;
}

function report(title: string, ours: number, size: number, bare: readonly Bare[]): void {
  const floor = bare.at(-1);
  const tree = bare.find(({ what }) => what === 'tree');
  if (floor !== undefined && tree !== undefined)
    keep(title, ours, '/s', { beside: { what: `the same tree, ${floor.what}`, value: floor.speed }, least: 0.5 });
  else if (floor !== undefined)
    keep(title, ours, '/s', { beside: { what: floor.what, value: floor.speed }, least: 0.5 });
  const number = (value: number): string => Math.round(value).toLocaleString('en').padStart(7);
  console.log(
    title.padEnd(20),
    `${number(ours)}/s`,
    size === 0 ? ''.padEnd(9) : `${(size / 1000).toFixed(1)} kB`.padEnd(9),
    `beside bare Fastify: ${bare.map(({ what, speed }) => `${what} ${number(speed)}/s (${(ours / speed).toFixed(2)})`).join('  ')}`,
  );
}

const site = await openLoadSite('load', { settings: RECORDING });
const { folder, connection, registre } = site;
try {
  console.log(`${LANES} connections, ${SECONDS} s each, fsync on, one process on each side.\n`);
  const people: Candidate[] = [];
  for (let rank = 0; rank < LANES; rank++) people.push(await newCandidate(registre.url, connection, rank));
  const [first] = people;
  if (first === undefined) throw new Error('no candidate');
  await measurePage('front page', '/', people);
  await measurePage('a step (GET)', (one) => `${one.draft}/acquis`, people);
  await measurePage('the hub', (one) => one.draft, people);
  await measureSaves(people);
} finally {
  await site.close();
}
