import { healthSubjectOf } from '../../enrolment/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { FileStore } from '../../platform/files.ts';
import { SYSTEM } from '../../platform/journal.ts';
import type { AccommodationActDeps } from '../deps.ts';
import { eraseFrom } from '../rules/retention.ts';
import { type Kept, listKept, markDocumentErased } from '../store/ledger.ts';

export type EraseDeps = Pick<AccommodationActDeps, 'db' | 'events' | 'catalogue'> & {
  readonly files: Pick<FileStore, 'remove'>;
};

const BATCH = 100;

/** Destroys the bytes of the documents whose retention is over; says how many. A session that the rules no longer know keeps its own. */
export async function eraseDocuments(deps: EraseDeps): Promise<number> {
  const { now } = await readMoment(deps.db, SYSTEM);
  let [erased, last]: [number, string | null] = [0, null];
  do {
    const documents: readonly Kept[] = await listKept(deps.db, now, last, BATCH);
    for (const document of documents) if (isOver(deps, document, now) && (await erase(deps, document))) erased += 1;
    last = documents.at(-1)?.id ?? null;
  } while (last !== null);
  return erased;
}

function isOver({ catalogue }: EraseDeps, document: Kept, now: Temporal.Instant): boolean {
  const session = catalogue().session(document.session);
  return session !== undefined && Temporal.Instant.compare(eraseFrom(document, session.lastCorrectionAt), now) <= 0;
}

/** The row first: nobody opens it any more. What a crash leaves of its bytes is then nobody's, and swept. */
async function erase(deps: EraseDeps, { id, enrolmentId, receipt, fileKey }: Kept): Promise<boolean> {
  const marked = await deps.db.transaction().execute(async (tx) => {
    if (!(await markDocumentErased(tx, id))) return false;
    const payload = { enrolmentId, documentId: id, receipt };
    await deps.events.publish(
      tx,
      SYSTEM,
      'accommodation.documentErased',
      healthSubjectOf({ id: enrolmentId }),
      payload,
    );
    return true;
  });
  if (marked) await deps.files.remove(fileKey);
  return marked;
}
