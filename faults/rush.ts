import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startNginx } from '../e2e/support/nginx.ts';
import { freePort, type Registre } from '../e2e/support/registre.ts';
import { trustedCertificate } from '../e2e/support/tlsProxy.ts';
import { createVisitor } from '../e2e/support/visitor.ts';
import { luck } from '../src/testing/documents/mutants.ts';
import { gather, type Stranger } from './closingCrowd.ts';
import { look, type Patience, visit } from './closingPerson.ts';
import { closingFaults, type Found } from './closingStands.ts';
import { prepared } from './prepared.ts';
import { openRouter } from './router.ts';
import { openSurroundings, startAgain } from './victims.ts';

export type Rush = {
  readonly seconds: number;
  readonly people: number;
  /** Of one network that asks for far too much, and of one pupil more of the first school. */
  readonly flood: number;
  readonly seed: number;
  readonly longestWait: number;
  readonly say: (line: string) => void;
};

export type RushOutcome = Found & {
  readonly requests: number;
  readonly p95: number;
  /** Answers to the network that asks for far too much, by status. */
  readonly flood: Readonly<Record<string, number>>;
};

const OPEN = '2023-12-01T15:00:00+01:00';
const HOURS_LEFT_MS = 2 * 3_600_000;
/** Pupils behind one address, who come in the same ten seconds and sign in together. */
const PUPILS = 30;
const FLOODED_SCHOOL = 0;
const DOORS = ['/', '/connexion', '/specialites'];
const homeOf = (who: number): string => `127.${16 + (who >> 8)}.${who & 255}.1`;
const schoolOf = (who: number): number => Math.floor(who / PUPILS);
const addressOf = (school: number): string => `127.200.${school}.1`;
const FLOOD_ADDRESS = '127.250.0.1';

/**
 * Schools come at once to two nodes behind nginx, with the file of ops/: each pupil opens the first pages from the one address of their
 * school, then does what they came for. Beside them one network asks for far too much, and so does a pupil of the first school. A node is
 * killed meanwhile and comes back, then the other is stopped and comes back. What everybody was told is compared with what stands.
 */
export async function rush({ seconds, people: count, flood, seed, longestWait, say }: Rush): Promise<RushOutcome> {
  const certificate = await trustedCertificate();
  const [plain, tls, one, two] = [await freePort(), await freePort(), await freePort(), await freePort()];
  const { folder, connection, pool, environment: base, close } = await openSurroundings('rush');
  const environment = { ...base, PUBLIC_URL: `https://localhost:${tls}`, PUT_OFF: '', LOG_LEVEL: 'warn' };
  const start = (port: number, more = {}): Promise<Registre> =>
    startAgain({ ...environment, PORT: String(port), ...more }, folder);
  const nodes = [await start(one, { REGISTRE_CLOCK: OPEN }), await start(two)];
  const nginx = await startNginx(path.join(folder, 'nginx'), { plain, tls, nodes: [one, two] }, certificate);
  const routers = await Promise.all(Array.from({ length: count }, (_, who) => openRouter(tls, homeOf(who))));
  const floods = [await openRouter(tls, FLOOD_ADDRESS), await openRouter(tls, addressOf(FLOODED_SCHOOL))] as const;
  try {
    const { people, files } = await prepared(count, (who) => routers[who]?.url ?? '', pool, say);
    const chance = luck(seed);
    const ms = seconds * 1000;
    const from = Date.now();
    const patience: Patience = { until: from + ms + 120_000, longest: longestWait };
    const strangers: Stranger[] = [];
    const until = from + (ms * 3) / 4;
    const crowd = { from: from + ms / 4, until, patience, trust: certificate.cert };
    const flooding = Promise.all([
      gather({ ...crowd, url: floods[0].url, people: flood }),
      gather({ ...crowd, url: floods[1].url, people: 1 }),
    ]);
    flooding.catch(() => undefined);
    const schools = Array.from({ length: schoolOf(count - 1) + 1 }, () => chance.below(Math.round((ms * 2) / 3)));
    const coming = people.map(async (person) => {
      const router = routers[person.who];
      const school = schoolOf(person.who);
      await sleep((schools[school] ?? 0) + chance.below(Math.min(10_000, ms / 6)));
      router?.from(addressOf(school));
      const visitor = createVisitor(router?.url ?? '');
      const stranger = { who: -1 - person.who, hub: '', visitor, plan: 'saves' as const, ledger: [] };
      strangers.push(stranger);
      for (const page of DOORS) await look(stranger, page, patience);
      await visit(person, files(person.who), patience);
    });
    const at = async (share: number, what: string, act: () => Promise<unknown>): Promise<void> => {
      await sleep(Math.max(0, from + ms * share - Date.now()));
      await act();
      say(`${((Date.now() - from) / 1000).toFixed(0)} s: ${what}`);
    };
    const again = async (index: 0 | 1, port: number): Promise<void> => {
      nodes[index] = await start(port);
    };
    await Promise.all([
      ...coming,
      at(0.35, 'a node is killed', async () => nodes[0]?.kill())
        .then(() => at(0.45, 'it is there again', () => again(0, one)))
        .then(() => at(0.6, 'the other is stopped', () => stopped(nodes[1])))
        .then(() => at(0.65, 'it is there again', () => again(1, two))),
    ]);
    const [outside, inside] = await flooding;
    const ledger = people.flatMap((person) => person.ledger);
    const closesAt = from + HOURS_LEFT_MS;
    const found = await closingFaults({
      connection,
      files: path.join(folder, 'files'),
      ledger,
      people,
      closesAt,
      strangers,
    });
    const tries = ledger.flatMap((entry) => entry.tries);
    const times = tries.filter(({ status }) => status !== 'cut' && status < 500).map((each) => each.ms);
    times.sort((a, b) => a - b);
    return {
      ...found,
      faults: [...found.faults, ...doorsShut(strangers), ...unlike([...strangers, ...outside, ...inside])],
      requests: tries.length,
      p95: times[Math.floor(0.95 * (times.length - 1))] ?? 0,
      flood: statusesOf(outside),
    };
  } finally {
    for (const router of [...routers, ...floods]) await router.close();
    await nginx.stop();
    for (const node of nodes.toReversed()) await node.stop();
    await close();
  }
}

/** As a service manager does it: the folder stays. */
async function stopped(node: Registre | undefined): Promise<void> {
  if (node === undefined) return;
  const gone = once(node.child, 'exit');
  node.child.kill('SIGTERM');
  await gone;
}

/** Pupils whom the doors of the site turned away, in a school where nobody asks for too much. */
function doorsShut(strangers: readonly Stranger[]): readonly string[] {
  return strangers
    .filter(({ who }) => schoolOf(-1 - who) !== FLOODED_SCHOOL)
    .flatMap(({ ledger }) => ledger.filter(({ outcome }) => outcome !== 'done'))
    .map((entry) => `a pupil before a shut door: ${JSON.stringify(entry)}`);
}

/** What is said to anybody, whatever they ask for, is said by us. */
function unlike(strangers: readonly Stranger[]): readonly string[] {
  return strangers
    .flatMap(({ ledger }) => ledger)
    .filter(({ tries }) =>
      tries.some(({ raw, status }) => raw || (typeof status === 'number' && status >= 500 && status !== 503)),
    )
    .map((entry) => `a page that is not ours: ${JSON.stringify(entry)}`);
}

function statusesOf(strangers: readonly Stranger[]): RushOutcome['flood'] {
  const counts: Record<string, number> = {};
  for (const { status } of strangers.flatMap(({ ledger }) => ledger).flatMap(({ tries }) => tries))
    counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
