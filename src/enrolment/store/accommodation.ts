import { sql } from 'kysely';
import { columns, day, type RowOf } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Enrolment } from '../enrolment.ts';

/**
 * A request for arrangements (D351-28) that reached its service, by its own way: ticking the box of step 2 is none. Read by
 * the candidate and by that service.
 */
export type AccommodationRequest = RowOf<typeof REQUEST>;
const REQUEST = columns({ receivedOn: day });

export function findAccommodationRequest(db: Database, enrolmentId: string): Promise<AccommodationRequest | null> {
  return REQUEST.first(db, sql`select ${REQUEST} from accommodation_request where enrolment_id = ${enrolmentId}`);
}

export async function writeAccommodationRequest(
  tx: Tx,
  { id, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  receivedOn: Temporal.PlainDate,
): Promise<void> {
  await sql`insert into accommodation_request (enrolment_id, academy, session, received_on)
    values (${id}, ${academy}, ${session}, ${receivedOn}::date)
    on conflict (enrolment_id) do update set received_on = excluded.received_on, recorded_at = business_now()`.execute(
    tx,
  );
}

export async function dropAccommodationRequest(tx: Tx, { id }: Pick<Enrolment, 'id'>): Promise<void> {
  await tx.deleteFrom('accommodation_request').where('enrolment_id', '=', id).execute();
}
