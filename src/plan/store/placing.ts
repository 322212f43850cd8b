import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import { columns, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { PLACED, type PlanId, type PlanPlaced, type PlanSeat, type PlanUnseated } from '../plan.ts';

/** Rows written by one statement. */
const AT_ONCE = 2_000;

/** The centres of these candidates, or of all. */
export function placedOf(
  db: Database,
  planId: PlanId,
  enrolmentIds: readonly EnrolmentId[] | null,
): Promise<readonly PlanPlaced[]> {
  return PLACED.all(
    db,
    sql`select ${PLACED} from exam_placed where plan_id = ${planId}
      ${enrolmentIds === null ? sql`` : sql`and enrolment_id = any(${enrolmentIds}::uuid[])`} order by enrolment_id`,
  );
}

/** The rows of one plan become those of another that has none. */
export async function copyRows(tx: Tx, from: PlanId, to: PlanId): Promise<void> {
  await sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at, calls_at, percent, alone, place, frozen,
        reason)
    select ${to}, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at, calls_at, percent, alone, place, false, reason
    from exam_seat where plan_id = ${from}`.execute(tx);
  await sql`insert into exam_placed (plan_id, enrolment_id, centre_id, km, nearer)
    select ${to}, enrolment_id, centre_id, km, nearer from exam_placed where plan_id = ${from}`.execute(tx);
  await sql`insert into exam_unseated (plan_id, enrolment_id, unit, why, reason)
    select ${to}, enrolment_id, unit, why, reason from exam_unseated where plan_id = ${from}`.execute(tx);
}

/** What the next placing gives anew goes; what is kept stays, and with it the centre of whoever keeps a seat. */
export async function clearRows(
  tx: Tx,
  planId: PlanId,
  kept: readonly Pick<PlanSeat, 'enrolmentId' | 'unit'>[],
): Promise<void> {
  const standing = JSON.stringify(kept.map(({ enrolmentId, unit }) => ({ enrolmentId, unit })));
  const stands = sql`jsonb_to_recordset(${standing}::jsonb) as k("enrolmentId" uuid, unit text)`;
  await sql`delete from exam_seat s where s.plan_id = ${planId}
    and not exists (select from ${stands} where k."enrolmentId" = s.enrolment_id and k.unit = s.unit)`.execute(tx);
  await sql`delete from exam_placed p where p.plan_id = ${planId}
    and not exists (select from exam_seat s where s.plan_id = p.plan_id and s.enrolment_id = p.enrolment_id)`.execute(
    tx,
  );
  await sql`delete from exam_unseated where plan_id = ${planId} and why <> 'taken-away'`.execute(tx);
}

export async function insertSeats(tx: Tx, planId: PlanId, seats: readonly PlanSeat[]): Promise<void> {
  for (const some of inParts(seats))
    await sql`insert into exam_seat (plan_id, enrolment_id, unit, sitting_id, room_id, starts_at, ends_at, calls_at, percent, alone, place, frozen,
        reason)
      select ${planId}, g."enrolmentId", g.unit, g."sittingId", g."roomId", g."startsAt", g."endsAt", g."callsAt", g.percent, g.alone, g.place,
        g.frozen, g.reason
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as g("enrolmentId" uuid, unit text, "sittingId" uuid, "roomId" uuid,
        "startsAt" timestamptz, "endsAt" timestamptz, "callsAt" timestamptz, percent integer, alone boolean, place integer, frozen boolean, reason text)`.execute(
      tx,
    );
}

/** Whoever has a centre already keeps what was said of it. */
export async function writePlaced(tx: Tx, planId: PlanId, placed: readonly PlanPlaced[]): Promise<void> {
  for (const some of inParts(placed))
    await sql`insert into exam_placed as p (plan_id, enrolment_id, centre_id, km, nearer)
      select ${planId}, g."enrolmentId", g."centreId", g.km, g.nearer
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as g("enrolmentId" uuid, "centreId" uuid, km integer, nearer jsonb)
      on conflict (plan_id, enrolment_id) do update set centre_id = excluded.centre_id, km = excluded.km, nearer = excluded.nearer
        where p.centre_id <> excluded.centre_id`.execute(tx);
}

export async function insertUnseated(tx: Tx, planId: PlanId, unseated: readonly PlanUnseated[]): Promise<void> {
  for (const some of inParts(unseated))
    await sql`insert into exam_unseated (plan_id, enrolment_id, unit, why, reason)
      select ${planId}, g."enrolmentId", g.unit, g.why, g.reason
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as g("enrolmentId" uuid, unit text, why text, reason text)`.execute(
      tx,
    );
}

/** Nothing is left of somebody. */
export async function deletePerson(tx: Tx, planId: PlanId, enrolmentId: EnrolmentId): Promise<void> {
  for (const table of ['exam_seat', 'exam_unseated', 'exam_placed'] as const)
    await tx.deleteFrom(table).where('plan_id', '=', planId).where('enrolment_id', '=', enrolmentId).execute();
}

const UNIT = columns({ unit: text });

/** Neither a seat nor a reason why not; was there a seat? */
export async function deleteUnit(tx: Tx, planId: PlanId, enrolmentId: EnrolmentId, unit: string): Promise<boolean> {
  await sql`delete from exam_unseated where plan_id = ${planId} and enrolment_id = ${enrolmentId} and unit = ${unit}`.execute(
    tx,
  );
  const gone = await UNIT.first(
    tx,
    sql`delete from exam_seat where plan_id = ${planId} and enrolment_id = ${enrolmentId} and unit = ${unit} returning unit`,
  );
  return gone !== null;
}

export async function setPlaced(
  tx: Tx,
  planId: PlanId,
  { enrolmentId, centreId, km, nearer }: PlanPlaced,
): Promise<void> {
  await sql`insert into exam_placed (plan_id, enrolment_id, centre_id, km, nearer)
    values (${planId}, ${enrolmentId}, ${centreId}, ${km}, ${JSON.stringify(nearer)}::jsonb)
    on conflict (plan_id, enrolment_id) do update set centre_id = excluded.centre_id, km = excluded.km, nearer = excluded.nearer`.execute(
    tx,
  );
}

export async function setFrozen(tx: Tx, planId: PlanId, enrolmentId: EnrolmentId, frozen: boolean): Promise<void> {
  await sql`update exam_seat set frozen = ${frozen} where plan_id = ${planId} and enrolment_id = ${enrolmentId}`.execute(
    tx,
  );
}

/** What a person had taken away may be given again. */
export async function letGo(tx: Tx, planId: PlanId, enrolmentId: EnrolmentId): Promise<void> {
  await sql`delete from exam_unseated where plan_id = ${planId} and enrolment_id = ${enrolmentId} and why = 'taken-away'`.execute(
    tx,
  );
}

export function inParts<T>(rows: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(rows.length / AT_ONCE) }, (_, part) =>
    rows.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  );
}
