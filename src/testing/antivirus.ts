import { afterAll } from 'vitest';
import { openScans, type Scans } from '../keptFiles/index.ts';
import { connectClamd } from '../platform/antivirus.ts';
import type { Database } from '../platform/database/database.ts';
import type { FileStore } from '../platform/files.ts';
import { silentLog } from '../platform/log.ts';
import { startClamd } from '../platform/testingClamd.ts';

/** An antivirus of the test's own, and what has files wait for it: rooms say which. For the head of a test file: it closes itself. */
export async function ownAntivirus({
  db,
  files,
}: {
  readonly db: Database;
  readonly files: FileStore;
}): Promise<Scans> {
  const clamd = await startClamd();
  const scans = openScans({ files, antivirus: connectClamd(clamd.url), node: { db, name: 'here', log: silentLog } });
  afterAll(async () => {
    scans.stop();
    await clamd.close();
  });
  return scans;
}
