import { sql } from 'kysely';
import type { Decided, DecisionAuthor } from '../../decisions/index.ts';
import type { EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  id,
  instant,
  integer,
  json,
  nullable,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import {
  ADVICE,
  type Advice,
  DEMAND,
  type DecidedMeasure,
  type Demand,
  type Request,
  type RequestDecision,
} from '../request.ts';

/** What the service did with a request; only ever added to. */

/** The last first. */
export function listDemands(db: Database, requestId: string): Promise<readonly Demand[]> {
  return DEMAND.all(
    db,
    sql`select ${DEMAND} from accommodation_demand where case_id = ${requestId} order by at desc, event_id`,
  );
}

type By = { readonly eventId: string; readonly officerId: string };

export async function insertDemand(
  tx: Tx,
  { id }: Pick<Request, 'id'>,
  { words, until }: Omit<Demand, 'at'>,
  { eventId, officerId }: By,
): Promise<void> {
  await sql`insert into accommodation_demand (event_id, case_id, words, until, officer_id)
    values (${eventId}, ${id}, ${words}, ${until}, ${officerId})`.execute(tx);
}

/** The last that was put on record. */
export function findAdvice(db: Database, requestId: string): Promise<Advice | null> {
  return ADVICE.first(
    db,
    sql`select ${ADVICE} from accommodation_advice where case_id = ${requestId} order by at desc, event_id limit 1`,
  );
}

export async function insertAdvice(
  tx: Tx,
  { id }: Pick<Request, 'id'>,
  { givenOn, measures }: Omit<Advice, 'at'>,
  { eventId, officerId }: By,
): Promise<void> {
  await sql`insert into accommodation_advice (event_id, case_id, given_on, measures, officer_id)
    values (${eventId}, ${id}, ${givenOn}::date, ${JSON.stringify(measures)}::jsonb, ${officerId})`.execute(tx);
}

const KEPT = columns({
  rank: integer,
  measures: json<readonly DecidedMeasure[]>(),
  ground: text,
  officerId: uuid,
  at: instant,
  paperId: uuid,
});
const DECISION = columns({ ...KEPT.shape, author: nullable(json<DecisionAuthor>()) });

/** The last first: it holds, those after it held. */
export function listDecisions(db: Database, requestId: string): Promise<readonly RequestDecision[]> {
  return DECISION.all(
    db,
    sql`select ${KEPT.of('d')}, a.author from accommodation_decision d left join decision_author a on a.id = d.decision_id
      where d.case_id = ${requestId} order by d.rank desc`,
  );
}

const LAST = columns({ enrolmentId: id<EnrolmentId>(), paperId: uuid });

/** The paper of the decision that holds, of each of these. */
export function lastPapers(db: Database, enrolments: readonly string[]): Promise<readonly RowOf<typeof LAST>[]> {
  return LAST.all(
    db,
    sql`select distinct on (enrolment_id) ${LAST} from accommodation_decision where enrolment_id = any(${enrolments}::uuid[])
      order by enrolment_id, rank desc`,
  );
}

export async function insertDecision(
  tx: Tx,
  decided: Decided,
  { id, enrolmentId }: Pick<Request, 'id' | 'enrolmentId'>,
  { rank, measures, ground, paperId }: Omit<RequestDecision, 'at' | 'officerId' | 'author'>,
  { eventId, officerId }: By,
): Promise<void> {
  await sql`insert into accommodation_decision (event_id, case_id, enrolment_id, rank, measures, ground, officer_id, paper_id, decision_id)
    values (${eventId}, ${id}, ${enrolmentId}, ${rank}, ${JSON.stringify(measures)}::jsonb, ${ground}, ${officerId}, ${paperId}, ${decided.id})`.execute(
    tx,
  );
}
