import { isRunning } from '../enrolment/index.ts';
import { partedByReading } from '../keptFiles/index.ts';
import { type DueSource, findTimeAgain } from '../pieces/index.ts';
import { requestEndsAt } from './rules/calendar.ts';
import { type DueFacts, dueOf } from './rules/due.ts';
import { isSameKind } from './rules/requestActs.ts';
import { listDecisions } from './store/decisions.ts';
import { listDocuments } from './store/documents.ts';
import { findRequest } from './store/requests.ts';
import { saidOf } from './store/saidOfRequest.ts';

/**
 * What a candidate has to do for their request: their service reads it, but for a draft, which nobody else may know of. The office never asks
 * this source.
 */
export const accommodationDue: DueSource<DueFacts> = {
  readers: 'service',
  read: async (db, { enrolment, session }) => {
    if (!isRunning(enrolment)) return null;
    const request = await findRequest(db, enrolment.id);
    const said = await saidOf(db, enrolment.id);
    const ticked = enrolment.registered?.informations?.handicap === 'oui';
    const { lastCorrectionAt } = session;
    const [last] = request?.state === 'decided' ? await listDecisions(db, request.id) : [];
    const decidedAt = last?.at ?? null;
    const documents = request === null ? [] : await listDocuments(db, request.id);
    return {
      enrolmentId: enrolment.id,
      ticked,
      request,
      unreadable: partedByReading(documents, isSameKind).unreadable.length > 0,
      said,
      endsAt: requestEndsAt(session, await findTimeAgain(db, enrolment.id)),
      lastCorrectionAt,
      decidedAt,
    };
  },
  lines: (facts, _, now, reader) =>
    reader === 'service'
      ? dueOf({ ...facts, request: facts.request?.state === 'draft' ? null : facts.request, decidedAt: null }, now)
      : dueOf(facts, now),
};
