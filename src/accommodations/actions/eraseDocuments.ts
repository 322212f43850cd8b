import { healthSubjectOf } from '../../enrolment/index.ts';
import { type Disputed, eraseFile, inParts } from '../../keptFiles/index.ts';
import { filesKept } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { DueAlone } from '../../platform/database/due.ts';
import type { FileStore } from '../../platform/files.ts';
import { SYSTEM } from '../../platform/journal.ts';
import type { AccommodationActDeps } from '../deps.ts';
import { documentErasedFrom } from '../rules/retention.ts';
import { type EndedRequest, listKept, markDocumentErased } from '../store/ledger.ts';

export type EraseDeps = Pick<AccommodationActDeps, 'db' | 'events' | 'catalogue'> & {
  readonly files: Pick<FileStore, 'remove'>;
};

/** The bytes of the documents whose retention is over. A session that the rules no longer know keeps its own. */
export function dueDocuments(deps: EraseDeps, disputed: Disputed): DueAlone {
  return {
    count: () => eachOver(deps, disputed, async () => true),
    erase: () => eachOver(deps, disputed, (document) => erase(deps, document)),
  };
}

async function eachOver(
  deps: EraseDeps,
  disputed: Disputed,
  act: (document: EndedRequest) => Promise<boolean>,
): Promise<number> {
  const { now } = await readMoment(deps.db, SYSTEM);
  return inParts(
    (after, limit) => listKept(deps.db, now, after, limit),
    async (document) => isOver(deps, document, now) && (await act(document)),
    disputed,
  );
}

function isOver({ catalogue }: EraseDeps, document: EndedRequest, now: Temporal.Instant): boolean {
  const session = catalogue().session(document.session);
  if (session === undefined) return false;
  const from = documentErasedFrom(document, session.lastCorrectionAt, filesKept(catalogue()));
  return Temporal.Instant.compare(from, now) <= 0;
}

function erase(deps: EraseDeps, { id, enrolmentId, receipt, fileKey }: EndedRequest): Promise<boolean> {
  return eraseFile(deps, fileKey, async (tx) => {
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
}
