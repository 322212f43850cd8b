import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import {
  type Keeping,
  type SaidMark,
  type SaidRemark,
  SOURCES,
  type Source,
  STATES,
  type Standing,
  type ToldPresence,
} from '../attendance.ts';

type Place = Pick<Keeping, 'academy' | 'session'>;

/** Before what it writes is looked at and until it is written: two batches of one centre come one after the other. */
export async function lockCentre(tx: Tx, centreId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`attendance:${centreId}`}, 0))`.execute(tx);
}

const KNOWN = columns({ id: uuid, by: uuid });

/** Which of these were said already, and by whom. */
export function listKnown(
  db: Database,
  ids: readonly string[],
): Promise<readonly { readonly id: string; readonly by: string }[]> {
  return KNOWN.all(
    db,
    sql`select id, "by" from attendance_act where id = any(${ids}::uuid[])
    union all select id, "by" from attendance_remark where id = any(${ids}::uuid[])
    union all select id, "by" from attendance_call where id = any(${ids}::uuid[])
    union all select id, "by" from attendance_phoned where id = any(${ids}::uuid[])`,
  );
}

const COUNT = columns({ acts: present(integer), remarks: present(integer) });

/** How much somebody said of a centre's day. */
export function countSaid(
  db: Database,
  centreId: string,
  day: Temporal.PlainDate,
  by: string,
): Promise<{ readonly acts: number; readonly remarks: number }> {
  return COUNT.one(
    db,
    sql`select (select count(*) from attendance_act where centre_id = ${centreId} and day = ${day}::date and "by" = ${by}::uuid)
        + (select count(*) from attendance_call where centre_id = ${centreId} and day = ${day}::date and "by" = ${by}::uuid)
        + (select count(*) from attendance_phoned where centre_id = ${centreId} and day = ${day}::date and "by" = ${by}::uuid) as acts,
      (select count(*) from attendance_remark where centre_id = ${centreId} and day = ${day}::date and "by" = ${by}::uuid) as remarks`,
  );
}

export type StatementsOfRoom = {
  readonly keeping: Pick<Keeping, 'academy' | 'session' | 'centreId'>;
  readonly roomId: string;
  readonly day: Temporal.PlainDate;
  readonly by: string;
};

/** No device says that something was said later than now. */
export const saidBy = (at: Temporal.Instant): RawBuilder<unknown> => sql`least(${at}::timestamptz, business_now())`;

export async function insertAct(
  tx: Tx,
  said: SaidMark,
  { keeping, roomId, day, by }: StatementsOfRoom,
  { source, device, reason }: { readonly source: Source; readonly device: string; readonly reason: string | null },
): Promise<void> {
  await sql`insert into attendance_act
      (id, academy, session, centre_id, room_id, day, enrolment_id, unit, state, minutes, source, device, seen, said_at, "by", reason)
    values (${said.id}, ${keeping.academy}, ${keeping.session}, ${keeping.centreId}, ${roomId}, ${day}::date, ${said.enrolmentId}, ${said.unit},
      ${said.state}, ${said.minutes}, ${source}, ${device}, ${said.seen}, ${saidBy(said.saidAt)}, ${by}, ${reason})`.execute(
    tx,
  );
}

export async function insertRemark(
  tx: Tx,
  said: SaidRemark,
  { keeping, roomId, day, by }: StatementsOfRoom,
): Promise<void> {
  await sql`insert into attendance_remark (id, academy, session, centre_id, room_id, day, text, said_at, "by")
    values (${said.id}, ${keeping.academy}, ${keeping.session}, ${keeping.centreId}, ${roomId}, ${day}::date, ${said.text},
      ${saidBy(said.saidAt)}, ${by})`.execute(tx);
}

export async function noteContact(
  tx: Tx,
  { academy, session, centreId }: StatementsOfRoom['keeping'],
  day: Temporal.PlainDate,
  device: string,
): Promise<void> {
  await sql`insert into attendance_contact (academy, session, centre_id, day, device) values (${academy}, ${session}, ${centreId}, ${day}::date, ${device})
    on conflict (centre_id, day, session, device) do update set at = business_now()`.execute(tx);
}

const STANDING = columns({
  enrolmentId: present(id<EnrolmentId>()),
  unit: present(text),
  state: present(oneOf(STATES)),
  minutes: nullable(integer),
  rank: present(integer),
  saidAt: present(instant),
  source: present(oneOf(SOURCES)),
  otherState: nullable(oneOf(STATES)),
  otherMinutes: nullable(integer),
});

/** What holds of these candidates, or of all of a session. */
export async function listStandings(
  db: Database,
  { academy, session }: Place,
  enrolments: readonly EnrolmentId[] | null,
): Promise<readonly Standing[]> {
  const rows = await STANDING.all(
    db,
    sql`select enrolment_id as "enrolmentId", unit, state, minutes, rank, said_at as "saidAt", source,
      other_state as "otherState", other_minutes as "otherMinutes"
    from attendance_state where academy = ${academy} and session = ${session}
      ${enrolments === null ? sql`` : sql`and enrolment_id = any(${enrolments}::uuid[])`}`,
  );
  return rows.map(({ otherState, otherMinutes, ...row }) => ({
    ...row,
    other: otherState === null ? null : { state: otherState, minutes: otherMinutes },
  }));
}

/** True: what holds is this very word of this person, on what they were looking at. */
export async function isCorrection(
  tx: Tx,
  rank: number,
  {
    by,
    seen,
    told,
    reason,
  }: { readonly by: string; readonly seen: number; readonly told: ToldPresence; readonly reason: string },
): Promise<boolean> {
  const same = columns({ same: present(flag) });
  const asked = sql`select true as same from attendance_act where rank = ${rank} and "by" = ${by} and seen = ${seen}
    and state = ${told.state} and minutes is not distinct from ${told.minutes}::integer and reason = ${reason}`;
  return (await same.first(tx, asked)) !== null;
}

const REMARK = columns({ id: uuid, centreId: uuid, roomId: uuid, text, saidAt: instant });
export type Remark = RowOf<typeof REMARK>;

/** Of a day, at one centre or at all. */
export function listRemarks(
  db: Database,
  { academy, session }: Place,
  day: Temporal.PlainDate,
  centreId: string | null = null,
): Promise<readonly Remark[]> {
  return REMARK.all(
    db,
    sql`select ${REMARK} from attendance_remark where academy = ${academy} and session = ${session} and day = ${day}::date
      ${centreId === null ? sql`` : sql`and centre_id = ${centreId}`} order by rank`,
  );
}

const CONTACT = columns({ centreId: uuid, at: present(instant) });

/** When each centre was last heard of on a day. */
export function listContacts(
  db: Database,
  { academy, session }: Place,
  day: Temporal.PlainDate,
): Promise<readonly { readonly centreId: string; readonly at: Temporal.Instant }[]> {
  return CONTACT.all(
    db,
    sql`select centre_id as "centreId", max(at) as at from attendance_contact
    where academy = ${academy} and session = ${session} and day = ${day}::date group by centre_id`,
  );
}
