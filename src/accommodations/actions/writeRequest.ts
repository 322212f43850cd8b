import { healthSubjectOf } from '../../enrolment/index.ts';
import { findTimeAgain } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { readAbout } from '../../post/index.ts';
import type { AccommodationActDeps } from '../deps.ts';
import { tellNews } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { isSent, type Request } from '../request.ts';
import { isLate } from '../rules/calendar.ts';
import { type AskedMeasures, insertDraft, lockRequest, writeAct, writeAsked } from '../store/requests.ts';
import { insertSaid, saidOf } from '../store/saidOfRequest.ts';
import { onOwn, type RequestOwner } from './onOwn.ts';

export type RequestOrder = RequestOwner & {
  readonly asked: AskedMeasures;
  /** False: only kept, to go on with. */
  readonly send: boolean;
  /** Of the draft that was on the page; null: there was none. */
  readonly rowVersion: number | null;
  readonly key: string | null;
};

/** *Enregistrer* or *Envoyer ma demande*. Late, it goes all the same, with what the candidate says of it: a person judges (D351-28). */
export function writeRequest(
  deps: AccommodationActDeps,
  act: Act,
  order: RequestOrder,
): Promise<Result<null, Refusal>> {
  return onOwn<null>(deps.db, order, (tx) => {
    // Kept twice is kept once; sent twice with the same words too, and the browser's « back » may bring the key to other words.
    const key = order.send ? order.key : null;
    const sent = { key, owner: order.candidateId, purpose: `request ${order.id}`, content: order.asked };
    return onceAccepted<null, Refusal>(tx, sent, () => write(deps, tx, act, order));
  });
}

async function write(
  deps: AccommodationActDeps,
  tx: Tx,
  act: Act,
  { id, asked, send, rowVersion }: RequestOrder,
): Promise<Result<null, Refusal>> {
  const about = await readAbout(deps, tx, id);
  const before = await lockRequest(tx, id);
  if (before !== null && isSent(before)) return refuse({ code: 'already-sent' });
  if (before !== null && rowVersion !== null && before.rowVersion !== rowVersion)
    return refuse({ code: 'written-elsewhere' });
  const { begunAt } = await readMoment(tx, act);
  const late = isLate(begunAt, about.session, await findTimeAgain(tx, id));
  if (send && late && asked.late === null) return refuse({ code: 'late-unsaid' });
  const request = before ?? (await draft(tx, about.enrolment));
  await writeAsked(tx, request, late ? asked : { ...asked, late: null });
  if (!send) return ok(null);
  await writeAct(tx, request, 'send', { waitsAgain: true });
  const eventId = await deps.events.publish(tx, act, 'accommodation.submitted', healthSubjectOf(about.enrolment), {
    enrolmentId: id,
    late,
  });
  await tellNews(deps, tx, about, eventId, 'received');
  return ok(null);
}

/** The draft that documents or a first *Enregistrer* begin. */
export async function draft(tx: Tx, enrolment: Parameters<typeof insertDraft>[1]): Promise<Request> {
  await insertDraft(tx, enrolment);
  // They had said that they would ask for nothing here.
  if ((await saidOf(tx, enrolment.id)) !== null) await insertSaid(tx, enrolment, { what: 'resumed' });
  const begun = await lockRequest(tx, enrolment.id);
  if (begun === null) throw new Error(`No draft could be begun for ${enrolment.id}`);
  return begun;
}
