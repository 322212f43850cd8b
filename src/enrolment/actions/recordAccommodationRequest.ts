import type { Database } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import type { Enrolment } from '../enrolment.ts';
import { healthSubjectOf } from '../events.ts';
import { dropAccommodationRequest, writeAccommodationRequest } from '../store/accommodation.ts';

/** Says that the request of this enrolment came on that day; null takes back what was said. */
export async function recordAccommodationRequest(
  { db }: { readonly db: Database },
  act: Act,
  enrolment: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  receivedOn: Temporal.PlainDate | null,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (receivedOn === null) await dropAccommodationRequest(tx, enrolment);
    else await writeAccommodationRequest(tx, enrolment, receivedOn);
    const data = { enrolmentId: enrolment.id, receivedOn: receivedOn?.toString() ?? null };
    await record(tx, act, 'accommodation.requested', healthSubjectOf(enrolment), data);
  });
}
