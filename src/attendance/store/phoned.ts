import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, flag, id, instant, integer, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { Keeping, SaidPhoned, Source } from '../attendance.ts';
import { type StatementsOfRoom, saidBy } from './statements.ts';

const PHONED = columns({
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  callRank: integer,
  told: flag,
  saidAt: instant,
  by: uuid,
});
/** What was said last of the last hour that somebody was called about. */
export type Phoned = RowOf<typeof PHONED>;

/** Of a day, of each candidate and unit. A device that was cut off speaks of an hour of before: it takes nothing away of a later one. */
export function listPhoned(
  db: Database,
  { academy, session }: Pick<Keeping, 'academy' | 'session'>,
  on: Temporal.PlainDate,
): Promise<readonly Phoned[]> {
  return PHONED.all(
    db,
    sql`select distinct on (enrolment_id, unit) ${PHONED} from attendance_phoned
    where academy = ${academy} and session = ${session} and day = ${on}::date order by enrolment_id, unit, call_rank desc, rank desc`,
  );
}

export async function insertPhoned(
  tx: Tx,
  { id, enrolmentId, unit, callRank, told, saidAt }: SaidPhoned,
  { keeping, day, by }: Omit<StatementsOfRoom, 'roomId'>,
  { source, device }: { readonly source: Exclude<Source, 'office'>; readonly device: string },
): Promise<void> {
  await sql`insert into attendance_phoned (id, academy, session, centre_id, day, enrolment_id, unit, call_rank, told, source, device, said_at, "by")
    values (${id}, ${keeping.academy}, ${keeping.session}, ${keeping.centreId}, ${day}::date, ${enrolmentId}, ${unit}, ${callRank}, ${told}, ${source}, ${device},
      ${saidBy(saidAt)}, ${by})`.execute(tx);
}
