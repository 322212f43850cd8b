import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { accountForm, COIFFURE, createVisitor, hiddenFields, mainOf, type Visitor } from '../e2e/support/visitor.ts';
import type { CrowdOrder, CrowdSeen } from './crowd.ts';
import { keep } from './keep.ts';
import { openLoadSite } from './site.ts';

/**
 * Who gets through when a node can't keep up: some people deposit, save a step and read their file, alone at first; then beside a crowd
 * (`load/crowd.ts`), and some visitors come one after the other, wait in the room and come back when they are told; then the crowd leaves. What is to be read are the ratios, the statuses, and the order in which the visitors were let in.
 */
const [SECONDS = 20, STORM = 200, VISITORS = 30] = process.argv.slice(2).map(Number);
const PEOPLE = 6;
const PASSWORD = 'Volcan.Puy-1465';
/** Longest that the visitors are waited for after the storm. */
const PATIENCE_MS = 90_000;

const site = await openLoadSite('load', { environment: { LOG_LEVEL: 'warn', PUT_OFF: process.env.PUT_OFF ?? '' } });
const { pool, registre } = site;

type Times = Record<'deposit' | 'save' | 'read', { readonly ms: number[]; readonly statuses: Map<number, number> }>;
const newTimes = (): Times => ({
  deposit: { ms: [], statuses: new Map() },
  save: { ms: [], statuses: new Map() },
  read: { ms: [], statuses: new Map() },
});
type Candidate = { readonly visitor: Visitor; readonly hub: string; readonly code: string };

try {
  const people: Candidate[] = [];
  for (let rank = 0; rank < PEOPLE; rank++) people.push(await enrolled(rank));
  console.log(`\n${PEOPLE} people at work for ${SECONDS} s, alone:`);
  const alone = newTimes();
  await work(people, alone, performance.now() + SECONDS * 1000);
  report(alone, null);

  console.log(`\nThe same beside ${STORM} people who look without a pause, and ${VISITORS} visitors:`);
  const crowded = newTimes();
  const until = performance.now() + 2 * SECONDS * 1000;
  const [stormed, arrivals] = [crowd(2 * SECONDS * 1000), visit(until)];
  await sleep(SECONDS * 500);
  await work(people, crowded, until);
  report(crowded, alone);
  const asked = await stormed;
  console.log(
    `  the crowd: ${Object.entries(asked)
      .map(([status, times]) => `${times} × ${status}`)
      .join(', ')}`,
  );
  const visitors = await arrivals;
  const letIn = visitors.filter(({ letInAt }) => letInAt !== null);
  const overtaken = letIn.filter(({ at, letInAt }) =>
    letIn.some((other) => other.at < at && (other.letInAt ?? 0) - (letInAt ?? 0) > other.told * 1000 + 1_000),
  );
  const waits = letIn.map(({ at, letInAt }) => ((letInAt ?? 0) - at) / 1000).toSorted((a, b) => a - b);
  console.log(
    `Visitors: ${letIn.length} of ${visitors.length} let in, after ${waits[0]?.toFixed(0)} to ${waits.at(-1)?.toFixed(0)} s; ${overtaken.length} before somebody who came earlier, beyond the time between two questions`,
  );
  const faults = [crowded.deposit, crowded.save, crowded.read].flatMap(({ statuses }) => [...statuses.keys()]);
  const strange = [...faults, ...Object.keys(asked).map(Number)].filter((status) => status >= 500 && status !== 503);
  console.log(strange.length === 0 ? 'No 5xx but the waiting room.' : `FAULTS: ${strange.join(', ')}`);
  for (const line of registre.output().split('\n'))
    if (/has to wait|told to wait/.test(line)) console.log(`  ${line.slice(0, 200)}`);
} finally {
  await site.close();
}

/** Each deposits, saves and reads in turn, with a pause as of somebody quick. */
async function work(people: readonly Candidate[], times: Times, until: number): Promise<void> {
  const one = async ({ visitor, hub, code }: Candidate): Promise<void> => {
    const { html } = await visitor.get(`${hub}/justificatifs/${code}`);
    const token = hiddenFields(mainOf(html)).jeton ?? '';
    const edited = hiddenFields(mainOf((await visitor.get(`${hub}/identification`)).html));
    while (performance.now() < until) {
      // A deposit in parts: its beginning, which counts against the closing, and its end, here without the file.
      const at = `${hub}/justificatifs/${code}/envois`;
      let id = '';
      await timed(times.deposit, async () => {
        const begun = await visitor.hasty.post(at, { jeton: token, nom: 'scan.pdf', taille: '900000', empreinte: '' });
        id = begun.status === 200 ? String((JSON.parse(begun.html) as { readonly id: string }).id) : '';
        return begun;
      });
      if (id !== '') await timed(times.deposit, () => visitor.hasty.post(`${at}/${id}/abandonner`, { jeton: token }));
      await timed(times.save, () =>
        visitor.hasty.post(`${hub}/identification`, { ...edited, jeton: token, ...COIFFURE.identification }),
      );
      await timed(times.read, () => visitor.hasty.get(hub));
      await sleep(200);
    }
  };
  await Promise.all(people.map(one));
}

async function timed(
  { ms, statuses }: Times[keyof Times],
  ask: () => Promise<{ readonly status: number }>,
): Promise<void> {
  const from = performance.now();
  const { status } = await ask();
  ms.push(performance.now() - from);
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}

function crowd(ms: number): Promise<CrowdSeen> {
  const order: CrowdOrder = { url: registre.url, people: STORM, ms };
  return new Promise((resolve, reject) => {
    new Worker(new URL('./crowd.ts', import.meta.url), { workerData: order })
      .once('message', resolve)
      .once('error', reject);
  });
}

type Visit = { readonly at: number; readonly letInAt: number | null; readonly told: number };

/** They come one after the other during the second quarter, keep their place, and ask again when they are told. */
async function visit(until: number): Promise<readonly Visit[]> {
  const begin = performance.now() + SECONDS * 500;
  const one = async (rank: number): Promise<Visit> => {
    await sleep(begin - performance.now() + (rank * SECONDS * 500) / VISITORS);
    const at = performance.now();
    let [cookie, told] = ['', 0];
    while (performance.now() < until + PATIENCE_MS) {
      const headers = { accept: 'text/html', cookie, 'x-forwarded-for': `10.8.${rank}.1` };
      const answer = await fetch(`${registre.url}/specialites?metier=coiffure`, { headers });
      await answer.arrayBuffer();
      if (answer.status === 200) return { at, letInAt: performance.now(), told };
      cookie =
        answer.headers
          .getSetCookie()
          .find((line) => line.startsWith('registre_place'))
          ?.split(';')[0] ?? cookie;
      told = Number(answer.headers.get('retry-after'));
      await sleep(told * 1000);
    }
    return { at, letInAt: null, told };
  };
  return Promise.all(Array.from({ length: VISITORS }, (_, rank) => one(rank)));
}

async function enrolled(rank: number): Promise<Candidate> {
  const visitor = createVisitor(registre.url, `10.9.${rank}.1`);
  const address = `charge.${rank}@exemple.fr`;
  await visitor.fill('/compte/creer', accountForm(address, { birthName: 'Charge', firstNames: 'Zoé' }, PASSWORD));
  const { rows } = await pool.query('select body from mail where recipient = $1', [address]);
  const link = new URL(/https?:\S+/.exec(String(rows[0]?.body))?.[0] ?? '');
  await visitor.post('/compte/activer', hiddenFields(mainOf((await visitor.get(link.pathname + link.search)).html)));
  const { location } = await visitor.fill('/candidatures/nouvelle', { session: 'bp-demo' });
  const hub = location.replace('/identification', '');
  for (const [step, answers] of Object.entries(COIFFURE)) await visitor.fill(`${hub}/${step}`, answers);
  await visitor.fill(`${hub}/recapitulatif`, {});
  const { html } = await visitor.get(`${hub}/justificatifs`);
  const code = new RegExp(`${hub}/justificatifs/([A-Z0-9]{6,10})\\b`).exec(html)?.[1];
  if (code === undefined) throw new Error('no piece');
  return { visitor, hub, code };
}

function report(times: Times, before: Times | null): void {
  for (const kind of ['deposit', 'save', 'read'] as const) {
    const { ms, statuses } = times[kind];
    const p95 = share(ms, 0.95);
    if (before !== null)
      keep(`${kind} beside a crowd, p95`, p95, 'ms', {
        beside: { what: 'alone', value: share(before[kind].ms, 0.95) },
      });
    const ratio = before === null ? '' : ` (${(p95 / share(before[kind].ms, 0.95)).toFixed(1)} of alone)`;
    console.log(
      `  ${kind.padEnd(8)} ${String(ms.length).padStart(5)}  p50 ${share(ms, 0.5).toFixed(0)} ms  p95 ${p95.toFixed(0)} ms${ratio}  ${said(statuses)}`,
    );
  }
}

function share(ms: readonly number[], part: number): number {
  const sorted = ms.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}

function said(statuses: ReadonlyMap<number, number>): string {
  return [...statuses].map(([status, times]) => `${times} × ${status}`).join(', ');
}
