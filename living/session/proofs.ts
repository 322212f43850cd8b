import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { Visitor } from '../../e2e/support/visitor.ts';
import { columns, integer, text, uuid } from '../../src/platform/database/columns.ts';
import type { Database } from '../../src/platform/database/database.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** The states that the product names; another is a fault of ours. */
const STATES = {
  enrolment: ['draft', 'registered', 'validated', 'withdrawn', 'abandoned', 'cancelled', 'set-aside'],
  piece: ['none', 'received', 'compliant', 'non-compliant', 'exempted', 'not-applicable'],
} as const;

const COUNT = columns({ state: text, count: integer });

/** How many of each state, as one line. Errors: a state that the product doesn't name. */
export async function countStates(db: Database, table: keyof typeof STATES): Promise<string> {
  const counts = await COUNT.all(
    db,
    sql`select status as state, count(*)::integer as count from ${sql.table(table)} group by status order by count(*) desc`,
  );
  const known: readonly string[] = STATES[table];
  const odd = counts.filter(({ state }) => !known.includes(state));
  if (odd.length > 0)
    throw new Error(`${table}: states that the product doesn't name: ${odd.map(({ state }) => state)}`);
  return lineOf(counts);
}

/** What the records of a session decided. */
export async function countDecisions(db: Database, session: string): Promise<string> {
  const counts = await COUNT.all(
    db,
    sql`select lower(decision) as state, count(*)::integer as count from jury_verdict where session = ${session} group by decision order by decision`,
  );
  return lineOf(counts);
}

/** How many papers of each kind, how many mails of each template. */
export async function countGiven(db: Database): Promise<{ readonly papers: string; readonly mails: string }> {
  const papers = await COUNT.all(
    db,
    sql`select kind as state, count(*)::integer as count from paper group by kind order by kind`,
  );
  const mails = await COUNT.all(
    db,
    sql`select template as state, count(*)::integer as count from mail group by template order by template`,
  );
  return { papers: lineOf(papers), mails: lineOf(mails) };
}

function lineOf(counts: readonly { readonly state: string; readonly count: number }[]): string {
  return counts.map(({ state, count }) => `${count} ${state}`).join(', ');
}

/** Every hash of the journal computed again, by the program that an office runs. Errors: what it says is broken. */
export async function verifyJournal(): Promise<string> {
  const program = path.join(ROOT, 'dist', 'checkJournal.js');
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  return stdout.trim().split('\n')[0] ?? '';
}

const PAPER = columns({ id: uuid, enrolmentId: uuid, kind: text });
/** Papers asked for at once. */
const AT_ONCE = 4;

/** Each paper as the office gives it, opened by poppler. Answers how many. Errors: one that it doesn't read, or that isn't tagged. */
export async function openEveryPaper(db: Database, head: Visitor): Promise<number> {
  const papers = await PAPER.all(
    db,
    sql`select id, enrolment_id as "enrolmentId", kind from paper order by issued_at, id`,
  );
  const queue = papers.values();
  const walk = async (): Promise<void> => {
    for (const { id, enrolmentId, kind } of queue) {
      const said = await pdfinfo(await head.download(`/gestion/dossiers/${enrolmentId}/documents/${id}/pdf`));
      if (!/Tagged:\s+yes/.test(said) || /Encrypted:\s+yes/.test(said)) throw new Error(`${kind} ${id}: ${said}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return papers.length;
}

/** What poppler says of a file; it complains on the same stream. */
function pdfinfo(file: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('pdfinfo', ['-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    child.once('error', () => reject(new Error('pdfinfo is missing: apt-get install poppler-utils')));
    child.once('close', (code) => {
      // Poppler takes PDF/UA's own « Suspects false » for a fault.
      const faults = said.split('\n').filter((line) => /Error/.test(line) && !/Suspects object/.test(line));
      if (code === 0 && faults.length === 0) resolve(said);
      else reject(new Error(said));
    });
    child.stdin.end(file);
  });
}
