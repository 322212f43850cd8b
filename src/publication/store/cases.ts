import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Decided, DecisionAuthor, DecisionId } from '../../decisions/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  day,
  flag,
  id,
  instant,
  integer,
  json,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { CASE_OUTCOMES, CASES, type Case, type CaseOutcome, type CaseReader, LETTER_STATES } from '../cases.ts';

const KEPT = columns({
  id: uuid,
  academy: text,
  session: text,
  enrolmentId: id<EnrolmentId>(),
  kind: text,
  words: text,
  receivedAt: instant,
  postedOn: nullable(day),
  receivedOn: nullable(day),
  outcome: nullable(oneOf(CASE_OUTCOMES)),
  answer: nullable(text),
  answeredAt: nullable(instant),
  publicationId: nullable(uuid),
  contestedId: nullable(id<DecisionId>()),
  confidential: flag,
});
const CASE = columns({
  ...KEPT.shape,
  announcedAt: nullable(instant),
  second: present(flag),
  postcode: nullable(text),
  author: nullable(json<DecisionAuthor>()),
  letter: nullable(oneOf(LETTER_STATES)),
  toCarryOut: present(flag),
  answerLetter: nullable(uuid),
});

/** What follows the tables; what time does to a request is found by asking (`rules/caseTime.ts`), never stored. */
const select = (which: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`select ${KEPT.of('c')}, p.announced_at as "announcedAt", h.postcode, a.author, exists (
      select from result_case earlier where earlier.enrolment_id = c.enrolment_id and earlier.publication_id = c.publication_id
        and earlier.kind = c.kind and earlier.received_at < c.received_at) as second,
      case when l.fault is not null or l.scan = 'infected' then 'lost' when l.scan = 'waiting' then 'waiting' when l.case_id is not null then 'kept' end as letter,
      exists (select from appeal_to_carry_out a where a.case_id = c.id) as "toCarryOut",
      (select o.id from told_by_post o join enrolment_file e on e.candidate_id::text = o.account_id where e.id = c.enrolment_id
        and o.at = c.answered_at order by o.id limit 1) as "answerLetter"
    from result_case c left join result_publication p on p.id = c.publication_id
      left join enrolment_home h on h.enrolment_id = c.enrolment_id
      left join decision_author a on a.id = c.decision_id
      left join case_letter l on l.case_id = c.id
    where ${which}`;

/** A candidate's own, the newest first. */
export function listOwnCases(db: Database, enrolmentId: EnrolmentId): Promise<readonly Case[]> {
  return CASE.all(db, select(sql`c.enrolment_id = ${enrolmentId} order by c.received_at desc, c.id`));
}

/** Those of these enrolments of which a request or an appeal waits for its answer. */
export async function listWaiting(db: Database, enrolments: readonly string[]): Promise<readonly EnrolmentId[]> {
  const asked = sql`select distinct enrolment_id as "enrolmentId" from result_case
    where enrolment_id = any(${enrolments}::uuid[]) and answered_at is null`;
  return (await ASKED.all(db, asked)).map(({ enrolmentId }) => enrolmentId);
}

const ASKED = columns({ enrolmentId: id<EnrolmentId>() });

/** Of a session, or of all: those that wait first, then what was accepted and isn't done, the first first. */
export function listCases(
  db: Database,
  {
    academy,
    session,
    reader,
  }: { readonly academy: string; readonly session: string | null; readonly reader: CaseReader },
): Promise<readonly Case[]> {
  return CASE.all(
    db,
    select(sql`c.academy = ${academy} and (${session}::text is null or c.session = ${session}) and c.confidential = ${reader === 'health'}
      order by c.answered_at is not null, not exists (select from appeal_to_carry_out a where a.case_id = c.id), c.received_at, c.id limit ${CASES.listed}`),
  );
}

/** Null: no such request is theirs to read. */
export async function findCase(
  db: Database,
  academy: string,
  caseId: string | undefined,
  reader: CaseReader,
): Promise<Case | null> {
  if (!isUuid(caseId)) return null;
  return CASE.first(
    db,
    select(sql`c.id = ${caseId} and c.academy = ${academy} and c.confidential = ${reader === 'health'}`),
  );
}

export async function lockCase(
  tx: Tx,
  academy: string,
  caseId: string | undefined,
  reader: CaseReader,
): Promise<Case | null> {
  if (!isUuid(caseId)) return null;
  const which = sql`c.id = ${caseId} and c.academy = ${academy} and c.confidential = ${reader === 'health'}`;
  return CASE.first(tx, select(sql`${which} for update of c`));
}

const WAITING = columns({ waiting: integer, first: nullable(instant), toCarryOut: present(integer) });

/** How many wait for an answer in an academy, and since when the first; how many were accepted, of decisions that stand. */
export function countWaiting(db: Database, academy: string, reader: CaseReader): Promise<RowOf<typeof WAITING>> {
  return WAITING.one(
    db,
    sql`select count(*) as waiting, min(received_at) as first, (select count(*) from appeal_to_carry_out a
        where a.academy = ${academy} and a.confidential = ${reader === 'health'}) as "toCarryOut" from result_case
      where academy = ${academy} and answered_at is null and confidential = ${reader === 'health'}`,
  );
}

const COUNT = columns({ count: integer });

export async function countOwnCases(tx: Tx, enrolmentId: EnrolmentId): Promise<number> {
  return (await COUNT.one(tx, sql`select count(*) from result_case where enrolment_id = ${enrolmentId}`)).count;
}

/** A letter that somebody typed: the day of its postmark, where it can be read, and the day when it arrived. */
export type CaseByPost = {
  readonly postedOn: Temporal.PlainDate | null;
  readonly receivedOn: Temporal.PlainDate;
  readonly typedBy: string;
};

type NewCase = Pick<
  Case,
  'academy' | 'session' | 'enrolmentId' | 'kind' | 'words' | 'publicationId' | 'contestedId' | 'confidential'
> & {
  readonly byPost: CaseByPost | null;
};

/** Null: one of this kind waits already, or the decision was contested. */
export async function insertCase(tx: Tx, given: NewCase): Promise<string | null> {
  const { academy, session, enrolmentId, publicationId, kind, words, byPost, contestedId, confidential } = given;
  const caseId = randomUUID();
  const { numAffectedRows } =
    await sql`insert into result_case (id, academy, session, enrolment_id, publication_id, kind, words, posted_on, received_on, typed_by, contested_id, confidential)
    values (${caseId}, ${academy}, ${session}, ${enrolmentId}, ${publicationId}::uuid, ${kind}, ${words}, ${byPost?.postedOn ?? null}::date,
      ${byPost?.receivedOn ?? null}::date, ${byPost?.typedBy ?? null}::uuid, ${contestedId}::uuid, ${confidential})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n ? caseId : null;
}

export async function writeAnswer(
  tx: Tx,
  decided: Decided,
  caseId: string,
  given: { readonly outcome: CaseOutcome; readonly answer: string; readonly by: string },
): Promise<void> {
  await sql`update result_case set outcome = ${given.outcome}, answer = ${given.answer}, answered_by = ${given.by}, decision_id = ${decided.id},
    answered_at = business_now() where id = ${caseId}`.execute(tx);
}
