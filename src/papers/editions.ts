import type { WorkSource } from '../lots/index.ts';
import { MissingFile } from '../platform/files.ts';
import { type Act, record } from '../platform/journal.ts';
import { ok, type Result, refuse } from '../platform/result.ts';
import { isUuid } from '../platform/uuid.ts';
import type { ZipEntry } from '../platform/zip.ts';
import { printBatch } from './actions/printBatch.ts';
import type { PapersDeps } from './deps.ts';
import { fileNameOf } from './fileNames.ts';
import { pageTexts } from './pages/texts.ts';
import {
  findBatch,
  insertBatch,
  latestOf,
  listBatches,
  listOwnBatches,
  type NewBatch,
  type PaperBatch,
  printedOf,
  stopBatch,
} from './store/batches.ts';

/** Beyond so many papers the office chooses a speciality or a state. */
const LARGEST_BATCH = 20_000;

/** `running`: another batch of the academy is still being printed. */
export type EditionRefusal = 'nothing' | 'too-many' | 'running';

/** Papers printed in number for the office (*Éditer en nombre*). */
export type Editions = {
  readonly order: (act: Act, batch: NewBatch) => Promise<Result<string, EditionRefusal>>;
  readonly stop: (act: Act, batch: PaperBatch) => Promise<boolean>;
  readonly listOwn: (by: Parameters<WorkSource>[1]) => Promise<readonly PaperBatch[]>;
  readonly list: (academy: string) => Promise<readonly PaperBatch[]>;
  readonly find: (academy: string, batchId: string | undefined) => Promise<PaperBatch | null>;
  /** Written to the journal before the first byte leaves. */
  readonly recordExport: (act: Act, batch: PaperBatch) => Promise<void>;
  readonly entries: (batchId: string) => AsyncGenerator<ZipEntry>;
};

type EditionDeps = Pick<PapersDeps, 'db' | 'jobs' | 'files' | 'seal' | 'publicUrl' | 'secret'> & {
  /** Prints beside the site. */
  readonly press: PapersDeps['pdf'];
};

export function openEditions(deps: EditionDeps): Editions {
  const { db, jobs } = deps;
  const print = { ...deps, pdf: deps.press };
  jobs.handle(
    'papers.printBatch',
    async ({ batchId }) => {
      if ((await printBatch(print, batchId)) === 'done') return;
      await db.transaction().execute((tx) => jobs.enqueue(tx, 'papers.printBatch', { batchId }));
    },
    'when-calm',
  );
  const subjectOf = ({ academy, session }: Pick<PaperBatch, 'academy' | 'session'>) => ({
    stream: `editions:${academy}`,
    academy,
    session,
  });
  const inJournal = ({ id, kind, total, what }: PaperBatch) => ({ batchId: id, kind, total, what });
  return {
    order: (act, batch) =>
      db.transaction().execute(async (tx) => {
        const papers = await latestOf(tx, batch);
        if (papers.length === 0) return refuse('nothing');
        if (papers.length > LARGEST_BATCH) return refuse('too-many');
        const batchId = await insertBatch(tx, batch, papers);
        if (batchId === null) return refuse('running');
        await jobs.enqueue(tx, 'papers.printBatch', { batchId });
        const { kind, what } = batch;
        await record(tx, act, 'papers.ordered', subjectOf(batch), { batchId, kind, total: papers.length, what });
        return ok(batchId);
      }),
    stop: (act, batch) =>
      db.transaction().execute(async (tx) => {
        if (!(await stopBatch(tx, batch.academy, batch.id))) return false;
        await record(tx, act, 'papers.stopped', subjectOf(batch), inJournal(batch));
        return true;
      }),
    listOwn: (by) => listOwnBatches(db, by),
    list: (academy) => listBatches(db, academy),
    find: async (academy, batchId) => (isUuid(batchId) ? findBatch(db, academy, batchId) : null),
    recordExport: async (act, batch) => {
      await db.transaction().execute((tx) => record(tx, act, 'papers.exported', subjectOf(batch), inJournal(batch)));
    },
    entries: (batchId) => entriesOf(deps, batchId),
  };
}

/**
 * Names are of plain letters and never two the same: a reference is of one paper. Which files are sealed is said at the end, and what isn't
 * there.
 */
async function* entriesOf({ db, files }: EditionDeps, batchId: string): AsyncGenerator<ZipEntry> {
  const [missing, sealed]: [string[], string[]] = [[], []];
  for await (const paper of printedOf(db, batchId)) {
    const name = fileNameOf(paper);
    const content = paper.key === null ? null : await files.read(paper.key).catch(lost);
    if (content === null) missing.push(name);
    else {
      if (paper.sealed !== null) sealed.push(`${name}\u00a0: ${pageTexts.row.sealed[paper.sealed]}`);
      yield { name, packed: true, content: [content] };
    }
  }
  if (sealed.length > 0) yield textEntry(pageTexts.row.zipSealed, pageTexts.row.zipSealedText, sealed);
  const { zipMissing, zipMissingText } = pageTexts.row;
  if (missing.length > 0) yield textEntry(zipMissing, zipMissingText, missing);
}

function textEntry(name: string, lead: string, lines: readonly string[]): ZipEntry {
  return { name, packed: false, content: [Buffer.from([lead, '', ...lines, ''].join('\r\n'))] };
}

/** The nightly check tells of it. */
function lost(error: unknown): null {
  if (error instanceof MissingFile) return null;
  throw error;
}
