import type { Scans } from '../../pieces/index.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Jobs } from '../../platform/jobs.ts';
import { findUnscannedProof, listUnscannedProofs, writeProofVerdict } from '../store/entryProofs.ts';

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
  const scan = scans.follow({
    find: (id) => findUnscannedProof(db, id),
    list: (after, limit) => listUnscannedProofs(db, after, limit),
    settle: ({ id }, verdict) => writeProofVerdict(db, id, verdict),
  });
  jobs.handle('proof.scan', ({ entryId }) => scan(entryId));
}
