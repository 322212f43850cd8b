import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, day, flag, id, integer, present, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { RoomId } from '../places.ts';

const LOAN = columns({
  id: uuid,
  /** Whose the room is, and who has it. */
  academy: text,
  borrower: text,
  roomId: id<RoomId>(),
  room: text,
  centre: text,
  capacity: integer,
  /** Both included, in Paris. */
  firstDay: day,
  lastDay: day,
  hasBegun: present(flag),
});
/** A room that one academy lends another. Neither reads more of the other than this. */
export type Loan = RowOf<typeof LOAN>;

const TODAY = sql`(business_now() at time zone 'Europe/Paris')::date`;
const LOANS = sql`select l.id, l.academy, l.borrower, l.room_id as "roomId", r.name as room, c.name as centre, r.capacity, l.first_day as "firstDay",
    l.last_day as "lastDay", l.first_day <= ${TODAY} as "hasBegun"
  from exam_room_loan l join exam_room r on r.id = l.room_id join exam_centre c on c.id = r.centre_id
  where l.ended_at is null`;

/** Given or received, that aren't over, in the order of their days. */
export function listLoans(db: Database, academy: string): Promise<readonly Loan[]> {
  return LOAN.all(
    db,
    sql`${LOANS} and ${academy} in (l.academy, l.borrower) and l.last_day >= ${TODAY} order by l.first_day, c.name, r.folded, l.id`,
  );
}

/** One that an academy gave. */
export async function findLoan(db: Database, academy: string, loan: string): Promise<Loan | null> {
  if (!isUuid(loan)) return null;
  return LOAN.first(db, sql`${LOANS} and l.academy = ${academy} and l.id = ${loan}`);
}

export type LoanWords = {
  readonly roomId: RoomId;
  readonly borrower: string;
  readonly firstDay: Temporal.PlainDate;
  readonly lastDay: Temporal.PlainDate;
};

const MET = columns({ isLent: present(flag), isUsed: present(flag) });

/** Whether another loan of a room, or a test of the academy whose it is, falls on these days. */
export function whatMeets(
  tx: Tx,
  academy: string,
  { roomId, firstDay, lastDay }: LoanWords,
): Promise<RowOf<typeof MET>> {
  const [first, last] = [firstDay.toString(), lastDay.toString()];
  const within = (at: string) =>
    sql`(${sql.ref(at)} at time zone 'Europe/Paris')::date between ${first}::date and ${last}::date`;
  return MET.one(
    tx,
    sql`select exists (select from exam_room_loan l where l.room_id = ${roomId} and l.ended_at is null
        and l.first_day <= ${last}::date and l.last_day >= ${first}::date) as "isLent",
      exists (select from exam_sitting s where s.room_id = ${roomId} and s.academy = ${academy} and ${within('s.starts_at')})
      or exists (select from seating_plan p join planned_seat s on s.plan_id = p.id
        where p.academy = ${academy} and p.state = 'published' and s.room_id = ${roomId} and ${within('s.starts_at')}) as "isUsed"`,
  );
}

export async function insertLoan(
  tx: Tx,
  academy: string,
  { roomId, borrower, firstDay, lastDay }: LoanWords,
  by: string,
): Promise<Loan> {
  const loan = randomUUID();
  await sql`insert into exam_room_loan (id, academy, room_id, borrower, first_day, last_day, said_by)
    values (${loan}, ${academy}, ${roomId}, ${borrower}, ${firstDay.toString()}::date, ${lastDay.toString()}::date, ${by})`.execute(
    tx,
  );
  return LOAN.one(tx, sql`${LOANS} and l.id = ${loan}`);
}

export async function endLoan(tx: Tx, loan: string, by: string): Promise<void> {
  await sql`update exam_room_loan set ended_at = business_now(), ended_by = ${by} where id = ${loan}`.execute(tx);
}
