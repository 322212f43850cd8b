import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Database, isOutage } from '../src/platform/database/database.ts';
import { verifyJournal } from '../src/platform/journal.ts';
import { PRINT_NOW } from './printing.ts';

/** What there is of each thing, and of how many different ones. */
export type Counts = Readonly<Record<string, { readonly all: number; readonly different: number }>>;

/** Each as « what it is told apart by » from « where it stands ». */
const COUNTED = {
  'plans published': [`data::jsonb #>> '{planId}'`, `journal where name = 'sitting.published'`],
  'summonses said': [`data::jsonb #>> '{enrolmentId}'`, `journal where name = 'summons.issued'`],
  'summonses kept': ['enrolment_id', 'exam_summons'],
  'papers of summonses': ['enrolment_id', `paper where kind = 'summons'`],
  'mails of summonses': ['recipient', `mail where template = 'summons.issued'`],
  'convenings said': [`data::jsonb #>> '{persons}'`, `journal where name = 'board.convening'`],
  'examiners said': [`data::jsonb #>> '{examinerId}'`, `journal where name = 'examiner.convened'`],
  'mails of examiners': ['recipient', `mail where template = 'examiner.convened'`],
  'accesses of examiners': ['recipient', `mail where template = 'staff.invitation'`],
  'sheets of boards': ['enrolment_id', 'marking_sheet'],
  'agreements with them': ['sheet_id', `marking_verdict where verdict = 'agree'`],
  'marks of boards': ['script_id', `mark_entry where sort = 'board'`],
  'locks said': [`data::jsonb #>> '{batchId}'`, `journal where name = 'marks.locked'`],
  'batches locked': ['id', 'mark_batch where locked_at is not null'],
  'closings said': [`data::jsonb #>> '{juryId}'`, `journal where name = 'jury.closed'`],
  'records closed': ['number', `jury where state = 'closed'`],
  'sheets of records': ['jury_id', 'jury_sheet where pdf_key is not null'],
  verdicts: ['enrolment_id', 'jury_verdict'],
  'approvals said': [`data::jsonb #>> '{publicationId}'`, `journal where name = 'results.approved'`],
  'publications approved': ['number', 'result_publication where approved_at is not null'],
  'results told': ['enrolment_id', 'published_result where told_at is not null'],
  'results said': [`data::jsonb #>> '{enrolmentId}'`, `journal where name = 'results.published'`],
  transcripts: ['enrolment_id', `paper where kind = 'transcript'`],
  'mails of results': ['recipient', `mail where template = 'results.published'`],
} as const;

/** Asked of a database that may have been killed a moment ago: again, until it answers. */
export async function ask(connection: pg.ClientConfig, query: string): Promise<readonly Record<string, unknown>[]> {
  for (;;) {
    const client = new pg.Client(connection);
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query(query)).rows;
    } catch (error) {
      if (!isOutage(error)) throw error;
      await sleep(50);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

export async function countOf(connection: pg.ClientConfig, table: string): Promise<number> {
  const [row] = await ask(connection, `select count(*)::int as count from ${table}`);
  return Number(row?.count);
}

export async function countWhatStands(connection: pg.ClientConfig): Promise<Counts> {
  const counts: Record<string, { readonly all: number; readonly different: number }> = {};
  for (const [name, [by, from]] of Object.entries(COUNTED)) {
    const [row] = await ask(
      connection,
      `select count(*)::int as all, count(distinct ${by})::int as different from ${from}`,
    );
    counts[name] = { all: Number(row?.all), different: Number(row?.different) };
  }
  return counts;
}

const OF_EACH_CANDIDATE: readonly (keyof typeof COUNTED)[] = [
  ...(['summonses said', 'summonses kept', 'papers of summonses', 'mails of summonses', 'verdicts'] as const),
  ...(['sheets of boards', 'agreements with them', 'marks of boards'] as const),
  ...(['results told', 'results said', 'transcripts', 'mails of results'] as const),
];
const OF_EACH_EXAMINER: readonly (keyof typeof COUNTED)[] = [
  'examiners said',
  'mails of examiners',
  'accesses of examiners',
];
const ONCE: readonly (keyof typeof COUNTED)[] = [
  ...(['plans published', 'convenings said', 'closings said', 'records closed', 'sheets of records'] as const),
  ...(['approvals said', 'publications approved'] as const),
];

/** One sentence for everything that lacks, or is there twice. */
export async function examFaults(of: {
  readonly connection: pg.ClientConfig;
  readonly db: Database;
  readonly files: string;
  readonly candidates: number;
  readonly stands: Counts;
}): Promise<readonly string[]> {
  const { connection, db, files, candidates, stands } = of;
  const wanted = (names: readonly string[], count: number): readonly string[] =>
    names.flatMap((name) => {
      const { all, different } = stands[name] ?? { all: 0, different: 0 };
      return all === count && different === count ? [] : [`${name}: ${all} of ${different}, not ${count}`];
    });
  const batches = await countOf(connection, 'mark_batch');
  const examiners = await countOf(connection, '(select distinct examiner_id from board_member) as convened');
  const keys = await ask(connection, 'select pdf_key as key from jury_sheet union all select pdf_key from paper');
  const unread = keys.filter(({ key }) => key === null || !isPdf(path.join(files, String(key))));
  const broken = await verifyJournal(db);
  return [
    ...wanted(OF_EACH_CANDIDATE, candidates),
    ...wanted(ONCE, 1),
    ...wanted(OF_EACH_EXAMINER, examiners),
    ...wanted(['locks said', 'batches locked'], batches),
    ...(batches > 1 ? [] : ['no batches']),
    ...unread.map(({ key }) => `no file: ${key}`),
    ...(broken.length === 0 ? [] : [`the journal is broken at ${broken.join(', ')}`]),
  ];
}

function isPdf(file: string): boolean {
  try {
    const bytes = readFileSync(file);
    return bytes.subarray(0, 5).toString() === '%PDF-' && bytes.subarray(-8).includes('%%EOF');
  } catch {
    return false;
  }
}

/** What a kill interrupted is taken up again by itself: three minutes at most, papers printed and mails gone. */
export async function untilEverybodyIsTold(
  connection: pg.ClientConfig,
  table: string,
  count: number,
): Promise<readonly string[]> {
  await ask(connection, PRINT_NOW);
  for (let waited = 0; ; waited += 1) {
    const told = await countOf(connection, table);
    const papers = await countOf(connection, 'paper where pdf_key is null');
    const mails = await countOf(connection, `mail where state <> 'sent' and template in (${TOLD_BY})`);
    if (told >= count && papers + mails === 0) return [];
    if (waited === 360)
      return [`after three minutes ${told} of ${count} told, ${papers} papers and ${mails} mails wait`];
    await sleep(500);
  }
}

const TOLD_BY = `'summons.issued', 'examiner.convened', 'results.published'`;
