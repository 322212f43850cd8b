import { type Scans, scanAlone } from '../../keptFiles/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Jobs } from '../../platform/jobs.ts';
import { proofScans } from '../store/entryProofs.ts';

declare module '../../platform/jobs.ts' {
  interface JobKinds {
    'proof.scan': { readonly entryId: string };
  }
}

/** Each letter that an officer types from is scanned by a job of its own; nobody opens it before. */
export function scanProofs(
  { db, jobs }: { readonly db: Database; readonly jobs: Pick<Jobs, 'handle'> },
  scans: Pick<Scans, 'follow'>,
): void {
  const scan = scans.follow(scanAlone(db, proofScans));
  jobs.handle('proof.scan', ({ entryId }) => scan(entryId));
}
