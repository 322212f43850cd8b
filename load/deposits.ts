import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent } from 'node:http';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Enrolled, enrol, makeScan } from './enrolled.ts';
import { keep } from './keep.ts';
import { type Answered, type ReadyForm, readyForm, sendReady } from './readyForm.ts';
import { sideways } from './sideways.ts';
import { openLoadSite } from './site.ts';
import { countUnread, drain } from './unread.ts';
import { percentile, told, watch } from './watch.ts';

/**
 * So many people send a scan of 1 MB and a photograph of 3 MB each within the same seconds: how long each waits for its receipt, how long the
 * page of an enrolment takes meanwhile, how long until all are read; then each receipt is looked up, and its file.
 */
const [PEOPLE = 200, SECONDS = 20] = process.argv.slice(2).map(Number);
const AT_A_TIME = 12;
const LOOKS_A_SECOND = 10;
const NO_BYTES = Buffer.alloc(0);
const agent = new Agent({ keepAlive: true });

const site = await openLoadSite('deposits');
const { pool, files, registre } = site;
const sent = [
  { content: await makeScan(), name: 'scan.pdf' },
  { content: await sideways(98), name: 'IMG_1.jpg' },
] as const;

type Ledger = { readonly receipts: string[]; readonly refused: Answered[]; readonly times: number[] };

try {
  console.log(`${PEOPLE} people prepare themselves.`);
  const people = await prepared(PEOPLE + 1);
  await rush(people.slice(1), people[0] as Enrolled);
  await reconcile();
} finally {
  agent.destroy();
  await site.close();
}

async function prepared(count: number): Promise<readonly Enrolled[]> {
  const people: Enrolled[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < count) people.push(await enrol(registre.url, pool, next++));
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return people;
}

/** The form that each has in front of them, ready to be sent. */
async function formsOf({ visitor, hub, codes }: Enrolled): Promise<readonly ReadyForm[]> {
  const forms: ReadyForm[] = [];
  for (const [index, { content, name }] of sent.entries()) {
    const { action, body } = await visitor.depositForm(`${hub}/justificatifs/${codes[index]}`, NO_BYTES, name);
    forms.push(readyForm(action, body, content, { cookie: visitor.cookies() }));
  }
  return forms;
}

async function rush(people: readonly Enrolled[], watcher: Enrolled): Promise<void> {
  const ready = await Promise.all(people.map(formsOf));
  const ledger: Ledger = { receipts: [], refused: [], times: [] };
  const { visitor, hub } = watcher;
  const headers = { cookie: visitor.cookies(), 'x-forwarded-for': '203.0.113.7' };
  const enough = await watch({ url: registre.url, pages: [hub], headers, perSecond: LOOKS_A_SECOND });
  const from = performance.now();
  await Promise.all(
    ready.map(async (forms) => {
      await pause(Math.random() * SECONDS * 1000);
      for (const form of forms) await send(form, ledger);
    }),
  );
  const all = performance.now() - from;
  const { times: pages, statuses } = await enough();
  console.log(
    `${PEOPLE} people, ${PEOPLE * 2} files in ${SECONDS} s: ${ledger.receipts.length} receipts, ${ledger.refused.length} turned away${ledger.refused.length === 0 ? '' : ` (${[...new Set(ledger.refused.map(({ status }) => status))].join(', ')})`}; waited p50 ${at(ledger.times, 0.5)} ms, p95 ${at(ledger.times, 0.95)} ms, most ${at(ledger.times, 1)} ms; the last after ${(all / 1000).toFixed(1)} s`,
  );
  keep('receipts', ledger.receipts.length, '', { least: PEOPLE * 2 });
  keep('a receipt, p95', percentile(ledger.times, 0.95), 'ms', { most: PEOPLE <= 200 ? 2_000 : 12_000 });
  keep('a receipt, longest', percentile(ledger.times, 1), 'ms');
  keep('page of an enrolment meanwhile, p95', percentile(pages, 0.95), 'ms', { most: 200 });
  console.log(
    `Page of an enrolment meanwhile: p50 ${at(pages, 0.5)} ms, p95 ${at(pages, 0.95)} ms, most ${at(pages, 1)} ms, of ${told(statuses)}`,
  );
  const left = await countUnread(pool);
  const took = await drain(pool);
  keep('all read after the last', took / 1000, 's', { most: 600 });
  console.log(
    `Then ${left} waited to be read: all read after ${(took / 1000).toFixed(1)} s, ${(left / (took / 1000)).toFixed(1)} a second`,
  );
}

async function send(form: ReadyForm, { receipts, refused, times }: Ledger): Promise<void> {
  const from = performance.now();
  const seen = await sendReady(form, registre.url, agent);
  times.push(performance.now() - from);
  const receipt = /recu=(D-[0-9A-Z-]+)/.exec(seen.location)?.[1];
  if (receipt === undefined) refused.push(seen);
  else receipts.push(receipt);
}

/** Every receipt has its row, and every row its file, whose hash is what it says. */
async function reconcile(): Promise<void> {
  const { rows } = await pool.query('select receipt, file_key, sha256, unread, state from deposit');
  const wrong = rows.filter(
    ({ file_key, sha256, unread, state }) =>
      unread ||
      state !== 'stored' ||
      createHash('sha256')
        .update(readFileSync(path.join(files, file_key)))
        .digest('hex') !== sha256,
  );
  console.log(`${rows.length} deposits on record, ${wrong.length} without their file`);
}

function at(times: readonly number[], share: number): string {
  return percentile(times, share).toFixed(0);
}
