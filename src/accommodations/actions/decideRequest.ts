import { asSigned, decide as take, whyNotHeard } from '../../decisions/index.ts';
import { healthSubjectOf } from '../../enrolment/index.ts';
import { accommodationContent, notifyDecision } from '../../papers/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { post, readAbout } from '../../post/index.ts';
import { ACCOMMODATION } from '../decisions.ts';
import type { AccommodationActDeps } from '../deps.ts';
import { tellNews, UNSAID } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { type Advice, type DecidedMeasure, MOST, type Request } from '../request.ts';
import { hasChanged, isSameDecision, needsAdvice } from '../rules/requestActs.ts';
import { findAdvice, insertDecision, listDecisions } from '../store/decisions.ts';
import { listDocuments } from '../store/documents.ts';
import { findPreparation, forgetPreparation } from '../store/prepared.ts';
import { writeAct } from '../store/requests.ts';
import { type FoundRequest, onRequest, type Served } from './serviceActs.ts';

export type DecisionOrder = Served & {
  readonly measures: readonly DecidedMeasure[];
  readonly ground: string;
  readonly key: string | null;
  /** The id of what was prepared, as its page showed it; null: nothing was. */
  readonly prepared: string | null;
};

/**
 * A person decides, measure by measure, after the doctor's advice; the candidate is notified by a paper and a mail that names
 * nothing. Decided again, a new paper takes the place of the last, and says so.
 */
export function decideRequest(
  deps: AccommodationActDeps,
  act: Act,
  order: DecisionOrder,
): Promise<Result<null, Refusal>> {
  const sent = { key: order.key, owner: order.officerId, purpose: `decision ${order.id}`, content: order };
  return transact<null, Refusal>(deps.db, (tx) =>
    onceAccepted<null, Refusal>(tx, sent, () =>
      onRequest(tx, act, order, 'decide', (found) => decide(deps, tx, act, order, found)),
    ),
  );
}

function favourableOn(advice: Advice | null, code: string): boolean | null {
  return advice?.measures.find((one) => one.code === code)?.favourable ?? null;
}

/** What stops a decision, and its preparation. */
export async function whyNotDecided(
  tx: Tx,
  act: Act,
  request: Request,
  said: Pick<DecisionOrder, 'id' | 'measures' | 'ground'>,
): Promise<Refusal | null> {
  const advice = await findAdvice(tx, request.id);
  if (needsAdvice(request, advice !== null, said.measures)) return { code: 'advice-missing' };
  const decisions = await listDecisions(tx, request.id);
  const [last] = decisions;
  if (decisions.length >= MOST.decisions) return { code: 'too-many-decisions' };
  if (last !== undefined && isSameDecision(last, said)) return { code: 'same-decision' };
  const words = said.measures.flatMap(({ how, reasons }) => [how ?? '', reasons ?? '']);
  return whyNotHeard(tx, act, [said.id], words.join('\n'));
}

async function decide(
  deps: AccommodationActDeps,
  tx: Tx,
  act: Act,
  { measures, ground, prepared, ...served }: DecisionOrder,
  { enrolment, request }: FoundRequest,
): Promise<Result<null, Refusal>> {
  const why = await whyNotDecided(tx, act, request, { id: served.id, measures, ground });
  if (why !== null) return refuse(why);
  const before = await findPreparation(tx, enrolment.academy, request.id);
  const waiting = before?.state === 'waiting' ? before : null;
  // What waits is signed with the decision, as whoever signs read it; nobody decides beside it.
  if (prepared !== (waiting?.id ?? null))
    return refuse({ code: waiting === null ? 'prepared-closed' : 'prepared-already' });
  const documents = waiting === null ? [] : await listDocuments(tx, request.id);
  if (waiting !== null && hasChanged(waiting, { version: enrolment.version, request, documents }))
    return refuse({ code: 'prepared-changed' });
  const advice = await findAdvice(tx, request.id);
  const [last = null] = await listDecisions(tx, request.id);
  const by = waiting === null ? act : asSigned(act, waiting);
  const taken = await take(deps, tx, by, ACCOMMODATION, {
    of: enrolment,
    by: served.officerId,
    facts: [],
    reason: '',
    ground,
  });
  if (!taken.ok) return taken;
  const about = await readAbout(deps, tx, served.id);
  const rank = (last?.rank ?? 0) + 1;
  const eventId = await deps.events.publish(tx, act, 'accommodation.decided', healthSubjectOf(enrolment), {
    enrolmentId: served.id,
    rank,
  });
  const said = {
    measures: measures.map((one) => ({ ...one, favourable: favourableOn(advice, one.code) })),
    ground,
    advisedOn: advice?.givenOn ?? null,
    replaces: last === null ? null : parisDay(last.at),
  };
  const { paperId, deposited } = await notifyDecision(deps, tx, act, about, taken.value, {
    declared: ACCOMMODATION,
    kind: 'accommodation',
    eventId,
    content: (signed, now) => accommodationContent(about, { ...said, ...signed }, now),
  });
  await insertDecision(
    tx,
    taken.value,
    request,
    { rank, measures, ground, paperId },
    { eventId, officerId: served.officerId },
  );
  await writeAct(tx, request, 'decide', { waitsAgain: false });
  await forgetPreparation(tx, request);
  if (deposited === null)
    await tellNews(deps, tx, about, eventId, last === null ? 'decided' : 'decidedAgain', {
      author: taken.value.author,
    });
  else await post(deps, tx, about, { eventId, author: taken.value.author }, { ...deposited, mail: UNSAID });
  return ok(null);
}
