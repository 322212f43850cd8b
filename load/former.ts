import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import pg from 'pg';
import { createVisitor, DEMONSTRATION_PASSWORD, hiddenFields, mainOf, signIn } from '../e2e/support/visitor.ts';
import { keep } from './keep.ts';
import { openLoadSite } from './site.ts';

/**
 * A file of former results of so many lines: read, confirmed, sent again with one mark in ten changed, and confirmed. How long each
 * takes, how long others wait for a page meanwhile, and what the process holds, beside the bare library and the bare driver.
 * `npm run load -- former [lines]`.
 */
const LINES = Number(process.argv[2] ?? '100000');
const AT = '/gestion/resultats-anterieurs';
const UNITS = ['U10', 'U20', 'U30A', 'U41', 'U42', 'U60'];

const site = await openLoadSite('former');
const { connection, registre } = site;
try {
  const head = createVisitor(registre.url);
  await signIn(head, 'head@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const [template = ''] = (await head.get(`${AT}/modele.csv`)).html.replace(/^\ufeff/, '').split('\r\n');
  const first = fileOf(template, 0);
  await baseline(first);
  report('idle', await othersWait(() => sleep(3_000)));
  for (const [title, content] of [
    ['first file', first],
    ['sent again, a tenth changed', fileOf(template, 10)],
  ] as const) {
    let preview = '';
    report(
      `${title}: read`,
      await othersWait(async () => {
        const sent = await head.deposit(AT, Buffer.from(content), 'resultats.csv');
        if (sent.status !== 303) throw new Error(`${sent.status} ${mainOf(sent.html).slice(0, 2_000)}`);
        preview = sent.location;
      }),
    );
    let html = '';
    report(
      `${title}: shown`,
      await othersWait(async () => {
        ({ html } = await head.get(preview));
      }),
    );
    report(
      `${title}: confirmed`,
      await othersWait(async () => {
        const done = await head.post(preview, hiddenFields(mainOf(html)));
        if (done.status !== 303) throw new Error(`${done.status} ${mainOf(done.html).slice(0, 2_000)}`);
      }),
    );
  }
} finally {
  await site.close();
}

function fileOf(template: string, changed: number): string {
  const lines = [template];
  for (let index = 0; index < LINES; index += 1) {
    const person = Math.floor(index / UNITS.length);
    const mark = (12 + (index % 15)) / 2 + (changed > 0 && index % changed === 0 ? 0.5 : 0);
    const born = `${String(1 + (person % 28)).padStart(2, '0')}/${String(1 + (person % 12)).padStart(2, '0')}/${1960 + (person % 45)}`;
    const who = [`0${1_000_000_000 + person}`, `Durand-${letters(person)}`, 'Zoé, Marie', born];
    lines.push(
      [
        ...who,
        '45033608',
        '2023',
        '05/07/2023',
        UNITS[index % UNITS.length],
        String(mark).replace('.', ','),
        'Ajourné',
      ].join(';'),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

function letters(rank: number): string {
  return [...String(rank)].map((figure) => 'abcdefghij'[Number(figure)]).join('');
}

type Waited = { readonly took: number; readonly waits: readonly number[] };

/** The sign-in page, asked twenty times a second by somebody else. */
async function othersWait(work: () => Promise<unknown>): Promise<Waited> {
  const waits: number[] = [];
  let over = false;
  const asking = (async () => {
    while (!over) {
      const from = performance.now();
      const { status } = await fetch(new URL('/connexion', registre.url));
      if (status !== 200) throw new Error(`Others are answered ${status}`);
      waits.push(performance.now() - from);
      await sleep(50);
    }
  })();
  asking.catch(() => undefined);
  const from = performance.now();
  await work();
  const took = performance.now() - from;
  over = true;
  await asking;
  return { took, waits };
}

function report(title: string, { took, waits }: Waited): void {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    String(Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0));
  keep(title, took / 1000, 's');
  console.log(
    `${title.padEnd(40)} ${(took / 1000).toFixed(1).padStart(6)} s; a page meanwhile: median ${at(0.5)}, p95 ${at(0.95)}, longest ${at(1)} ms; ${memory()}`,
  );
}

function memory(): string {
  const status = readFileSync(`/proc/${registre.child.pid}/status`, 'utf8');
  return `${Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0) / 1024)} MB at most`;
}

/** What the library takes to read it, and the driver to write as many lines of as many texts in one table with one key. */
async function baseline(content: string): Promise<void> {
  const from = performance.now();
  const rows = parse(content, { delimiter: ';', bom: true }) as readonly (readonly string[])[];
  const read = performance.now();
  const client = new pg.Client(connection);
  await client.connect();
  const columns = Array.from({ length: 10 }, (_, index) => `c${index}`);
  await client.query(
    `create table bare (${columns.map((name) => `${name} text`).join(', ')}, primary key (c0, c4, c5, c7))`,
  );
  for (let at = 1; at < rows.length; at += 1_000) {
    const part = rows.slice(at, at + 1_000);
    await client.query(
      `insert into bare select * from unnest(${columns.map((_, index) => `$${index + 1}::text[]`).join(', ')})`,
      columns.map((_, index) => part.map((row) => row[index])),
    );
  }
  const written = performance.now();
  await client.query('drop table bare');
  await client.end();
  console.log(
    `${LINES} lines, ${(Buffer.byteLength(content) / 1e6).toFixed(1)} MB. Bare: read in ${((read - from) / 1000).toFixed(1)} s, written in ${((written - read) / 1000).toFixed(1)} s.`,
  );
}
