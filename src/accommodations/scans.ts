import type { Scans } from '../pieces/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Jobs } from '../platform/jobs.ts';
import { findUnscanned, listUnscanned, markToScan, writeVerdict } from './store/ledger.ts';

type Given = {
  readonly db: Database;
  readonly events: EventBus;
  readonly jobs: Pick<Jobs, 'handle' | 'enqueue'>;
};

/** Each document is scanned by a job of its own transaction, as the files of pieces are; the service opens none before. */
export function scanDocuments({ db, events, jobs }: Given, scans: Pick<Scans, 'follow'>): void {
  const scan = scans.follow({
    find: (id) => findUnscanned(db, id),
    list: (after, limit) => listUnscanned(db, after, limit),
    settle: ({ id }, verdict) => writeVerdict(db, id, verdict),
  });
  events.subscribe('accommodation.documentGiven', 'settle', async (tx, { payload: { documentId } }) => {
    await markToScan(tx, documentId);
    await jobs.enqueue(tx, 'accommodation.scan', { documentId });
  });
  jobs.handle('accommodation.scan', ({ documentId }) => scan(documentId));
}
