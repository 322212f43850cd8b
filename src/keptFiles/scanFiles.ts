import { randomUUID } from 'node:crypto';
import { type Antivirus, AntivirusFault, type ScanVerdict } from '../platform/antivirus.ts';
import type { Database } from '../platform/database/database.ts';
import { type FileStore, MissingFile } from '../platform/files.ts';
import type { FileScans } from './filesOf.ts';

/** A file that no antivirus has seen yet. */
export type ToScan = { readonly id: string; readonly fileKey: string };

/** Files of one sort that people give: which wait for the antivirus, and what its verdict does. */
export type ScanSource<File extends ToScan = ToScan> = {
  readonly find: (id: string) => Promise<File | null>;
  /** The oldest that wait, after the one with this id. */
  readonly list: (after: string | null, limit: number) => Promise<readonly File[]>;
  readonly settle: (file: File, verdict: ScanVerdict) => Promise<void>;
  /** Those that were found clean lately, after the one with this id: an antivirus learns of a virus days after it was sent. */
  readonly listClean: (after: string, limit: number) => Promise<readonly File[]>;
};

/** Which wait, and which are looked at again. */
export function listedBy<File extends ToScan>(db: Database, scans: FileScans<File>): Omit<ScanSource<File>, 'settle'> {
  return {
    find: (id) => scans.find(db, id),
    list: (after, limit) => scans.list(db, after, limit),
    listClean: (after, limit) => scans.listClean(db, after, limit),
  };
}

/** Files of which nobody has to be told: the verdict is written, and that is all. */
export function scanAlone<File extends ToScan>(db: Database, scans: FileScans<File>): ScanSource<File> {
  return {
    ...listedBy(db, scans),
    settle: async ({ id }, verdict) => void (await scans.write(db, id, verdict)),
  };
}

export type Scanner = {
  readonly files: Pick<FileStore, 'open'>;
  readonly antivirus: Pick<Antivirus, 'scan'>;
};

/** The job of one file; harmless a second time. */
export async function scanOne<File extends ToScan>(
  scanner: Scanner,
  source: ScanSource<File>,
  id: string,
): Promise<void> {
  const file = await source.find(id);
  if (file !== null) await scan(scanner, source, file);
}

const BATCH = 100;
/** One file that the antivirus can't read holds up no other; so many in a row, and it is the antivirus. */
const PATIENCE = 5;

/** What no job brought to its end: files of before there was an antivirus, and those that came while it was away. */
export async function scanRest<File extends ToScan>(scanner: Scanner, source: ScanSource<File>): Promise<void> {
  let last: string | null = null;
  let failures = 0;
  do {
    const files: readonly File[] = await source.list(last, BATCH);
    for (const file of files) {
      try {
        await scan(scanner, source, file);
        failures = 0;
      } catch (error) {
        failures += 1;
        if (!(error instanceof AntivirusFault) || failures === PATIENCE) throw error;
      }
    }
    last = files.at(-1)?.id ?? null;
  } while (last !== null);
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/** What was found clean lately, once more: from anywhere and around, until the time is over. Only what is found now is settled. */
export async function scanAgain<File extends ToScan>(
  scanner: Scanner,
  { listClean, settle }: ScanSource<File>,
  untilMs: number,
): Promise<void> {
  const from = randomUUID();
  for (const [begin, end] of [
    [from, null],
    [FIRST_ID, from],
  ] as const) {
    let after: string | null = begin;
    while (after !== null) {
      const files: readonly File[] = await listClean(after, BATCH);
      for (const file of files) {
        if (performance.now() > untilMs || (end !== null && file.id > end)) return;
        const verdict = await hear(scanner, file.fileKey);
        if (verdict?.found === 'infected') await settle(file, verdict);
      }
      after = files.at(-1)?.id ?? null;
    }
  }
}

/** The antivirus is heard outside the transaction: nobody waits for it. */
async function scan<File extends ToScan>(scanner: Scanner, source: ScanSource<File>, file: File): Promise<void> {
  const verdict = await hear(scanner, file.fileKey);
  if (verdict !== null) await source.settle(file, verdict);
}

/** A file that is lost is the nightly check's matter. */
async function hear({ files, antivirus }: Scanner, key: string): Promise<ScanVerdict | null> {
  try {
    return await antivirus.scan(await files.open(key));
  } catch (error) {
    if (error instanceof MissingFile) return null;
    throw error;
  }
}
