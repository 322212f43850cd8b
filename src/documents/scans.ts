import { type Scans, scanAlone } from '../keptFiles/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Jobs } from '../platform/jobs.ts';
import { documentScans } from './store/files.ts';

type Given = {
  readonly db: Database;
  readonly events: EventBus;
  readonly jobs: Pick<Jobs, 'handle' | 'enqueue'>;
};

/** Each document of the office is scanned by a job of its own transaction; none is published before. */
export function scanOfficeDocuments({ db, events, jobs }: Given, scans: Pick<Scans, 'follow'>): void {
  const scan = scans.follow(scanAlone(db, documentScans));
  events.subscribe('publication.drafted', 'settle', async (tx, { payload: { publicationId } }) => {
    await documentScans.mark(tx, publicationId);
    await jobs.enqueue(tx, 'publication.scan', { publicationId });
  });
  jobs.handle('publication.scan', ({ publicationId }) => scan(publicationId));
}
