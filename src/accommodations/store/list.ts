import { type RawBuilder, sql } from 'kysely';
import { PERSON_NAMES } from '../../accounts/index.ts';
import { columns, integer } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { LISTED, type ListedRequest, type ListName, PAGE_SIZE, SENT, WAITING } from '../request.ts';

const HAS_REQUEST = sql`c.id is not null`;
const WHICH: Readonly<Record<ListName, RawBuilder<unknown>>> = {
  waiting: sql`c.state = any(${WAITING}::text[])`,
  'to-sign': sql`p.case_id is not null and p.back is null`,
  decided: sql`c.state = 'decided'`,
  'no-request': sql`d.handicap and not ${HAS_REQUEST}`,
  waiver: sql`d.disabled_worker and not d.handicap and not ${HAS_REQUEST}`,
};

/** Those whose enrolment counts, in the academy. A draft is its candidate's alone. */
function from(academy: string): RawBuilder<unknown> {
  return sql`enrolment_file e
    join accommodation_declaration d on d.enrolment_id = e.id
    join candidate_identity i on i.account_id = e.candidate_id
    left join accommodation_case c on c.enrolment_id = e.id and c.state = any(${SENT}::text[])
    left join accommodation_prepared p on p.case_id = c.id
    left join enrolment_time_again a on a.enrolment_id = e.id
    left join lateral (select what, sent_on from accommodation_said where enrolment_id = e.id order by at desc, rank desc limit 1) s on true
    where e.academy = ${academy} and e.number is not null and e.ended_at is null`;
}

const SHOWN = sql`e.id as "enrolmentId", e.session, e.number, i.address, e.speciality, ${PERSON_NAMES.of('i')},
  i.civility, d.handicap as ticked, d.disabled_worker as "disabledWorker", nullif(s.what, 'resumed') as said,
  s.sent_on as "sentOn", c.state,
  c.waiting_since as "waitingSince", c.asked_until as "askedUntil", c.late_words is not null as late,
  exists (select from accommodation_document f where f.case_id = c.id and f.state = 'stored' and f.unread) as "beingRead", a.ended_at as "endedAt", a.until as "againUntil",
  case when p.case_id is null then null when p.back is null then 'waiting' else 'sent-back' end as prepared`;

/** A page of one list: who has waited longest first; without a request, by number. */
export function listFiles(
  db: Database,
  academy: string,
  list: ListName,
  page: number,
): Promise<readonly ListedRequest[]> {
  return LISTED.all(
    db,
    sql`select ${SHOWN} from ${from(academy)} and ${WHICH[list]}
    order by coalesce(c.asked_until > business_now(), false), c.waiting_since, e.number limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`,
  );
}

/** Decisions looked at together: an academy has some hundreds a year, and they add up. */
const DECIDED_AT_ONCE = 2000;

/** Those that are decided, in the order of their numbers, in parts: what is to be notified, and what was. */
export async function* decidedInParts(
  db: Database,
  academy: string,
  atOnce = DECIDED_AT_ONCE,
): AsyncGenerator<readonly ListedRequest[]> {
  for (let after: Pick<ListedRequest, 'number' | 'enrolmentId'> | null = null; ; ) {
    const beyond: RawBuilder<unknown> =
      after === null ? sql`` : sql`and (e.number, e.id) > (${after.number}, ${after.enrolmentId}::uuid)`;
    const part: readonly ListedRequest[] = await LISTED.all(
      db,
      sql`select ${SHOWN} from ${from(academy)} and ${WHICH.decided} ${beyond} order by e.number, e.id limit ${atOnce}::int`,
    );
    if (part.length > 0) yield part;
    after = part.at(-1) ?? null;
    if (after === null || part.length < atOnce) return;
  }
}

/** Somebody who sent a request, or said something of their health; nobody else's enrolment exists here. */
export async function findFile(
  db: Database,
  academy: string,
  enrolmentId: string | undefined,
): Promise<ListedRequest | null> {
  if (!isUuid(enrolmentId)) return null;
  return LISTED.first(
    db,
    sql`select ${SHOWN} from ${from(academy)} and e.id = ${enrolmentId} and (d.handicap or d.disabled_worker or ${HAS_REQUEST})`,
  );
}

const COUNTS = columns({ waiting: integer, toSign: integer, decided: integer, noRequest: integer, waiver: integer });

export async function countFiles(db: Database, academy: string): Promise<Readonly<Record<ListName, number>>> {
  const { noRequest, toSign, ...counts } = await COUNTS.one(
    db,
    sql`select count(*) filter (where ${WHICH.waiting}) as waiting, count(*) filter (where ${WHICH['to-sign']}) as "toSign", count(*) filter (where ${WHICH.decided}) as decided,
      count(*) filter (where ${WHICH['no-request']}) as "noRequest", count(*) filter (where ${WHICH.waiver}) as waiver
    from ${from(academy)}`,
  );
  return { ...counts, 'to-sign': toSign, 'no-request': noRequest };
}

const WAITING_COUNT = columns({ waiting: integer });

/** How many wait of one session: a number, for who prepares its exam. */
export async function countWaitingIn(db: Database, academy: string, session: string): Promise<number> {
  const asked = sql`select count(*) as waiting from ${from(academy)} and e.session = ${session} and ${WHICH.waiting}`;
  return (await WAITING_COUNT.one(db, asked)).waiting;
}

/** How many wait, for the service's navigation. */
export async function countWaiting(db: Database, academy: string): Promise<number> {
  const asked = sql`select count(*) as waiting from ${from(academy)} and ${WHICH.waiting}`;
  return (await WAITING_COUNT.one(db, asked)).waiting;
}
