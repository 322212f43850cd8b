import { renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { type Registre, startRegistre } from '../e2e/support/registre.ts';
import { createVisitor } from '../e2e/support/visitor.ts';
import { luck } from '../src/testing/documents/mutants.ts';
import { openBalancer } from './balancer.ts';
import { gather, type Stranger } from './closingCrowd.ts';
import { type Entry, look, type Patience, visit } from './closingPerson.ts';
import { closingFaults, type Found } from './closingStands.ts';
import { prepared } from './prepared.ts';
import { killDatabase, openSurroundings, startAgain } from './victims.ts';

export type ClosingHour = {
  /** What the hour lasts here; the closing itself is that of the session. */
  readonly seconds: number;
  readonly people: number;
  /** How many others look at pages without a pause in the last minutes: what makes people wait for their turn. */
  readonly crowd: number;
  readonly seed: number;
  /** Seconds that somebody waits at most before they ask again; beyond that, they do as they are told. */
  readonly longestWait: number;
  readonly say: (line: string) => void;
};

export type ClosingOutcome = Found & {
  /** Of the last hour, by twelfths, and of what came after it. */
  readonly slices: readonly Slice[];
  readonly readMs: number;
};

export type Slice = {
  readonly people: number;
  readonly requests: number;
  readonly receipts: number;
  readonly p95: number;
  readonly cut: number;
  readonly held: number;
};

const CLOSES = Temporal.Instant.from('2023-12-01T17:00:00+01:00');
/** As many as come in the last minute for one in the first. */
const RISE = 20;
/** Of all, after the closing. */
const LATE = 0.08;
const STRANGERS_EACH = 2;
/** Before the closing: a crowd looks from then on. */
const CROWD_MINUTES = 25;
const SLICES = 12;
const FINE = 1_000_000;

/**
 * The last hour before a closing, made shorter: people come as they do, twenty times as many at the end. Ten minutes before, one of two nodes
 * is killed, and is there again a minute later; five minutes before, the database is killed; two minutes before, the files can't be reached for
 * one. Everybody keeps what they sent and were told, and comes back as they are asked to. Then all of it is compared with what stands.
 */
export async function closingHour({
  seconds,
  people: count,
  crowd,
  seed,
  longestWait,
  say,
}: ClosingHour): Promise<ClosingOutcome> {
  const minute = (seconds * 1000) / 60;
  const balancer = await openBalancer();
  const { folder, database, connection, pool, environment: base, close } = await openSurroundings('closing');
  const { PORT: _, ...rest } = base;
  const environment: Readonly<Record<string, string>> = {
    ...rest,
    PUBLIC_URL: balancer.url,
    PUT_OFF: '',
    LOG_LEVEL: 'warn',
  };
  const early = { REGISTRE_CLOCK: CLOSES.subtract({ hours: 2 }).toString() };
  const first = await startRegistre({ ...environment, ...early }, folder);
  const second = await startRegistre(environment, folder);
  let nodes: Registre[] = [first, second];
  try {
    balancer.send(nodes.map(({ url }) => url));
    const { people, files } = await prepared(count, () => balancer.url, pool, say);
    const closesAt = await setClock(pool, seconds * 1000);
    const arrivals = arrivalsOf(count, seed, closesAt, seconds * 1000);
    const patience: Patience = { until: closesAt + 90_000 + minute * 2, longest: longestWait };
    const strangers: Stranger[] = [];
    const [from, until] = [closesAt - CROWD_MINUTES * minute, closesAt + minute];
    const crowded = gather({ url: balancer.url, people: crowd, from, until, patience });
    crowded.catch(() => undefined);
    const coming = people.map(async (person, index) => {
      await sleep(Math.max(0, (arrivals[index] ?? 0) - Date.now()));
      const seen = Array.from({ length: STRANGERS_EACH }, (__, rank) => {
        const visitor = createVisitor(balancer.url, `10.${100 + rank}.${index >> 8}.${index & 255}`);
        const stranger = { who: -1 - index, hub: '', visitor, plan: 'saves' as const, ledger: [] };
        strangers.push(stranger);
        return look(stranger, `/specialites?metier=${index * STRANGERS_EACH + rank}`, patience);
      });
      await Promise.all([visit(person, files(index), patience), ...seen]);
    });
    const all = Promise.all(coming);
    const before = async (minutes: number, what: string, act: () => unknown): Promise<void> => {
      await sleep(Math.max(0, closesAt - minutes * minute - Date.now()));
      await act();
      say(`${((closesAt - Date.now()) / minute).toFixed(1)} minutes before: ${what}`);
    };
    const store = path.join(folder, 'files');
    await Promise.all([
      all,
      before(10, 'a node is killed', () => second.kill()),
      before(9, 'it is there again', async () => {
        nodes = [first, await startAgain(environment, folder)];
        balancer.send(nodes.map(({ url }) => url));
      }),
      before(5, 'the database is killed', () => killDatabase(database)),
      before(2, 'the files are away', () => {
        renameSync(store, `${store}.away`);
        // Nothing can be made where it stood.
        writeFileSync(store, '');
      }),
      before(1, 'the files are back', () => {
        rmSync(store);
        renameSync(`${store}.away`, store);
      }),
    ]);
    strangers.push(...(await crowded));
    const begin = performance.now();
    const ledger = people.flatMap((one) => one.ledger);
    const found = await closingFaults({ connection, files: store, ledger, people, closesAt, strangers });
    const entries = [...ledger, ...strangers.flatMap((one) => one.ledger)];
    return {
      ...found,
      slices: slicesOf(entries, arrivals, closesAt, seconds * 1000),
      readMs: performance.now() - begin,
    };
  } finally {
    await balancer.close();
    for (const node of nodes.toReversed()) await node.stop();
    await close();
  }
}

/** The instant on this machine's clock at which the session closes, so many milliseconds from now. */
async function setClock(pool: pg.Pool, before: number): Promise<number> {
  await pool.query(`update clock set shift = $1::timestamptz - now() - make_interval(secs => $2)`, [
    CLOSES.toString(),
    before / 1000,
  ]);
  const { rows } = await pool.query('select extract(epoch from shift)::float8 as shift from clock');
  return CLOSES.epochMilliseconds - rows[0].shift * 1000;
}

/** Drawn once from the seed: twenty times as many at the end as at the beginning, and a few who come after it. */
function arrivalsOf(count: number, seed: number, closesAt: number, ms: number): readonly number[] {
  const chance = luck(seed);
  return Array.from({ length: count }, (_, index) => {
    const draw = chance.below(FINE) / FINE;
    if (index % Math.round(1 / LATE) === 1) return closesAt + draw * ms * 0.05;
    return closesAt - ms + ms * (Math.log(1 + draw * (RISE - 1)) / Math.log(RISE));
  });
}

function slicesOf(
  entries: readonly Entry[],
  arrivals: readonly number[],
  closesAt: number,
  ms: number,
): readonly Slice[] {
  const sliceOf = (at: number): number => Math.min(SLICES, Math.floor(((at - closesAt + ms) / ms) * SLICES));
  return Array.from({ length: SLICES + 1 }, (_, slice): Slice => {
    const tries = entries.flatMap((one) => one.tries).filter(({ at }) => sliceOf(at) === slice);
    const times = tries.filter(({ status }) => status !== 'cut' && status < 500).map((one) => one.ms);
    times.sort((a, b) => a - b);
    return {
      people: arrivals.filter((at) => sliceOf(at) === slice).length,
      requests: tries.length,
      receipts: entries.filter((one) => one.proof.startsWith('D-') && sliceOf(one.tries.at(-1)?.at ?? 0) === slice)
        .length,
      p95: times[Math.floor(0.95 * (times.length - 1))] ?? 0,
      cut: tries.filter(({ status }) => status === 'cut').length,
      held: tries.filter(({ status }) => status !== 'cut' && status >= 500).length,
    };
  });
}
