import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { AcademySession } from '../catalogue/index.ts';
import type { EnrolmentId } from '../enrolment/index.ts';
import {
  columns,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { keptCount } from '../scope/index.ts';
import { type Exclusion, PROOF, type ReminderProof } from './reminder.ts';
import { REMINDER_LIFE } from './reminderLife.ts';
import type { DeadlineRange } from './rules/plan.ts';
import { standsAt } from './standsAt.ts';

const ASKED = columns({ asked: nullable(instant), now: instant });

/** Until when what is due in this session was asked; whoever asks at the same time waits. */
export async function lockSweep(tx: Tx, { academy, session }: AcademySession): Promise<RowOf<typeof ASKED>> {
  await sql`insert into reminder_sweep (academy, session, asked_at) values (${academy}, ${session}, '-infinity') on conflict do nothing`.execute(
    tx,
  );
  return ASKED.one(
    tx,
    sql`select nullif(asked_at, '-infinity') as asked, business_now() as now from reminder_sweep
      where academy = ${academy} and session = ${session} for update`,
  );
}

export async function noteSweep(tx: Tx, { academy, session }: AcademySession): Promise<void> {
  await sql`update reminder_sweep set asked_at = business_now() where academy = ${academy} and session = ${session}`.execute(
    tx,
  );
}

/** A row for each person who may have something left to do by a deadline of this range; they are told once per deadline and step. */
export async function planDeadlineReminders(
  tx: Tx,
  { academy, session }: AcademySession,
  { step, after, until }: DeadlineRange,
): Promise<void> {
  await sql`insert into reminder (academy, session, enrolment_id, until, step)
    select distinct d.academy, d.session, d.enrolment_id, d.until, ${step} from
      (select academy, session, enrolment_id, until, known_at from piece_deadline
        union all select academy, session, enrolment_id, until, known_at from sheet_doubt) d
    where d.academy = ${academy} and d.session = ${session} and d.until > ${after} and d.until <= ${until} and d.known_at < ${standsAt(sql`d.until`, step)}
    on conflict do nothing`.execute(tx);
}

const ID = columns({ id: uuid });

/** Takes some planned ones, so that an order is made of them once. */
export async function takePlanned(tx: Tx, most: number): Promise<readonly string[]> {
  const taken = await ID.all(
    tx,
    sql`update reminder set state = 'queued' where id in
      (select id from reminder where state = 'planned' order by id limit ${most}::int for update skip locked) returning ${ID}`,
  );
  return taken.map((one) => one.id);
}

const WHOSE = columns({ enrolmentId: id<EnrolmentId>() });

export async function enrolmentOf(db: Database, reminderId: string): Promise<EnrolmentId | null> {
  const found = sql`select ${WHOSE} from reminder where id = ${reminderId} and state in ('planned', 'queued')`;
  return (await WHOSE.first(db, found))?.enrolmentId ?? null;
}

const WAITING = columns({ id: uuid, until: instant, step: text });
export type WaitingReminder = RowOf<typeof WAITING>;

/** What this person is still to be told, under the lock of their enrolment. */
export function listWaiting(tx: Tx, enrolmentId: EnrolmentId): Promise<readonly WaitingReminder[]> {
  return WAITING.all(
    tx,
    sql`select ${WAITING} from reminder where enrolment_id = ${enrolmentId} and state in ('planned', 'queued') order by until, step`,
  );
}

export async function settleReminders(
  tx: Tx,
  ids: readonly string[],
  state: 'solved' | 'excluded' | 'ended' | 'missed',
): Promise<void> {
  if (ids.length === 0) return;
  await sql`update reminder set state = ${state}, settled_at = business_now() where id = any(${ids}::uuid[])`.execute(
    tx,
  );
}

export async function markSent(
  tx: Tx,
  ids: readonly string[],
  told: { readonly eventId: string; readonly paperId: string },
): Promise<void> {
  await sql`update reminder set state = 'sent', settled_at = business_now(), event_id = ${told.eventId}, paper_id = ${told.paperId}
    where id = any(${ids}::uuid[])`.execute(tx);
}

/** What became of each reminder of these enrolments, the last first. */
export function listProofs(db: Database, enrolments: readonly string[]): Promise<readonly ReminderProof[]> {
  return PROOF.all(
    db,
    sql`select r.enrolment_id as "enrolmentId", r.until, r.step, r.state, r.planned_at as "plannedAt", r.settled_at as "settledAt",
        p.reference, p.opened_at as "openedAt", m.state as mail, m.sent_at as "sentAt", m.smtp_reply as reply
      from reminder r left join paper_outcome p on p.id = r.paper_id left join mail_outcome m on m.event_id = r.event_id
      where r.enrolment_id = any(${enrolments}::uuid[]) order by r.planned_at desc, r.until, r.step`,
  );
}

const EXCLUSION = columns({ enrolmentId: id<EnrolmentId>(), reason: text, officerId: uuid, at: instant });

/** Those of these enrolments that are out of the reminders. */
export async function findExclusions(
  db: Database,
  enrolments: readonly string[],
): Promise<ReadonlyMap<string, Exclusion>> {
  const rows = await EXCLUSION.all(
    db,
    sql`select ${EXCLUSION} from reminder_exclusion where enrolment_id = any(${enrolments}::uuid[]) and lifted_at is null`,
  );
  return new Map(rows.map(({ enrolmentId, ...exclusion }) => [enrolmentId, exclusion]));
}

export async function writeExclusion(
  tx: Tx,
  { academy, session }: AcademySession,
  enrolmentId: EnrolmentId,
  { reason, officerId }: Pick<Exclusion, 'reason' | 'officerId'>,
): Promise<void> {
  await tx
    .insertInto('reminder_exclusion')
    .values({ id: randomUUID(), academy, session, enrolment_id: enrolmentId, reason, officer_id: officerId })
    .execute();
}

export async function liftExclusion(tx: Tx, enrolmentId: EnrolmentId, officerId: string): Promise<void> {
  await sql`update reminder_exclusion set lifted_by = ${officerId}, lifted_at = business_now()
    where enrolment_id = ${enrolmentId} and lifted_at is null`.execute(tx);
}

const TALLY = columns({
  until: instant,
  step: text,
  state: oneOf(REMINDER_LIFE.states),
  opened: integer,
  count: integer,
});

/** How many reminders of a session came to what, by deadline and step. `portfolios`: null for all. */
export function tallyReminders(
  db: Database,
  { academy, session }: AcademySession,
  portfolios: readonly string[] | null,
): Promise<readonly RowOf<typeof TALLY>[]> {
  const theirs =
    portfolios === null
      ? sql`true`
      : sql`exists (select from enrolment_file e where e.id = r.enrolment_id and e.portfolio = any(${portfolios}::text[]))`;
  return TALLY.all(
    db,
    sql`select r.until, r.step, r.state, count(p.opened_at) as opened, count(*) as count
      from reminder r left join paper_outcome p on p.id = r.paper_id
      where r.academy = ${academy} and r.session = ${session} and ${theirs}
      group by r.until, r.step, r.state order by r.until, r.step, r.state`,
  );
}

/** What a reminder `r` brought that was sent about a listed file `f` with a paper `p`. */
export const BROUGHT_ABOUT = {
  /** Its candidate opened it. */
  opened: sql`(p.opened_at is not null)`,
  /** Its candidate has nothing left to give. */
  whole: sql`(f.missing = '{}' and f.state <> 'to-sign')`,
};

const BROUGHT = columns({ until: instant, step: text, at: instant, sent: integer, opened: integer, whole: integer });
/** A step of one deadline that was sent: when last, to how many, and of how many of them nothing is missing by now (`whole`). */
export type Brought = RowOf<typeof BROUGHT>;

/** What was sent in a session, the last first, with what became of it. */
export function broughtByReminders(db: Database, { academy, session }: AcademySession): Promise<readonly Brought[]> {
  const work = () =>
    BROUGHT.all(
      db,
      sql`select r.until, r.step, max(r.settled_at) as at, count(*) as sent, count(*) filter (where ${BROUGHT_ABOUT.opened}) as opened,
          count(*) filter (where ${BROUGHT_ABOUT.whole}) as whole
        from reminder r join listed_file f on f.enrolment_id = r.enrolment_id left join paper_outcome p on p.id = r.paper_id
        where r.academy = ${academy} and r.session = ${session} and r.state = 'sent' group by r.until, r.step order by at desc, r.until, r.step`,
    );
  return keptCount(db, `reminded ${academy} ${session}`, work, (all) => all.reduce((sum, { sent }) => sum + sent, 0));
}
