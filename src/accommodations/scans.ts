import { healthSubjectOf, isRunning } from '../enrolment/index.ts';
import { listedBy, type Scans } from '../keptFiles/index.ts';
import type { ScanVerdict } from '../platform/antivirus.ts';
import { SYSTEM } from '../platform/journal.ts';
import { readAbout } from '../post/index.ts';
import type { AccommodationActDeps } from './deps.ts';
import { tellNews } from './mails.ts';
import { documentScans, type UnscannedDocument, writeVerdict } from './store/ledger.ts';

/** Each document is scanned by a job of its own transaction, as the files of pieces are; the service opens none before. */
export function scanDocuments(deps: AccommodationActDeps, scans: Pick<Scans, 'follow'>): void {
  const { db, events, jobs } = deps;
  const scan = scans.follow({
    ...listedBy(db, documentScans),
    settle: (file, verdict) => settle(deps, file, verdict),
  });
  // What isn't read yet is scanned once it is: the antivirus sees what is kept.
  events.subscribe(
    ['accommodation.documentGiven', 'accommodation.documentRead'],
    'settle',
    async (tx, { payload: { documentId } }) => {
      if (await documentScans.mark(tx, documentId)) await jobs.enqueue(tx, 'accommodation.scan', { documentId });
    },
  );
  jobs.handle('accommodation.scan', ({ documentId }) => scan(documentId));
}

/** Who gave an infected file is told at once: there may be time to give another. */
async function settle(
  deps: AccommodationActDeps,
  { id: documentId, enrolmentId }: UnscannedDocument,
  verdict: ScanVerdict,
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    // The enrolment first, as everywhere.
    const about = await readAbout(deps, tx, enrolmentId);
    const state = await writeVerdict(tx, documentId, verdict);
    if (verdict.found === 'clean' || state !== 'stored' || !isRunning(about.enrolment)) return;
    const subject = healthSubjectOf(about.enrolment);
    const payload = { enrolmentId, documentId };
    const eventId = await deps.events.publish(tx, SYSTEM, 'accommodation.documentInfected', subject, payload);
    await tellNews(deps, tx, about, eventId, 'infected');
  });
}
