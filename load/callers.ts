import { setTimeout as sleep } from 'node:timers/promises';
import autocannon from 'autocannon';
import { startRegistre } from '../e2e/support/registre.ts';
import { keep } from './keep.ts';

/**
 * How long the sign-in page takes while eight callers ask the open interface as fast as they can, beside the same page with
 * nobody else there, in the same run: the ratio is what to read. First by what they may not ask (6,000 periods of work), then
 * by the most that they may (100 periods, each caller from a network of its own), then by two hundred networks of it.
 */
const SECONDS = 8;
const CALLERS = 8;
const VISITS_A_SECOND = 20;

const question = (periods: number): string =>
  JSON.stringify({
    session: 'bp-2024-clermont',
    speciality: '45033608',
    category: 'distance-learner',
    department: '63',
    birthDate: '1970-05-30',
    frenchNational: true,
    diploma: 'none',
    workPeriods: Array.from({ length: periods }, (_, index) => {
      const from = Temporal.PlainDate.from('1990-01-01').add({ days: 2 * index });
      return { from: from.toString(), to: from.add({ days: 2 }).toString() };
    }),
  });

type Visits = { readonly p50: number; readonly p95: number; readonly max: number; readonly statuses: string };

/** The page asked so often a second, each time in a request of its own, whether the one before was answered or not. */
async function visit(url: string, during: Promise<unknown>): Promise<Visits> {
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const one = async (): Promise<void> => {
    const began = performance.now();
    const answer = await fetch(new URL('/connexion', url));
    await answer.text();
    times.push(performance.now() - began);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
  };
  let over = false;
  void during.then(() => (over = true));
  const visits: Promise<void>[] = [];
  while (!over) {
    visits.push(one());
    await sleep(1000 / VISITS_A_SECOND);
  }
  await Promise.all(visits);
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  const told = [...statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
  return { p50: at(0.5), p95: at(0.95), max: at(1), statuses: told };
}

async function call(url: string, body: string, networks: number): Promise<string> {
  const request = (index: number) => ({
    method: 'POST',
    path: '/api/v1/simulations/eligibility',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.51.${index >> 8}.${index & 255}` },
    body,
  });
  let index = 0;
  const result = await autocannon({
    url,
    connections: CALLERS,
    duration: SECONDS,
    setupClient: (client) =>
      client.setRequests(Array.from({ length: Math.ceil(networks / CALLERS) }, () => request(index++)) as never),
  });
  const statuses = Object.entries(result.statusCodeStats ?? {}).map(
    ([status, { count = 0 }]) => `${count} × ${status}`,
  );
  return `${Math.round(result.requests.average)}/s: ${statuses.join(', ')}`;
}

const registre = await startRegistre();
try {
  console.log(`The sign-in page, asked ${VISITS_A_SECOND} times a second for ${SECONDS} s:\n`);
  await visit(registre.url, sleep(2_000));
  const idle = await visit(registre.url, sleep(1000 * SECONDS));
  report('nobody else', idle, '');
  for (const [title, periods, networks] of [
    [`${CALLERS} callers, 6,000 periods`, 6_000, 1],
    [`${CALLERS} callers, 100 periods`, 100, CALLERS],
    [`${CALLERS} callers, 200 networks`, 100, 200],
  ] as const) {
    const calls = call(registre.url, question(periods), networks);
    report(title, await visit(registre.url, calls), await calls);
  }
  console.log('\nThe ratio of the second line is what to read; every visit must be a 200.');

  function report(title: string, { p50, p95, max, statuses }: Visits, calls: string): void {
    keep(`the sign-in page, p95, ${title}`, p95, 'ms', { beside: { what: 'nobody else', value: idle.p95 } });
    const ms = (value: number): string => `${value.toFixed(0)} ms`.padStart(8);
    console.log(
      title.padEnd(28),
      `p50 ${ms(p50)}  p95 ${ms(p95)} (${(p95 / idle.p95).toFixed(1)} of idle)  max ${ms(max)}  visits ${statuses}`,
    );
    if (calls !== '') console.log(''.padEnd(28), `calls ${calls}`);
  }
} finally {
  await registre.stop();
}
