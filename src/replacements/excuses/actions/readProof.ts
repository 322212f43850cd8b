import { keptFor } from '../../../catalogue/index.ts';
import { enrolmentAddresses, healthSubjectOf, isRunning } from '../../../enrolment/index.ts';
import { type ReadingSource, readingOf } from '../../../keptFiles/index.ts';
import type { PaperActDeps } from '../../../papers/index.ts';
import { readMoment } from '../../../platform/clock.ts';
import { SYSTEM } from '../../../platform/journal.ts';
import { after } from '../../../platform/time.ts';
import { type About, post, readAbout, valuesOf } from '../../../post/index.ts';
import { excuseMails } from '../mails.ts';
import { COUNTS, FILES, PROOFS_ROOM } from '../store/proofs.ts';

/**
 * Documents of an absence that were received while others were read. Whoever gave one that can't be read is told by a mail that doesn't say
 * what it is about, and may give another, even once all is answered.
 */
export function unreadProofs(deps: PaperActDeps): ReadingSource {
  return readingOf<About>({
    room: PROOFS_ROOM,
    files: FILES,
    counts: COUNTS,
    lock: (tx, enrolmentId) => readAbout(deps, tx, enrolmentId),
    read: async (tx, { enrolment }, proofId, sha256) => {
      const said = { enrolmentId: enrolment.id, proofId, sha256 };
      await deps.events.publish(tx, SYSTEM, 'excuse.proofRead', healthSubjectOf(enrolment), said);
    },
    refused: async (tx, about, proofId, { code: why }) => {
      const { enrolment } = about;
      if (!isRunning(enrolment)) return null;
      const said = { enrolmentId: enrolment.id, proofId, why };
      const eventId = await deps.events.publish(tx, SYSTEM, 'excuse.proofUnreadable', healthSubjectOf(enrolment), said);
      const values = valuesOf(deps, about, enrolmentAddresses.hub(enrolment.id));
      await post(deps, tx, about, { eventId }, excuseMails.unreadable.write(values));
      return after((await readMoment(tx, SYSTEM)).now, keptFor(deps.catalogue(), 'unfinishedFile'));
    },
  });
}
