import { readdirSync, readFileSync } from 'node:fs';
import { makePdf } from '../e2e/support/documents.ts';
import {
  createVisitor,
  DEMONSTRATION_PASSWORD,
  fillDraft,
  hiddenFields,
  mainOf,
  signIn,
  type Visitor,
} from '../e2e/support/visitor.ts';
import { loadPack } from '../src/catalogue/index.ts';
import { mendLists } from '../src/checking/actions/mendLists.ts';
import { multiplyEnrolments } from '../src/testing/growth.ts';
import { keep } from './keep.ts';
import { openLoadSite } from './site.ts';

/**
 * How long each page takes, from 10,000 enrolments to a million: one after the other, by one person. What to read is the
 * ratio to the first size, and `work`, the processor's time, where the machine does other things too (on Linux). `npm run load -- growth [sizes…]`; a million needs 25 GB of disk and half an hour.
 */
const SIZES = process.argv.slice(2).map(Number).filter(Boolean);
const TIMES = 25;
const WARMING = 7;
/** Written by one statement of each table. */
const BATCH = 50_000;
const OFFICERS = ['head', 'officer.g2'] as const;

/** `ask`: null where there are too few enrolments for such a page. */
type Page = { readonly title: string; readonly ask: () => Promise<number | null> };
type Times = { readonly p50: number; readonly p95: number; readonly work: number };

const site = await openLoadSite('growth', {
  // What is written here is measured and thrown away.
  settings: {
    shared_buffers: '2GB',
    maintenance_work_mem: '512MB',
    max_wal_size: '8GB',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: '0',
    autovacuum: 'off',
  },
});
const { database, db, pool, registre } = site;
try {
  const camille = createVisitor(registre.url);
  await signIn(camille, 'camille@demo.registre.fr', DEMONSTRATION_PASSWORD);
  const hub = await fillDraft(camille, 'bp-demo');
  const registered = await camille.fill(`${hub}/recapitulatif`, {});
  if (registered.status !== 303) throw new Error(`Not registered: ${registered.status}`);
  const given = await camille.deposit(`${hub}/justificatifs/DOMICIL`, makePdf('domicile'), 'facture.pdf');
  if (given.status !== 303) throw new Error(`Not given: ${given.status}`);
  const staff = await Promise.all(OFFICERS.map(enter));

  const pack = await loadPack('catalogue');
  if (!pack.ok) throw new Error('The shipped rule pack is faulty');
  const specialities = pack.value.academies
    .flatMap(({ portfolios }) => portfolios)
    .flatMap(({ code: portfolio, specialities: own }) => own.map(({ cfd }) => ({ cfd, portfolio })));
  const template = { enrolmentId: hub.split('/').at(-1) ?? '', specialities };
  let written = 0;
  const first = new Map<string, Times>();
  const [head] = staff;
  for (const size of SIZES.length > 0 ? SIZES : [10_000, 100_000, 1_000_000]) {
    const began = performance.now();
    const say = (what: string): void => console.log(`${seconds(began).padStart(5)} s  ${what}`);
    await withoutIndexes(async () => {
      while (written < size) {
        const last = Math.min(size, written + BATCH);
        await multiplyEnrolments(db, template, written + 1, last);
        written = last;
        say(`${written.toLocaleString('en')} of ${size.toLocaleString('en')} enrolments written`);
      }
      say('indexes');
    });
    say('the lists of the office');
    // As autovacuum leaves them at a register at work: without statistics the comparison is planned for a table of nothing.
    await pool.query('analyze');
    const from = performance.now();
    await fillLists(() => mendLists(db, { error: () => undefined }));
    const lists = performance.now() - from;
    say('vacuum analyze');
    await pool.query('vacuum analyze');
    console.log(
      `
${size.toLocaleString('en')} enrolments (${seconds(began)} s to write, ${(lists / 1000).toFixed(0)} s of them for the lists of the office):`,
    );
    for (const { title, ask } of [...staff.flatMap(staffPages), ...candidatePages(camille, hub)]) {
      const times = await measure(ask);
      if (times === null) {
        console.log(title.padEnd(44), 'no such page yet');
        continue;
      }
      const { p50, p95, work } = times;
      const then = first.get(title) ?? { p50, p95, work };
      first.set(title, then);
      keep(`${title}, ${size} enrolments, p50`, p50, 'ms', { beside: { what: 'the first size', value: then.p50 } });
      console.log(
        title.padEnd(44),
        `p50 ${ms(p50)} (× ${(p50 / then.p50).toFixed(2)})   p95 ${ms(p95)}   work ${ms(work)} (× ${(work / then.work).toFixed(2)})`,
      );
    }
    if (head !== undefined) console.log('head: export of all, CSV'.padEnd(44), await exportAll(head.visitor));
  }
} finally {
  await site.close();
}

/** How fast the whole list leaves, and what memory the server takes meanwhile: to be the same at each size. */
async function exportAll(visitor: Visitor): Promise<string> {
  const from = performance.now();
  const before = resident();
  const answer = await fetch(new URL('/gestion/exports/inscriptions?session=bp-demo&format=csv', registre.url), {
    headers: { cookie: visitor.cookies(), 'x-forwarded-for': '10.9.0.0' },
  });
  if (answer.status !== 200 || answer.body === null) throw new Error(`The export answers ${answer.status}`);
  let lines = 0;
  let most = before;
  let looked = from;
  for await (const chunk of answer.body) {
    for (const byte of chunk) if (byte === 10) lines += 1;
    if (performance.now() - looked < 50) continue;
    looked = performance.now();
    most = Math.max(most, resident());
  }
  const took = (performance.now() - from) / 1000;
  return `${lines.toLocaleString('en')} lines in ${took.toFixed(1)} s (${Math.round(lines / took).toLocaleString('en')} a second), + ${(most - before).toFixed(0)} MB at most`;
}

/** Of the server's process, in MB. */
function resident(): number {
  const status = readFileSync(`/proc/${registre.child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

/** Filled first and indexed after: thrice as fast. */
async function withoutIndexes(fill: () => Promise<void>): Promise<void> {
  const { rows } = await pool.query<{
    name: string;
    definition: string;
  }>(`select c.relname as name, pg_get_indexdef(c.oid) as definition
    from pg_index i join pg_class c on c.oid = i.indexrelid
    where not i.indisunique and i.indrelid = any('{piece,deposit,piece_review,journal,mail,paper,candidate,enrolment,message,message_thread}'::regclass[])`);
  for (const { name } of rows) await pool.query(`drop index ${name}`);
  await fill();
  for (const { definition } of rows) await pool.query(definition);
}

/**
 * Filled list by list: row by row each trigger that keeps one list beside another writes what the next statement compares again. At night hardly
 * a row differs.
 */
async function fillLists(fill: () => Promise<unknown>): Promise<void> {
  const lists = ['office_file', 'office_queue'];
  for (const list of lists) await pool.query(`alter table ${list} disable trigger user`);
  await fill();
  for (const list of lists) await pool.query(`alter table ${list} enable trigger user`);
}

function ms(time: number): string {
  return `${time.toFixed(1).padStart(8)} ms`;
}

/** Milliseconds that the processors have given to the server and to its database: what is left of a time where others work too. */
function worked(): number {
  const statistics = readdirSync('/proc').flatMap((name) => {
    try {
      return /^\d+$/.test(name)
        ? [
            readFileSync(`/proc/${name}/stat`, 'utf8')
              .replace(/^.*\) /, '')
              .split(' '),
          ]
        : [];
    } catch {
      return [];
    }
  });
  const own = [registre.child.pid, database.pid()];
  const parents = statistics.filter(([, parent]) => own.includes(Number(parent)));
  const itself = readFileSync(`/proc/${registre.child.pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return [...parents, itself].reduce((sum, fields) => sum + 10 * (Number(fields[11]) + Number(fields[12])), 0);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}

async function enter(name: string): Promise<{ readonly name: string; readonly visitor: Visitor }> {
  const visitor = createVisitor(registre.url, `10.9.0.${OFFICERS.indexOf(name as never)}`);
  await signIn(visitor, `${name}@demo.registre.fr`, DEMONSTRATION_PASSWORD);
  return { name, visitor };
}

function candidatePages(visitor: Visitor, hub: string): readonly Page[] {
  return [
    { title: 'candidate: hub', ask: () => timed(() => visitor.get(hub)) },
    { title: 'candidate: messages', ask: () => timed(() => visitor.get(`${hub}/messages`)) },
    { title: 'candidate: pieces', ask: () => timed(() => visitor.get(`${hub}/justificatifs`)) },
  ];
}

function staffPages({ name, visitor }: { readonly name: string; readonly visitor: Visitor }): readonly Page[] {
  const get = (title: string, path: string | (() => Promise<string | null>)): Page => ({
    title: `${name}: ${title}`,
    ask: async () => {
      const address = typeof path === 'string' ? path : await path();
      return address === null ? null : timed(() => visitor.get(address));
    },
  });
  /** The links of a page that are so shaped, one after the other; null: it has none. */
  const link = async (page: string, shape: RegExp, nth: number): Promise<string | null> => {
    const found = [...mainOf((await visitor.get(page)).html).matchAll(shape)];
    return found.at(nth % Math.max(1, found.length))?.[1]?.replaceAll('&amp;', '&') ?? null;
  };
  let turn = 0;
  const nextPiece = (): Promise<string | null> =>
    link('/gestion/corbeille', /href="(\/gestion\/pieces\/[^"]+)"/g, 1 + (turn++ % 40));
  const search = (words: string): string => `/gestion/dossiers?recherche=${encodeURIComponent(words)}`;
  return [
    get('home', '/gestion'),
    get('queue', '/gestion/corbeille'),
    ...(name === 'head' ? [get('dashboard', '/gestion/tableau-de-bord?session=bp-demo')] : []),
    get('queue, one speciality', '/gestion/corbeille?specialite=45033608'),
    get('queue, corrected', '/gestion/corbeille?etat=corrigees'),
    get('queue, one piece', '/gestion/corbeille?piece=DOMICIL'),
    get('files', '/gestion/dossiers'),
    get('files, signed', '/gestion/dossiers?etat=signees'),
    get('search by name (Lefèvre)', search('lefèvre')),
    get('search by two names', search('durand camille')),
    get('search by first name (Marie)', search('marie')),
    get('search by serial', search('100127')),
    get('search by mail', search('p128.')),
    get('search with a typo (lefevr camile)', search('lefevr camile')),
    get('search with a typo (Durnad)', search('Durnad')),
    get('search, nobody (xyzw)', search('xyzw')),
    get('messages', '/gestion/messages'),
    ...(name === 'head'
      ? [
          get('messages, later page', () =>
            link('/gestion/messages', /href="(\/gestion\/messages\?[^"]*apres=[^"]+)"/g, 0),
          ),
        ]
      : []),
    get('messages, one piece', '/gestion/messages?piece=DOMICIL'),
    get('messages, all', '/gestion/messages?etat=toutes'),
    get('thread', () => link('/gestion/messages', /href="(\/gestion\/messages\/[0-9a-f-]{36})"/g, turn++ % 40)),
    get('closing', '/gestion/cloture'),
    get('closing, to invite', '/gestion/cloture?etat=a-inviter'),
    get('closing, one piece', '/gestion/cloture?piece=DOMICIL'),
    get('reminders', '/gestion/relances'),
    ...(name === 'head'
      ? [get('journal', '/gestion/journal'), get('what the night erases', '/gestion/journal/effacements')]
      : []),
    get('file', () => link('/gestion/dossiers', /href="(\/gestion\/dossiers\/[0-9a-f-]{36})"/g, turn++ % 40)),
    get('review', nextPiece),
    {
      title: `${name}: decision (POST)`,
      ask: async () => {
        const address = await nextPiece();
        if (address === null) return null;
        const { html } = await visitor.get(address);
        const fields = { ...hiddenFields(mainOf(html)), decision: 'received' };
        return timed(() => visitor.post(address, fields), 303);
      },
    },
  ];
}

async function timed(
  ask: () => Promise<{ readonly status: number; readonly html: string }>,
  expected = 200,
): Promise<number> {
  const began = performance.now();
  const { status, html } = await ask();
  const took = performance.now() - began;
  if (status !== expected) throw new Error(`Answered ${status}: ${mainOf(html).slice(0, 2000)}`);
  return took;
}

async function measure(ask: Page['ask']): Promise<Times | null> {
  const times: number[] = [];
  for (let index = 0; index < WARMING; index++) if ((await ask()) === null) return null;
  const before = worked();
  for (let index = 0; index < TIMES; index++) times.push((await ask()) ?? Number.POSITIVE_INFINITY);
  const work = (worked() - before) / TIMES;
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), work };
}
