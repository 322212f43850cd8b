import { hostname } from 'node:os';
import path from 'node:path';
import { documentLedger } from './accommodations/index.ts';
import type { Configuration } from './configuration.ts';
import { officeDocumentLedger } from './documents/index.ts';
import { recordLedger } from './jury/index.ts';
import { LARGEST_SENT, type Scans, unreadSweep } from './keptFiles/index.ts';
import { paperLedger } from './papers/index.ts';
import { proofLedger } from './persons/index.ts';
import { depositLedger } from './pieces/index.ts';
import type { Node } from './platform/alarm.ts';
import { cannotStart } from './platform/cannotStart.ts';
import type { Database } from './platform/database/database.ts';
import { checkFiles } from './platform/files/checkFiles.ts';
import type { Ledger } from './platform/files/ledger.ts';
import { knownStore, recogniser } from './platform/files/mark.ts';
import { sweepOrphans } from './platform/files/sweepOrphans.ts';
import { type Watch, watchStore } from './platform/files/watch.ts';
import { type FileStore, openFileStore, trials } from './platform/files.ts';
import type { Jobs } from './platform/jobs.ts';
import { caseLetterLedger, scriptLedger } from './publication/index.ts';
import { absenceLedger } from './replacements/index.ts';

/** Which machine this is, for what only it can't do. */
export function thisNode(given: Omit<Node, 'name'>): Node {
  return { ...given, name: hostname() };
}

/** The store of files, tried before anybody needs it. What lasts, such as wrong keys, is a reason not to start. `under`: what stands before it. */
export async function openStorage(
  node: Node,
  { filesUrl, dataFolder }: Configuration,
  under: (store: FileStore) => FileStore = (store) => store,
): Promise<Watch> {
  const isNew = (await knownStore(node.db)) === null;
  const store = under(openFileStore(filesUrl, path.join(dataFolder, 'drafts'), isNew));
  const storage = watchStore(store, node, LARGEST_SENT, recogniser(node.db, store));
  const fault = await storage.look();
  if (fault?.lasting) throw cannotStart(`FILES_URL: ${fault.message}`);
  return storage;
}

/** The files that each room keeps, and how long a night may look at them: all within the quarter of an hour that a job may take. */
const LEDGERS: readonly { readonly of: string; readonly ledger: (db: Database) => Ledger; readonly ms: number }[] = [
  { of: 'deposits', ledger: depositLedger, ms: 8 * 60_000 },
  { of: 'papers', ledger: paperLedger, ms: 2 * 60_000 },
  { of: 'documents of health', ledger: documentLedger, ms: 60_000 },
  { of: 'documents of absences', ledger: absenceLedger, ms: 30_000 },
  { of: 'documents of the office', ledger: officeDocumentLedger, ms: 30_000 },
  { of: 'letters of candidates', ledger: proofLedger, ms: 30_000 },
  { of: 'letters of requests', ledger: caseLetterLedger, ms: 30_000 },
  { of: 'scripts that are shown', ledger: scriptLedger, ms: 30_000 },
  { of: 'records of juries', ledger: recordLedger, ms: 30_000 },
];

/** What is done each night about the files: none leans on another, and one that fails keeps none from being done. */
export function keepFiles(
  jobs: Pick<Jobs, 'everyNight'>,
  { log }: Node,
  { db, files }: { readonly db: Database; readonly files: FileStore },
  scans: Pick<Scans, 'catchUp' | 'lookAgain'> | null,
): void {
  const ledgers = LEDGERS.map(({ ledger, ...one }) => ({ ...one, ledger: ledger(db) }));
  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    ...Object.fromEntries(
      ledgers.map(({ of, ledger, ms }) => [`check ${of}`, () => checkFiles(files, ledger, log, ms)]),
    ),
    'sweep files of nobody': () =>
      sweepOrphans(db, files, [...ledgers.map(({ ledger }) => ledger), unreadSweep(db), trials], log),
    'scan files': async () => scans?.catchUp(),
    'scan files once more': async () => scans?.lookAgain(),
  };
  jobs.everyNight('files', async () => {
    for (const [name, work] of Object.entries(works))
      await work().catch((err: unknown) => log.error({ err }, `could not ${name}`));
  });
}
