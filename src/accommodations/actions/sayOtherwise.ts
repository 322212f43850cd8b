import { healthSubjectOf } from '../../enrolment/index.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { AccommodationActDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { isSent, type SaidOfRequest } from '../request.ts';
import { lockRequest } from '../store/requests.ts';
import { insertSaid, saidOf } from '../store/saidOfRequest.ts';
import { onOwn, type RequestOwner } from './onOwn.ts';

/**
 * The candidate says that their request went by the academy's own way, or that they ask for nothing after all: nobody reminds them of
 * it any more. `resumed`: they take that back. A second click does nothing.
 */
export function sayOtherwise(
  { db, events }: Pick<AccommodationActDeps, 'db' | 'events'>,
  act: Act,
  order: RequestOwner & {
    readonly what: SaidOfRequest['what'] | 'resumed';
    readonly sentOn: Temporal.PlainDate | null;
  },
): Promise<Result<null, Refusal>> {
  return onOwn<null>(db, order, async (tx, enrolment) => {
    const request = await lockRequest(tx, order.id);
    if (request !== null && isSent(request)) return refuse({ code: 'already-sent' });
    const { what, sentOn } = order;
    const before = await saidOf(tx, order.id);
    const isSame =
      (before?.what ?? 'resumed') === what && (before?.sentOn?.toString() ?? null) === (sentOn?.toString() ?? null);
    if (isSame) return ok(null);
    await insertSaid(tx, enrolment, { what, sentOn });
    await events.publish(tx, act, 'accommodation.said', healthSubjectOf(enrolment), { enrolmentId: order.id, what });
    return ok(null);
  });
}
