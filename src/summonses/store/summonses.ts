import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import type { ExamPlace } from '../../exam/index.ts';
import { columns, flag, id, type RowOf, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { SUMMONS, type Summons, type SummonsOutcome } from '../summons.ts';

const SHOWN = sql`s.enrolment_id as "enrolmentId", s.rank, s.plan_id as "planId", s.paper_id::text as "paperId", s.facts,
  s.first_at as "firstAt", s.issued_at as "issuedAt"`;

/** All that these enrolments were told, the last first. */
export function listSummonses(db: Database, enrolments: readonly string[]): Promise<readonly Summons[]> {
  return SUMMONS.all(
    db,
    sql`select ${SHOWN} from exam_summons s where s.enrolment_id = any(${enrolments}::uuid[]) order by s.enrolment_id, s.rank desc`,
  );
}

/** What somebody was told last; null: nothing. */
export function lastSummons(db: Database, enrolmentId: string): Promise<Summons | null> {
  return SUMMONS.first(
    db,
    sql`select ${SHOWN} from exam_summons s where s.enrolment_id = ${enrolmentId} order by s.rank desc limit 1`,
  );
}

export type NewSummons = Pick<Summons, 'enrolmentId' | 'planId' | 'paperId' | 'facts' | 'firstAt'> & {
  readonly rank: number;
  readonly eventId: string;
};

export async function insertSummons(tx: Tx, { academy, session }: ExamPlace, summons: NewSummons): Promise<void> {
  const { enrolmentId, rank, planId, paperId, eventId, facts, firstAt } = summons;
  await sql`insert into exam_summons (enrolment_id, rank, academy, session, plan_id, paper_id, event_id, facts, first_at)
    values (${enrolmentId}, ${rank}, ${academy}, ${session}, ${planId}, ${paperId}, ${eventId}, ${JSON.stringify(facts)}::jsonb, ${firstAt})`.execute(
    tx,
  );
}

const STATE = columns({ published: flag, academy: text, session: text });

/** Is this plan the one that holds? While the caller's transaction lasts, no other is published in its place. */
export async function holdPlan(tx: Tx, planId: string): Promise<RowOf<typeof STATE> | null> {
  return STATE.first(
    tx,
    sql`select state = 'published' as published, academy, session from seating_plan where id = ${planId} for share`,
  );
}

const WHO = columns({ enrolmentId: id<EnrolmentId>() });

/** Whom this plan seats, and whose summons still names tests: those who weren't looked at yet, some at a time. */
export async function listToTell(db: Database, planId: string, limit: number): Promise<readonly EnrolmentId[]> {
  const asked = sql`select w.enrolment_id as "enrolmentId" from (
      select distinct enrolment_id from planned_seat where plan_id = ${planId}
      union
      select s.enrolment_id from exam_summons s join seating_plan p on p.academy = s.academy and p.session = s.session
      where p.id = ${planId} and s.first_at is not null
        and not exists (select from exam_summons later where later.enrolment_id = s.enrolment_id and later.rank > s.rank)
    ) w
    where not exists (select from exam_summoned d where d.plan_id = ${planId} and d.enrolment_id = w.enrolment_id)
    order by w.enrolment_id limit ${limit}`;
  return (await WHO.all(db, asked)).map(({ enrolmentId }) => enrolmentId);
}

/** False when somebody looked at this candidate already for this plan. */
export async function settleSummons(
  tx: Tx,
  { academy, session }: ExamPlace,
  { planId, enrolmentId }: { readonly planId: string; readonly enrolmentId: string },
  outcome: SummonsOutcome,
  fault: string | null = null,
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into exam_summoned (plan_id, enrolment_id, academy, session, outcome, fault)
    values (${planId}, ${enrolmentId}, ${academy}, ${session}, ${outcome}, ${fault}) on conflict do nothing`.execute(
      tx,
    );
  return numAffectedRows === 1n;
}

/** They are looked at again for this plan, by the next job. */
export async function lookAtAgain(tx: Tx, planId: string, enrolments: readonly string[]): Promise<void> {
  await sql`delete from exam_summoned where plan_id = ${planId} and enrolment_id = any(${enrolments}::uuid[])`.execute(
    tx,
  );
}

/** What a second look found, by hand. */
export async function resettle(
  tx: Tx,
  { academy, session }: ExamPlace,
  { planId, enrolmentId }: { readonly planId: string; readonly enrolmentId: string },
  outcome: SummonsOutcome,
): Promise<void> {
  await sql`insert into exam_summoned (plan_id, enrolment_id, academy, session, outcome)
    values (${planId}, ${enrolmentId}, ${academy}, ${session}, ${outcome})
    on conflict (plan_id, enrolment_id) do update set outcome = excluded.outcome, fault = null`.execute(tx);
}

const LATELY = columns({ lately: flag });

/** Has its mail left again within the hour? */
export async function sentLately(tx: Tx, enrolmentId: string): Promise<boolean> {
  const asked = sql`select exists (select from exam_summons_sent_again
    where enrolment_id = ${enrolmentId} and at > business_now() - interval '1 hour') as lately`;
  return (await LATELY.one(tx, asked)).lately;
}

export async function insertSentAgain(
  tx: Tx,
  { academy, session }: ExamPlace,
  sent: { readonly eventId: string; readonly enrolmentId: string; readonly rank: number; readonly officerId: string },
): Promise<void> {
  await sql`insert into exam_summons_sent_again (event_id, academy, session, enrolment_id, rank, officer_id)
    values (${sent.eventId}, ${academy}, ${session}, ${sent.enrolmentId}, ${sent.rank}, ${sent.officerId})`.execute(tx);
}
