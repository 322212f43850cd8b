import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../platform/database/database.ts';

/** A builder for the tests of this room and of higher ones: a decision that stands, is notified, and leaves somebody out of these units. Gives the hearing. */
export function leftOut(db: Database, enrolmentId: string, units: readonly string[]): Promise<string> {
  return db.transaction().execute(async (tx) => {
    const [hearing, paper] = [randomUUID(), randomUUID()];
    const named = JSON.stringify(units.map((id) => ({ id, title: `Unité ${id}` })));
    await sql`insert into hearing (id, academy, session, enrolment_id, kind, units, facts, words, until, officer_id, paper_id, outcome, ended_by, ended_at)
      select ${hearing}, academy, session, id, 'units', ${named}::jsonb, '{}', 'Essai', business_now(), candidate_id, ${randomUUID()}, 'decided', candidate_id, business_now()
      from enrolment where id = ${enrolmentId}`.execute(tx);
    const decisions = units.map(() => randomUUID());
    for (const [at, unit] of units.entries()) {
      const decision = decisions[at];
      await sql`insert into decision (id, academy, session, enrolment_id, act, first_name, surname, capacity, service, facts, reason, ground)
        select ${decision}, academy, session, id, 'unit-left-out', 'Anne', 'Agent', 'cheffe', 'Bureau', '{}', 'Essai', 'Essai' from enrolment where id = ${enrolmentId}`.execute(
        tx,
      );
      await sql`insert into unit_exclusion (decision_id, academy, session, enrolment_id, hearing_id, unit, title)
        select ${decision}, academy, session, id, ${hearing}, ${unit}, ${`Unité ${unit}`} from enrolment where id = ${enrolmentId}`.execute(
        tx,
      );
    }
    await sql`insert into paper (id, academy, session, enrolment_id, kind, version, title, reference, code, content)
      select ${paper}, academy, session, id, 'left-out', 1, 'Essai', ${paper}, ${paper.replaceAll('-', '').slice(0, 12).toUpperCase()}, '{}'::jsonb from enrolment where id = ${enrolmentId}`.execute(
      tx,
    );
    await sql`insert into appealable_decision (decision_id, enrolment_id, academy, session, act, title, confidential, of_two, paper_id)
      select ${decisions.at(-1)}, id, academy, session, 'unit-left-out', 'Essai', false, false, ${paper} from enrolment where id = ${enrolmentId}`.execute(
      tx,
    );
    await handedOver(tx, enrolmentId);
    return hearing;
  });
}

/** A builder: the decision that leaves them out was handed over by the post on the exam's day. */
export async function handedOver(db: Database, enrolmentId: string): Promise<void> {
  await sql`insert into notice_letter (id, academy, session, enrolment_id, paper_id, tracking, address, posted_on, posted_by, outcome, outcome_on, outcome_by)
    select gen_random_uuid(), academy, session, enrolment_id, id, code, '{12 rue Neuve}', issued_at::date, id, 'received', issued_at::date, id
    from paper where enrolment_id = ${enrolmentId} and kind = 'left-out' order by version desc limit 1`.execute(db);
}

/** A builder: what a candidate answered to the last hearing of their enrolment. */
export async function answered(db: Database, enrolmentId: string, words: string): Promise<void> {
  await sql`insert into hearing_answer (id, academy, session, hearing_id, words)
    select gen_random_uuid(), academy, session, id, ${words} from hearing where enrolment_id = ${enrolmentId} order by at desc limit 1`.execute(
    db,
  );
}
