import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  day,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { CASE_OUTCOMES, CASES, type CaseOutcome, type ResultCase } from '../cases.ts';
import type { Place } from '../publication.ts';

const CASE = columns({
  id: uuid,
  academy: text,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  kind: text,
  words: text,
  receivedAt: instant,
  late: flag,
  answerDueOn: nullable(day),
  outcome: nullable(oneOf(CASE_OUTCOMES)),
  answer: nullable(text),
  answeredAt: nullable(instant),
});

/** A candidate's own, the newest first. */
export function listOwnCases(db: Database, enrolmentId: EnrolmentId): Promise<readonly ResultCase[]> {
  return CASE.all(
    db,
    sql`select ${CASE} from result_case where enrolment_id = ${enrolmentId} order by received_at desc, id`,
  );
}

/** Of a session: those that wait first, by the day of their answer. */
export function listCases(db: Database, { academy, session }: Place): Promise<readonly ResultCase[]> {
  return CASE.all(
    db,
    sql`select ${CASE} from result_case where academy = ${academy} and session = ${session}
    order by answered_at is not null, answer_due_on nulls last, received_at, id limit ${CASES.listed}`,
  );
}

export async function lockCase(tx: Tx, academy: string, caseId: string | undefined): Promise<ResultCase | null> {
  if (!isUuid(caseId)) return null;
  return CASE.first(tx, sql`select ${CASE} from result_case where id = ${caseId} and academy = ${academy} for update`);
}

const COUNT = columns({ count: integer });

export async function countOwnCases(tx: Tx, enrolmentId: EnrolmentId): Promise<number> {
  return (await COUNT.one(tx, sql`select count(*) from result_case where enrolment_id = ${enrolmentId}`)).count;
}

type NewCase = Pick<ResultCase, 'academy' | 'session' | 'enrolmentId' | 'kind' | 'words' | 'late' | 'answerDueOn'> & {
  readonly publicationId: string;
};

/** Null: one of this kind waits already. */
export async function insertCase(tx: Tx, given: NewCase): Promise<string | null> {
  const { academy, session, enrolmentId, publicationId, kind, words, late, answerDueOn } = given;
  const caseId = randomUUID();
  const { numAffectedRows } =
    await sql`insert into result_case (id, academy, session, enrolment_id, publication_id, kind, words, late, answer_due_on)
    values (${caseId}, ${academy}, ${session}, ${enrolmentId}, ${publicationId}, ${kind}, ${words}, ${late}, ${answerDueOn?.toString() ?? null}::date)
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n ? caseId : null;
}

export async function writeAnswer(
  tx: Tx,
  caseId: string,
  given: { readonly outcome: CaseOutcome; readonly answer: string; readonly by: string },
): Promise<void> {
  await sql`update result_case set outcome = ${given.outcome}, answer = ${given.answer}, answered_by = ${given.by},
    answered_at = business_now() where id = ${caseId}`.execute(tx);
}
