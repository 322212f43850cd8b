import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, id, instant, integer, nullable, text, uuid } from '../../platform/database/columns.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { PlanId } from '../plan.ts';
import { dealt } from '../rules/tables.ts';
import { inParts } from './placing.ts';

const TABLE_SEAT = columns({
  enrolmentId: id<EnrolmentId>(),
  unit: text,
  roomId: uuid,
  startsAt: instant,
  place: nullable(integer),
});

/** Gives a table to each seat that has none, in the order of names (`dealt`). Before a board nobody has a table. */
export async function dealTables(tx: Tx, planId: PlanId): Promise<void> {
  const seats = await TABLE_SEAT.all(
    tx,
    sql`select ${TABLE_SEAT.of('s')} from exam_seat s join enrolment_file e on e.id = s.enrolment_id join candidate_identity i on i.account_id = e.candidate_id
    where s.plan_id = ${planId} and s.calls_at is null and s.room_id in (
      select room_id from exam_seat where plan_id = ${planId} and place is null and calls_at is null)
    order by i.birth_name, i.first_names, e.number, s.unit`,
  );
  for (const some of inParts(dealt(seats)))
    await sql`update exam_seat s set place = g.place
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as g("enrolmentId" uuid, unit text, place integer)
      where s.plan_id = ${planId} and s.enrolment_id = g."enrolmentId" and s.unit = g.unit`.execute(tx);
}
