import { healthSubjectOf } from '../../enrolment/index.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { AccommodationActDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { REQUEST_LIFE } from '../request.ts';
import { isAsked, mayTakeBack } from '../rules/requestActs.ts';
import { findDocument, markAllRemoved, markRemoved } from '../store/documents.ts';
import { forgetPreparation } from '../store/prepared.ts';
import { lockRequest, writeAct, writeAsked } from '../store/requests.ts';
import { insertSaid } from '../store/saidOfRequest.ts';
import { texts } from '../texts.ts';
import { onOwn, type RequestOwner } from './onOwn.ts';

type Deps = Pick<AccommodationActDeps, 'db' | 'events'>;

/** The candidate takes a document back, while nobody is reading it. A second click does nothing. */
export function removeDocument(
  { db, events }: Deps,
  act: Act,
  order: RequestOwner & { readonly documentId: string },
): Promise<Result<null, Refusal>> {
  return onOwn<null>(db, order, async (tx, enrolment) => {
    const request = await lockRequest(tx, order.id);
    if (request === null) return refuse({ code: 'not-found' });
    const document = await findDocument(tx, request.id, order.documentId);
    if (document === null) return ok(null);
    if (!mayTakeBack(request)) return refuse({ code: 'locked' });
    await markRemoved(tx, document.id);
    await events.publish(tx, act, 'accommodation.documentRemoved', healthSubjectOf(enrolment), {
      enrolmentId: order.id,
      documentId: document.id,
    });
    return ok(null);
  });
}

/** *J'ai répondu*: what was asked is there, or won't come, and the service looks again. */
export function answerDemand(
  { db, events }: Deps,
  act: Act,
  order: RequestOwner & { readonly words: string | null; readonly today: Temporal.PlainDate },
): Promise<Result<null, Refusal>> {
  return onOwn<null>(db, order, async (tx, enrolment) => {
    const request = await lockRequest(tx, order.id);
    if (request === null || !isAsked(request)) return refuse({ code: 'nothing-asked' });
    const said = order.words === null ? [] : [texts.answer.kept(order.today, order.words)];
    await writeAsked(tx, request, { ...request, words: [request.words, ...said].join('\n\n').trim() });
    await writeAct(tx, request, 'answer', { waitsAgain: true });
    await events.publish(tx, act, 'accommodation.answered', healthSubjectOf(enrolment), { enrolmentId: order.id });
    return ok(null);
  });
}

/** The candidate gives up, before anything is decided; the documents go with the request. A second click does nothing. */
export function withdrawRequest({ db, events }: Deps, act: Act, order: RequestOwner): Promise<Result<null, Refusal>> {
  return onOwn<null>(db, order, async (tx, enrolment) => {
    const request = await lockRequest(tx, order.id);
    if (request === null) return ok(null);
    if (!REQUEST_LIFE.may('withdraw', request.state)) return refuse({ code: 'decided' });
    await writeAct(tx, request, 'withdraw', { waitsAgain: false });
    await markAllRemoved(tx, request.id);
    await forgetPreparation(tx, request);
    // Whoever ticked the box isn't reminded of what they have just given up.
    await insertSaid(tx, enrolment, { what: 'given-up' });
    await events.publish(tx, act, 'accommodation.withdrawn', healthSubjectOf(enrolment), { enrolmentId: order.id });
    return ok(null);
  });
}
