import { type RawBuilder, sql } from 'kysely';
import type { Enrolment, EnrolmentId } from '../../enrolment/index.ts';
import { columns, flag, id, instant, integer, nullable, oneOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { newId } from '../../platform/uuid.ts';
import { DOOR_ENDINGS, DOOR_LIVES, DOOR_STAYS_OPEN, type Door, type DoorId } from '../door.ts';

const DOOR = columns({
  id: id<DoorId>(),
  enrolmentId: id<EnrolmentId>(),
  candidateId: text,
  academy: text,
  version: integer,
  sentAt: instant,
  openedAt: nullable(instant),
  opener: nullable(text),
  holds: flag,
  endedAt: nullable(instant),
  endedWhy: nullable(oneOf(DOOR_ENDINGS)),
});

const first = (db: Database, which: RawBuilder<unknown>): Promise<Door | null> =>
  DOOR.first(
    db,
    sql`select d.id, d.enrolment_id as "enrolmentId", e.candidate_id::text as "candidateId", d.academy, d.version, d.sent_at as "sentAt", d.opened_at as "openedAt",
        case when d.opener_until > now() then d.opener end as opener, (d.ended_at is null and d.ends_at > now() and e.version = d.version) as holds,
        d.ended_at as "endedAt", d.ended_why as "endedWhy"
      from signature_door d join enrolment_file e on e.id = d.enrolment_id ${which}`,
  );

export function findDoor(db: Database, doorId: DoorId): Promise<Door | null> {
  return first(db, sql`where d.id = ${doorId}`);
}

/** The last one sent for this version. */
export function lastDoor(db: Database, { id: of, version }: Pick<Enrolment, 'id' | 'version'>): Promise<Door | null> {
  return first(
    db,
    sql`where d.enrolment_id = ${of} and d.version = ${version} order by d.ended_at is null desc, d.ends_at desc, d.id limit 1`,
  );
}

/** Is one that still holds less than a minute old? Two clicks send one. */
export async function justSent(tx: Tx, { id: of, version }: Pick<Enrolment, 'id' | 'version'>): Promise<boolean> {
  const door = await first(
    tx,
    sql`where d.enrolment_id = ${of} and d.version = ${version} and d.ended_at is null
      and d.ends_at > now() + make_interval(days => ${DOOR_LIVES.days}::int, mins => -1)`,
  );
  return door !== null;
}

/** It takes the place of whichever stood. */
export async function writeDoor(
  tx: Tx,
  { id: of, academy, session, version }: Pick<Enrolment, 'id' | 'academy' | 'session' | 'version'>,
): Promise<DoorId> {
  await endDoors(tx, of, 'replaced');
  const doorId = newId<DoorId>();
  await sql`insert into signature_door (id, academy, session, enrolment_id, version, ends_at)
    values (${doorId}, ${academy}, ${session}, ${of}, ${version}, now() + make_interval(days => ${DOOR_LIVES.days}::int))`.execute(
    tx,
  );
  return doorId;
}

/** The right code was typed: this browser reads, and the one of before no more. */
export async function openTo(tx: Tx, doorId: DoorId, mark: string): Promise<void> {
  await sql`update signature_door set opened_at = coalesce(opened_at, business_now()), opener = ${mark},
      opener_until = now() + make_interval(mins => ${DOOR_STAYS_OPEN.minutes}::int) where id = ${doorId}`.execute(tx);
}

/** By who reads there. False: it holds no more, for them or for anybody. */
export async function endDoor(tx: Tx, doorId: DoorId, mark: string, why: 'signed' | 'refused'): Promise<boolean> {
  const { numAffectedRows } = await sql`update signature_door set ended_at = business_now(), ended_why = ${why}
    where id = ${doorId} and opener = ${mark} and opener_until > now() and ended_at is null and ends_at > now()`.execute(
    tx,
  );
  return numAffectedRows === 1n;
}

/** False: none stood. */
export async function endDoors(
  tx: Tx,
  enrolmentId: string,
  why: 'revoked' | 'withdrawn' | 'replaced',
): Promise<boolean> {
  const { numAffectedRows } = await sql`update signature_door set ended_at = business_now(), ended_why = ${why}
    where enrolment_id = ${enrolmentId} and ended_at is null`.execute(tx);
  return numAffectedRows === 1n;
}
