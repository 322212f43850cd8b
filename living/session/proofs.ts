import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import type { Visitor } from '../../e2e/support/visitor.ts';
import { columns, integer, text, uuid } from '../../src/platform/database/columns.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { several } from './several.ts';

const ROOT = path.join(import.meta.dirname, '..', '..');

/** The states that the product names, table by table; another is a fault of ours. */
const STATES = {
  enrolment: ['draft', 'registered', 'validated', 'withdrawn', 'abandoned', 'cancelled', 'set-aside'],
  piece: ['none', 'received', 'compliant', 'non-compliant', 'exempted', 'not-applicable'],
  // Once the session is over, nothing waits and nothing failed.
  exam_plan: ['published', 'replaced'],
  board_member: ['proposed', 'convened', 'accepted', 'declined', 'released'],
  jury: ['closed'],
  // What was written before the server ran is kept, not sent.
  mail: ['sent', 'kept'],
} as const;
type Stateful = keyof typeof STATES;
const CALLED: Readonly<Partial<Record<Stateful, string>>> = { enrolment: 'status', piece: 'status' };

const COUNT = columns({ state: text, count: integer });

/** How many of each state, as one line. Errors: a state that the product doesn't name. */
export async function countStates(db: Database, table: Stateful): Promise<string> {
  const counts = await COUNT.all(
    db,
    sql`select ${sql.ref(CALLED[table] ?? 'state')} as state, count(*)::integer as count from ${sql.table(table)} group by 1 order by 2 desc`,
  );
  const known: readonly string[] = STATES[table];
  const odd = counts.filter(({ state }) => !known.includes(state));
  if (odd.length > 0) throw new Error(`${table}: states that nobody should be in: ${lineOf(odd)}`);
  return lineOf(counts);
}

export async function countAllStates(db: Database): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const table of Object.keys(STATES) as Stateful[]) lines.push(`${table}: ${await countStates(db, table)}`);
  return lines;
}

/** What the records of a session decided. */
export async function countDecisions(db: Database, session: string): Promise<string> {
  const counts = await COUNT.all(
    db,
    sql`select lower(decision) as state, count(*)::integer as count from jury_verdict where session = ${session} group by decision order by decision`,
  );
  return lineOf(counts);
}

/** How many seats of the published plans are in rooms that another academy lends. Errors: nobody sits there. */
export async function countLent(db: Database): Promise<string> {
  const seats = await COUNT.all(
    db,
    sql`select 'seats of ' || p.academy || ' in rooms lent by ' || l.academy as state, count(*)::integer as count
      from exam_room_loan l join exam_seat s on s.room_id = l.room_id join exam_plan p on p.id = s.plan_id and p.academy = l.borrower
      where p.state = 'published' and l.ended_at is null group by 1, p.academy, l.academy order by 1`,
  );
  if (seats.length === 0) throw new Error('Nobody sits in a room that is lent');
  return lineOf(seats);
}

/** How many people sat two exams, seated in both. Errors: nobody. */
export async function countBoth(db: Database): Promise<string> {
  const both = await COUNT.all(
    db,
    sql`select 'people in two exams' as state, count(*)::integer as count from (
      select e.candidate_id from enrolment e join planned_seat s on s.enrolment_id = e.id join seating_plan p on p.id = s.plan_id
      where p.state = 'published' group by 1 having count(distinct e.session) > 1) b`,
  );
  if (both[0]?.count === 0) throw new Error('Nobody sits two exams');
  return lineOf(both);
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

const PAPER = columns({ id: uuid, enrolmentId: uuid, kind: text, academy: text });
/** Who opens the papers of an academy. */
type Opening = (academy: string) => Visitor;

export function openerOf(heads: Readonly<Record<string, Visitor>>): Opening {
  return (academy) => {
    const head = heads[academy];
    if (head === undefined) throw new Error(`Nobody runs the office of ${academy}`);
    return head;
  };
}

/** Papers asked for at once. */
const AT_ONCE = 4;

/** Each paper as the office gives it, opened by poppler. Answers how many. Errors: one that it doesn't read, or that isn't tagged. */
export async function openEveryPaper(db: Database, opening: Opening): Promise<number> {
  const papers = await PAPER.all(
    db,
    sql`select id, enrolment_id as "enrolmentId", kind, academy from paper order by issued_at, id`,
  );
  await several(papers, AT_ONCE, async ({ id, enrolmentId, kind, academy }) => {
    const said = await poppler('pdfinfo', await opening(academy).download(pdfOf(enrolmentId, id)));
    if (!/Tagged:\s+yes/.test(said) || /Encrypted:\s+yes/.test(said)) throw new Error(`${kind} ${id}: ${said}`);
  });
  return papers.length;
}

/** The last transcript of each of these people as poppler reads it, in one line. */
async function readTranscripts(
  db: Database,
  opening: Opening,
  people: readonly string[],
  read: (enrolmentId: string, said: string) => void,
): Promise<void> {
  const transcripts = await PAPER.all(
    db,
    sql`select distinct on (enrolment_id) id, enrolment_id as "enrolmentId", kind, academy from paper
      where kind = 'transcript' and enrolment_id = any(${people}::uuid[]) order by enrolment_id, issued_at desc, id desc`,
  );
  if (transcripts.length !== people.length) throw new Error(`${transcripts.length} transcripts of ${people.length}`);
  await several(transcripts, AT_ONCE, async ({ id, enrolmentId, academy }) => {
    const said = await poppler('pdftotext', await opening(academy).download(pdfOf(enrolmentId, id)));
    read(enrolmentId, said.replace(/\s+/g, ' '));
  });
}

/** What the jury gave is on the transcript, before and after. Errors: one that doesn't say it. */
export async function readPointed(db: Database, opening: Opening, pointed: readonly string[]): Promise<number> {
  await readTranscripts(db, opening, pointed, (enrolmentId, said) => {
    if (!/portée par le jury de \d+(,5)? à \d+/.test(said)) throw new Error(`Transcript of ${enrolmentId}: ${said}`);
  });
  return pointed.length;
}

/** The marks of boards are on the transcripts, each behind its unit. Errors: one isn't. */
export async function readSheetMarks(
  db: Database,
  opening: Opening,
  sheets: readonly { readonly enrolmentId: string; readonly unit: string; readonly mark: string }[],
): Promise<number> {
  const theirs = Map.groupBy(sheets, ({ enrolmentId }) => enrolmentId);
  await readTranscripts(db, opening, [...theirs.keys()], (enrolmentId, said) => {
    for (const { unit, mark } of theirs.get(enrolmentId) ?? [])
      if (!new RegExp(`\\b${unit}\\b.{0,300}? ${mark} `).test(said))
        throw new Error(`Transcript of ${enrolmentId}, ${unit}, ${mark}: ${said}`);
  });
  return sheets.length;
}

function pdfOf(enrolmentId: string, paper: string): string {
  return `/gestion/dossiers/${enrolmentId}/documents/${paper}/pdf`;
}

/** What poppler says of a file; it complains on the same stream. */
export function poppler(program: 'pdfinfo' | 'pdftotext', file: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, program === 'pdfinfo' ? ['-'] : ['-', '-'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
    child.once('error', () => reject(new Error(`${program} is missing: apt-get install poppler-utils`)));
    child.once('close', (code) => {
      // Poppler takes PDF/UA's own « Suspects false » for a fault.
      const faults = said.split('\n').filter((line) => /Error/.test(line) && !/Suspects object/.test(line));
      if (code === 0 && faults.length === 0) resolve(said);
      else reject(new Error(said));
    });
    child.stdin.end(file);
  });
}
