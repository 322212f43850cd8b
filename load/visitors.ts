import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { startRegistre } from '../e2e/support/registre.ts';
import { percentile, told, type Watched, watch } from './watch.ts';

/**
 * How long the front page and the sign-in page take for one visitor while sixty-four connections of another network ask for pages as fast as they
 * can, beside the same with nobody else there, in turn and in the same run: the ratio is what to read. What asks, and who visits, are processes of
 * their own.
 */
const [ROUNDS = 2, SECONDS = 6, CONNECTIONS = 64] = process.argv.slice(2).map(Number);
const VISITS_A_SECOND = 20;
const PAGES = ['/', '/connexion'] as const;
/** `each`: another address each time. */
const ASKED = [
  { title: 'a page that is kept', page: '/' },
  { title: 'searches', page: '/specialites?metier=', each: true },
  { title: 'no such page', page: '/zorglub/', each: true },
  { title: 'the sign-in page', page: '/connexion' },
] as const;

const registre = await startRegistre({ PUT_OFF: '', LOG_LEVEL: 'warn' });
try {
  console.log(
    `${PAGES.join(' and ')}, asked ${VISITS_A_SECOND} times a second by one visitor, alone and beside ${CONNECTIONS} lines of another network:\n`,
  );
  await visit(sleep(2_000));
  for (const asked of ASKED) {
    const [alone, beside]: [Watched[], Watched[]] = [[], []];
    const counts: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      alone.push(await visit(sleep(1000 * SECONDS)));
      const flooding = flood(asked);
      beside.push(await visit(flooding));
      counts.push(await flooding);
    }
    report(asked.title, alone, beside, counts);
  }
  for (const line of registre.output().split('\n'))
    if (/has to wait|told to wait/.test(line)) console.log(line.slice(0, 200));
  console.log('\nThe ratios are what to read: at most 2; every visit must be a 200.');
} finally {
  await registre.stop();
}

async function visit(during: Promise<unknown>): Promise<Watched> {
  const headers = { 'x-forwarded-for': '203.0.113.7', accept: 'text/html' };
  const enough = await watch({ url: registre.url, pages: PAGES, headers, perSecond: VISITS_A_SECOND });
  await during;
  return enough();
}

async function flood(asked: (typeof ASKED)[number]): Promise<string> {
  let index = 0;
  const headers = { 'x-forwarded-for': '198.51.100.9', accept: 'text/html' };
  const { requests, statusCodeStats = {} } = await autocannon({
    url: registre.url,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [
      {
        setupRequest: (request) => ({
          ...request,
          path: 'each' in asked ? `${asked.page}${index++}` : asked.page,
          headers,
        }),
      },
    ],
  });
  const statuses = Object.entries(statusCodeStats).map(([status, { count = 0 }]) => `${count} × ${status}`);
  return `${Math.round(requests.average)}/s (${statuses.join(', ')})`;
}

function report(title: string, alone: readonly Watched[], beside: readonly Watched[], counts: readonly string[]): void {
  const shares = [0.5, 0.95].map((share) => {
    const [base, found] = [alone, beside].map((all) =>
      percentile(
        all.flatMap(({ times }) => times),
        share,
      ),
    ) as [number, number];
    return `p${100 * share} ${base.toFixed(1)} → ${found.toFixed(1)} ms (× ${(found / base).toFixed(1)})`.padEnd(30);
  });
  console.log(title.padEnd(22), ...shares, `visits ${told(sum(beside))};`, `lines asked ${counts.at(-1)}`);
}

function sum(all: readonly Watched[]): Watched['statuses'] {
  const statuses: Record<string, number> = {};
  for (const one of all)
    for (const [status, count] of Object.entries(one.statuses)) statuses[status] = (statuses[status] ?? 0) + count;
  return statuses;
}
