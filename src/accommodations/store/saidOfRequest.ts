import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Enrolment } from '../../enrolment/index.ts';
import { columns, day, instant, nullable, oneOf } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { SAID, type SaidOfRequest } from '../request.ts';

const LAST = columns({ what: oneOf([...SAID, 'resumed']), sentOn: nullable(day), at: instant });

/** What the candidate says of a request that isn't sent here; null: nothing, or they took it back. */
export async function saidOf(db: Database, enrolmentId: string): Promise<SaidOfRequest | null> {
  const last = await LAST.first(
    db,
    sql`select ${LAST} from accommodation_said where enrolment_id = ${enrolmentId} order by at desc, rank desc limit 1`,
  );
  return last === null || last.what === 'resumed' ? null : { ...last, what: last.what };
}

export async function insertSaid(
  tx: Tx,
  { id: enrolmentId, academy, session }: Pick<Enrolment, 'id' | 'academy' | 'session'>,
  {
    what,
    sentOn = null,
  }: { readonly what: SaidOfRequest['what'] | 'resumed'; readonly sentOn?: Temporal.PlainDate | null },
): Promise<void> {
  await sql`insert into accommodation_said (id, academy, session, enrolment_id, what, sent_on)
    values (${randomUUID()}, ${academy}, ${session}, ${enrolmentId}, ${what}, ${sentOn}::date)`.execute(tx);
}
