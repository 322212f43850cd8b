import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { connectDatabase } from '../src/platform/database/database.ts';
import { createJobs } from '../src/platform/jobs.ts';
import { type Candidate, newCandidate } from './candidates.ts';
import { confirmation } from './confirmations.ts';
import { keep } from './keep.ts';
import { openLoadSite } from './site.ts';

/**
 * How long the hub takes while thousands of confirmations are printed, beside the same page before, in the same run: the ratio is
 * what to read. `npm run load -- batch [papers]`.
 */
const PAPERS = Number(process.argv[2] ?? 3_000);
const IDLE_MS = 10_000;
const VISITS_A_SECOND = 20;

async function visit(
  one: Candidate,
  url: string,
  over: () => boolean,
): Promise<{ p50: number; p95: number; refused: number }> {
  let refused = 0;
  const times: number[] = [];
  const visits: Promise<void>[] = [];
  const look = async (): Promise<void> => {
    const began = performance.now();
    const answer = await fetch(new URL(one.draft, url), { headers: { cookie: one.cookie } });
    await answer.text();
    if (answer.status === 503) refused += 1;
    else if (answer.status !== 200) throw new Error(`The hub answers ${answer.status}`);
    times.push(performance.now() - began);
  };
  while (!over()) {
    visits.push(look());
    await sleep(1000 / VISITS_A_SECOND);
  }
  await Promise.all(visits);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), refused };
}

/** So many papers of one enrolment, ordered as one batch. */
async function order(client: pg.Pool, connection: pg.PoolConfig, draft: string): Promise<string> {
  const enrolment = draft.split('/').at(-1);
  const batch = randomUUID();
  await client.query(
    `insert into paper_batch (id, academy, session, kind, what, total, ordered_by)
     select $1, academy, session, 'confirmation', 'measure', $2, id from enrolment where id = $3`,
    [batch, PAPERS, enrolment],
  );
  for (let rank = 1; rank <= PAPERS; rank += 1)
    await client.query(
      `with made as (insert into paper (id, academy, session, enrolment_id, kind, version, title, reference, code, content)
         select gen_random_uuid(), academy, session, id, 'confirmation', $1::int, 'measure', 'BP24-' || lpad($1::int::text, 5, '0') || '-A-C1',
           'M' || lpad($1::int::text, 11, '0'), $2::jsonb from enrolment where id = $3 returning id, academy, session)
       insert into paper_batch_item (batch_id, academy, session, rank, paper_id) select $4, academy, session, $1::int, id from made`,
      [rank, JSON.stringify(confirmation(rank)), enrolment, batch],
    );
  const { db, close } = connectDatabase(connection, () => undefined);
  const jobs = createJobs(connection, () => undefined);
  await jobs.start();
  await db.transaction().execute((tx) => jobs.enqueue(tx, 'papers.printBatch', { batchId: batch }));
  await jobs.stop();
  await close();
  return batch;
}

const site = await openLoadSite('load-batch');
const { connection, pool: client, registre } = site;
try {
  const one = await newCandidate(registre.url, connection, 0);
  // Not of who visits: nobody has thousands of papers.
  const other = await newCandidate(registre.url, connection, 1);
  await visit(one, registre.url, until(3_000));
  const idle = await visit(one, registre.url, until(IDLE_MS));
  const batch = await order(client, connection, other.draft);
  const began = performance.now();
  let done = false;
  const watch = (async () => {
    while (!done) {
      await sleep(500);
      const { rows } = await client.query('select finished_at from paper_batch where id = $1', [batch]);
      done = rows[0].finished_at !== null;
    }
  })();
  const busy = await visit(one, registre.url, () => done);
  await watch;
  const seconds = (performance.now() - began) / 1000;
  const shown = ({ p50, p95, refused }: typeof idle): string =>
    `p50 ${p50.toFixed(1)} ms  p95 ${p95.toFixed(1)} ms${refused === 0 ? '' : `  ${refused} times 503`}`;
  keep('the hub while papers are printed, p95', busy.p95, 'ms', { beside: { what: 'nobody else', value: idle.p95 } });
  keep('papers beside the pages', PAPERS / seconds, '/s');
  console.log(`the hub, nobody else       ${shown(idle)}`);
  console.log(`the hub, papers printed    ${shown(busy)}  (p95 ${(busy.p95 / idle.p95).toFixed(2)} times idle)`);
  console.log(
    `${PAPERS} papers in ${seconds.toFixed(0)} s: ${(PAPERS / seconds).toFixed(0)} a second beside the pages`,
  );
} finally {
  await site.close();
}

function until(milliseconds: number): () => boolean {
  const end = performance.now() + milliseconds;
  return () => performance.now() > end;
}
