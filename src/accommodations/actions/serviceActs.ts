import { whyNotHeard } from '../../decisions/index.ts';
import { type Enrolment, type EnrolmentId, healthSubjectOf } from '../../enrolment/index.ts';
import { waitsToBeRead } from '../../keptFiles/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { atVersion } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { readAbout } from '../../post/index.ts';
import { untilInWords } from '../../ui/index.ts';
import type { AccommodationActDeps } from '../deps.ts';
import { tellNews } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { type AdvisedMeasure, isSent, MOST, REQUEST_LIFE, type Request, type RequestAct } from '../request.ts';
import { mayUnrecord } from '../rules/requestActs.ts';
import { insertAdvice, insertDemand, listDemands } from '../store/decisions.ts';
import { listDocuments } from '../store/documents.ts';
import { insertReceived, lockRequest, moveReceived, writeAct } from '../store/requests.ts';
import { lockServed } from './onOwn.ts';

/** Who does it, on which request, as it was on their page. */
export type Served = {
  readonly id: EnrolmentId;
  readonly academy: string;
  readonly officerId: string;
  readonly rowVersion: number;
};
export type FoundRequest = { readonly enrolment: Enrolment; readonly request: Request };

/** What the service does with a request, locked and unchanged since, where it may be done: on documents that are read. */
export async function onRequest(
  tx: Tx,
  by: Act,
  served: Served,
  act: RequestAct,
  work: (found: FoundRequest) => Promise<Result<null, Refusal>>,
): Promise<Result<null, Refusal>> {
  const enrolment = await lockServed(tx, served);
  if (!enrolment.ok) return enrolment;
  const request = await lockRequest(tx, served.id);
  if (request === null || !isSent(request)) return refuse({ code: 'not-found' });
  const versions = { now: request.rowVersion, seen: served.rowVersion };
  return atVersion<null, Refusal>(tx, by, versions, { code: 'changed-meanwhile' }, async () => {
    if (!REQUEST_LIFE.may(act, request.state)) return refuse({ code: 'not-now' });
    if (waitsToBeRead(await listDocuments(tx, request.id))) return refuse({ code: 'document-being-read' });
    return work({ enrolment: enrolment.value, request });
  });
}

/** Names what is missing, and fixes a date (CRPA L114-5). Nothing follows by itself when it is past. */
export function askForMore(
  deps: AccommodationActDeps,
  act: Act,
  served: Served,
  { words, until }: { readonly words: string; readonly until: Temporal.Instant },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, (tx) =>
    onRequest(tx, act, served, 'ask', async ({ enrolment, request }) => {
      if ((await listDemands(tx, request.id)).length >= MOST.demands) return refuse({ code: 'too-many-demands' });
      const unheard = await whyNotHeard(tx, act, [served.id], words);
      if (unheard !== null) return refuse(unheard);
      const eventId = await deps.events.publish(tx, act, 'accommodation.asked', healthSubjectOf(enrolment), {
        enrolmentId: served.id,
        until: until.toString(),
      });
      await insertDemand(tx, request, { words, until }, { eventId, officerId: served.officerId });
      // Whoever had it meanwhile starts again from the answer.
      await writeAct(tx, request, 'ask', { waitsAgain: false, askedUntil: until });
      await tellNews(deps, tx, await readAbout(deps, tx, served.id), eventId, 'asked', {
        until: untilInWords(until),
        words,
      });
      return ok(null);
    }),
  );
}

/** The request left for the appointed doctor, outside this house. */
export function sendToDoctor(deps: AccommodationActDeps, act: Act, served: Served): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, (tx) =>
    onRequest(tx, act, served, 'send-to-doctor', async ({ enrolment, request }) => {
      await writeAct(tx, request, 'send-to-doctor', { waitsAgain: false, askedUntil: request.askedUntil });
      await deps.events.publish(tx, act, 'accommodation.sentToDoctor', healthSubjectOf(enrolment), {
        enrolmentId: served.id,
      });
      return ok(null);
    }),
  );
}

/** Puts the doctor's advice on record, as a fact: it decides nothing. */
export function recordAdvice(
  deps: AccommodationActDeps,
  act: Act,
  served: Served,
  advice: { readonly givenOn: Temporal.PlainDate; readonly measures: readonly AdvisedMeasure[] },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, (tx) =>
    onRequest(tx, act, served, 'advise', async ({ enrolment, request }) => {
      const eventId = await deps.events.publish(tx, act, 'accommodation.advised', healthSubjectOf(enrolment), {
        enrolmentId: served.id,
        givenOn: advice.givenOn.toString(),
      });
      await insertAdvice(tx, request, advice, { eventId, officerId: served.officerId });
      await writeAct(tx, request, 'advise', { waitsAgain: false, askedUntil: request.askedUntil });
      return ok(null);
    }),
  );
}

/** A request came on paper that day; null: it didn't, after all. */
export function recordPaperRequest(
  { db, events }: Pick<AccommodationActDeps, 'db' | 'events'>,
  act: Act,
  served: Omit<Served, 'rowVersion' | 'officerId'>,
  receivedOn: Temporal.PlainDate | null,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(db, async (tx) => {
    const found = await lockServed(tx, served);
    if (!found.ok) return found;
    const enrolment = found.value;
    const before = await lockRequest(tx, served.id);
    const request = before !== null && isSent(before) ? before : null;
    if (request !== null && !mayUnrecord(request))
      return refuse({ code: receivedOn === null ? 'not-on-paper' : 'already-received' });
    if (receivedOn === null) {
      if (request === null) return ok(null);
      await writeAct(tx, request, 'unrecord', { waitsAgain: false });
    } else if (request === null) await insertReceived(tx, enrolment, receivedOn);
    else await moveReceived(tx, request, receivedOn);
    await events.publish(tx, act, 'accommodation.recorded', healthSubjectOf(enrolment), {
      enrolmentId: served.id,
      receivedOn: receivedOn?.toString() ?? null,
    });
    return ok(null);
  });
}
