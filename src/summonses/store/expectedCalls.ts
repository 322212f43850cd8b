import { sql } from 'kysely';
import { IDENTITY } from '../../accounts/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import {
  columns,
  day,
  flag,
  id,
  instant,
  integer,
  nullable,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { EXPECTED_CALL, type ExpectedCall, type NewCall } from '../expectedCalls.ts';
import { summonsMails } from '../mails.ts';

const SHOWN = sql`c.rank, c.enrolment_id as "enrolmentId", c.unit, c.planned_at as "plannedAt", c.calls_at as "callsAt", c.starts_at as "startsAt", c.at`;

export async function expectCalls(tx: Tx, { academy, session }: ExamPlace, calls: readonly NewCall[]): Promise<void> {
  for (const { enrolmentId, unit, plannedAt, callsAt, startsAt } of calls)
    await sql`insert into exam_expected_call (academy, session, enrolment_id, unit, planned_at, calls_at, starts_at)
      values (${academy}, ${session}, ${enrolmentId}, ${unit}, ${plannedAt}, ${callsAt}, ${startsAt})`.execute(tx);
}

/** All that was ever expected of these, in the order in which it was said. */
export function listExpectedCalls(db: Database, enrolments: readonly string[]): Promise<readonly ExpectedCall[]> {
  return EXPECTED_CALL.all(
    db,
    sql`select ${SHOWN} from exam_expected_call c where c.enrolment_id = any(${enrolments}::uuid[]) order by c.rank`,
  );
}

const DAY = columns({ day: nullable(day) });

/** The last day of a session on which somebody was expected at another hour than their summons says; null: none yet. */
export async function lastChangedDay(
  db: Database,
  { academy, session }: ExamPlace,
): Promise<Temporal.PlainDate | null> {
  const last = await DAY.one(
    db,
    sql`select (max(planned_at) at time zone 'Europe/Paris')::date as day from exam_expected_call
      where academy = ${academy} and session = ${session}`,
  );
  return last.day;
}

const UNTOLD = columns({
  enrolmentId: present(id<EnrolmentId>()),
  rank: present(integer),
  first: present(instant),
  last: present(instant),
});

/** Who was told nothing of their last hours yet, since when, and the rank of the last. Of calls that are over nobody hears anything. */
export function listUntold(db: Database): Promise<readonly RowOf<typeof UNTOLD>[]> {
  return UNTOLD.all(
    db,
    sql`select c.enrolment_id as "enrolmentId", max(c.rank) as rank, min(c.at) as first, max(c.at) as last from exam_expected_call c
    where not exists (select from exam_call_told t where t.enrolment_id = c.enrolment_id and t.rank >= c.rank)
    group by c.enrolment_id having max(c.calls_at) > business_now()`,
  );
}

const TOLD = columns({ rank: integer });

/** The rank of what they heard of last; 0: of nothing. */
export async function lastTold(db: Database, enrolmentId: string): Promise<number> {
  const row = await TOLD.first(
    db,
    sql`select rank from exam_call_told where enrolment_id = ${enrolmentId} order by rank desc limit 1`,
  );
  return row?.rank ?? 0;
}

/** The rank of the hour at which they are expected at a test; 0: the one of their summons. */
export async function lastRankOf(db: Database, enrolmentId: string, unit: string): Promise<number> {
  const rows = sql`select coalesce(max(rank), 0)::int as rank from exam_expected_call where enrolment_id = ${enrolmentId} and unit = ${unit}`;
  return (await TOLD.one(db, rows)).rank;
}

export async function noteTold(
  tx: Tx,
  { enrolmentId, rank }: Pick<ExpectedCall, 'enrolmentId' | 'rank'>,
  way: 'mail' | 'phone' | 'same',
): Promise<void> {
  await sql`insert into exam_call_told (rank, enrolment_id, way) values (${rank}, ${enrolmentId}, ${way})`.execute(tx);
}

const MOVED = columns({
  enrolmentId: present(id<EnrolmentId>()),
  unit: present(text),
  rank: present(integer),
  number: present(text),
  plannedAt: present(instant),
  callsAt: present(instant),
  phone: nullable(text),
  byPhone: present(flag),
  byMail: present(flag),
  centreId: present(uuid),
  ...IDENTITY.shape,
});
/**
 * Somebody whose hour changed, `rank` says to which. `phone`: as they gave it. `byPhone`: no mail reaches them: they have no mail box, theirs refused
 * it, or none has left within five minutes, whether it was written or not (the relay is away); `byMail`: one that left told them; neither: nothing did
 * yet.
 */
export type MovedCall = RowOf<typeof MOVED>;

/** Whose hour changed on a day, before their turn. */
export function listMovedCalls(
  db: Database,
  { academy, session }: ExamPlace,
  on: Temporal.PlainDate,
): Promise<readonly MovedCall[]> {
  const told = (way: 'mail' | 'phone' | 'same') =>
    sql`exists (select from exam_call_told t where t.enrolment_id = c.enrolment_id and t.rank >= c.rank and t.way = ${way})`;
  const mailIs = (...states: readonly ('sent' | 'kept' | 'failed')[]) =>
    sql`exists (select from mail_outcome m where m.account_id = e.candidate_id::text and m.template = ${summonsMails.callMoved.code}
      and m.state = any(${states}::text[]) and m.business_at >= c.at)`;
  const [left, refused] = [mailIs('sent', 'kept'), mailIs('failed')];
  return MOVED.all(
    db,
    sql`select c.enrolment_id as "enrolmentId", c.unit, c.rank, e.number, c.planned_at as "plannedAt", c.calls_at as "callsAt", p.phone, s.centre_id as "centreId",
      ${told('phone')} or ${refused} or (c.at < business_now() - interval '5 minutes' and not ${told('same')} and not ${left}) as "byPhone",
      ${told('mail')} and ${left} and not ${refused} as "byMail", ${IDENTITY.of('i')}
    from exam_expected_call c
      join exam_published_seat s on s.enrolment_id = c.enrolment_id and s.unit = c.unit and s.calls_at = c.planned_at and s.day = ${on}::date
      join enrolment_file e on e.id = c.enrolment_id and e.status in ('registered', 'validated')
      join candidate_identity i on i.account_id = e.candidate_id left join enrolment_phone p on p.enrolment_id = e.id
    where c.academy = ${academy} and c.session = ${session} and c.calls_at > business_now()
      and not exists (select from exam_expected_call later where later.enrolment_id = c.enrolment_id and later.unit = c.unit
        and later.planned_at = c.planned_at and later.rank > c.rank)
    order by c.calls_at, i.birth_name, i.first_names`,
  );
}
