import { type Scans, scanAlone } from '../keptFiles/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import { letterScans } from './store/caseLetters.ts';
import { scriptScans } from './store/scripts.ts';

/** Each letter that a request came by, and each script that is sent to whoever asked for it, is scanned by a job of its own; nobody opens it before. */
export function scanCaseLetters(
  { db, jobs }: { readonly db: Database; readonly jobs: Pick<Jobs, 'handle'> },
  scans: Pick<Scans, 'follow'>,
): void {
  const scan = scans.follow(scanAlone(db, letterScans));
  jobs.handle('caseLetter.scan', ({ caseId }) => scan(caseId));
  const scanScript = scans.follow(scanAlone(db, scriptScans));
  jobs.handle('script.scan', ({ scriptId }) => scanScript(scriptId));
}
