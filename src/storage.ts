import { hostname } from 'node:os';
import path from 'node:path';
import { documentLedger, eraseDocuments } from './accommodations/index.ts';
import type { Configuration } from './configuration.ts';
import { recordLedger } from './jury/index.ts';
import { proofLedger } from './office/index.ts';
import { paperLedger, publicationLedger } from './papers/index.ts';
import {
  depositLedger,
  eraseFiles,
  eraseSheets,
  eraseUploads,
  LARGEST_SENT,
  type PieceActDeps,
  type Scans,
} from './pieces/index.ts';
import type { Node } from './platform/alarm.ts';
import { cannotStart } from './platform/cannotStart.ts';
import { checkFiles } from './platform/files/checkFiles.ts';
import { sweepOrphans } from './platform/files/sweepOrphans.ts';
import { type Watch, watchStore } from './platform/files/watch.ts';
import { type FileStore, openFileStore, trials } from './platform/files.ts';
import type { Jobs } from './platform/jobs.ts';
import { caseLetterLedger } from './publication/index.ts';
import { absenceLedger, eraseExcuses } from './replacements/index.ts';

/** Which machine this is, for what only it can't do. */
export function thisNode(given: Omit<Node, 'name'>): Node {
  return { ...given, name: hostname() };
}

/** The store of files, tried before anybody needs it. What lasts, such as wrong keys, is a reason not to start. */
export async function openStorage(node: Node, { filesUrl, dataFolder }: Configuration): Promise<Watch> {
  const store = openFileStore(filesUrl, path.join(dataFolder, 'drafts'));
  const storage = watchStore(store, node, LARGEST_SENT);
  const fault = await storage.look();
  if (fault?.lasting) throw cannotStart(`FILES_URL: ${fault.message}`);
  return storage;
}

/** All within the quarter of an hour that a job may take. */
const [DEPOSITS_MS, PAPERS_MS, HEALTH_MS, OFFICE_MS, RECORDS_MS] = [8 * 60_000, 2 * 60_000, 60_000, 30_000, 30_000];

/** What is done each night about the files: none leans on another, and one that fails keeps none from being done. */
export function keepFiles(
  jobs: Pick<Jobs, 'everyNight'>,
  { log }: Node,
  deps: PieceActDeps & { readonly files: FileStore },
  scans: Pick<Scans, 'catchUp'> | null,
): void {
  const { db, files } = deps;
  const [deposits, papers, health] = [depositLedger(db), paperLedger(db), documentLedger(db)];
  const absences = absenceLedger(db);
  const [publications, proofs, records] = [publicationLedger(db), proofLedger(db), recordLedger(db)];
  const requests = caseLetterLedger(db);
  const works: Readonly<Record<string, () => Promise<unknown>>> = {
    'destroy files whose retention is over': () => eraseFiles(deps),
    'forget files that were prepared and never deposited': () => eraseSheets(deps),
    'forget uploads that nobody finished': () => eraseUploads(deps),
    'destroy documents of health whose retention is over': () => eraseDocuments(deps),
    'destroy what was sent of absences whose retention is over': () => eraseExcuses(deps),
    'check deposits': () => checkFiles(files, deposits, log, DEPOSITS_MS),
    'check papers': () => checkFiles(files, papers, log, PAPERS_MS),
    'check documents of health': () => checkFiles(files, health, log, HEALTH_MS),
    'check documents of absences': () => checkFiles(files, absences, log, OFFICE_MS),
    'check documents of the office': () => checkFiles(files, publications, log, OFFICE_MS),
    'check letters of candidates': () => checkFiles(files, proofs, log, OFFICE_MS),
    'check letters of requests': () => checkFiles(files, requests, log, OFFICE_MS),
    'check records of juries': () => checkFiles(files, records, log, RECORDS_MS),
    'sweep files of nobody': () =>
      sweepOrphans(
        db,
        files,
        [deposits, papers, health, absences, publications, proofs, requests, records, trials],
        log,
      ),
    'scan files': async () => scans?.catchUp(),
  };
  jobs.everyNight('files', async () => {
    for (const [name, work] of Object.entries(works))
      await work().catch((err: unknown) => log.error({ err }, `could not ${name}`));
  });
}
