import { keptFor } from '../../catalogue/index.ts';
import { healthSubjectOf, isRunning } from '../../enrolment/index.ts';
import { type ReadingSource, readingOf } from '../../keptFiles/index.ts';
import { correctionTime } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/journal.ts';
import { after } from '../../platform/time.ts';
import { type About, readAbout } from '../../post/index.ts';
import type { AccommodationActDeps } from '../deps.ts';
import { tellNews } from '../mails.ts';
import { DOCUMENTS_ROOM } from '../store/documents.ts';
import { COUNTS, FILES } from '../store/ledger.ts';
import { lockRequest, prolongAsked } from '../store/requests.ts';

/** Documents that were received while others were read: what their reading changes, for their candidate and their service alone. */
export function unreadDocuments(deps: AccommodationActDeps): ReadingSource {
  return readingOf<About>({
    room: DOCUMENTS_ROOM,
    files: FILES,
    counts: COUNTS,
    lock: (tx, enrolmentId) => readAbout(deps, tx, enrolmentId),
    read: async (tx, { enrolment }, documentId, sha256) => {
      const payload = { enrolmentId: enrolment.id, documentId, sha256 };
      await deps.events.publish(tx, SYSTEM, 'accommodation.documentRead', healthSubjectOf(enrolment), payload);
    },
    refused: async (tx, about, documentId, { code: why }) => {
      const { enrolment } = about;
      if (!isRunning(enrolment)) return null;
      const until = await timeOfItsOwn(deps, tx, about);
      const payload = { enrolmentId: enrolment.id, documentId, why, until: until?.toString() ?? null };
      const subject = healthSubjectOf(enrolment);
      const eventId = await deps.events.publish(tx, SYSTEM, 'accommodation.documentUnreadable', subject, payload);
      await tellNews(deps, tx, about, eventId, 'unreadable');
      return until ?? after((await readMoment(tx, SYSTEM)).now, keptFor(deps.catalogue(), 'unfinishedFile'));
    },
  });
}

/** Where the service asks for something by a date, as much as whoever has a piece refused today; else nothing ends before the decision. */
async function timeOfItsOwn(
  { catalogue }: AccommodationActDeps,
  tx: Tx,
  { enrolment }: About,
): Promise<Temporal.Instant | null> {
  const request = await lockRequest(tx, enrolment.id);
  const session = catalogue().session(enrolment.session);
  if (request === null || session === undefined) return null;
  return prolongAsked(tx, request.id, correctionTime(session, (await readMoment(tx, SYSTEM)).now));
}
