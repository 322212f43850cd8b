import { sql } from 'kysely';
import type { Enrolment, Untold } from '../enrolment/index.ts';
import { DECISIONS } from '../pieces/index.ts';
import { columns, decimal, nullable, oneOf, text, uuid } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import type { ToldLast } from './rules/decisionNews.ts';

/** A decision that waits for the mail which tells it; `pieceId` is null when it concerns the enrolment itself. */
export type DecisionToMail = {
  readonly eventId: string;
  readonly pieceId: string | null;
  /** Of a file that an officer filed for its candidate, which decides nothing. */
  readonly receipt?: string | null;
};

export type DecisionsToTell = {
  /** In the order in which they were taken. */
  readonly decisions: readonly DecisionToMail[];
  /** Whole seconds of real time until they are to be told; 0 or less: now. */
  readonly secondsLeft: number;
};

type Of = Pick<Enrolment, 'id' | 'academy' | 'session'>;

/** How many times the delay the first decision waits at most, however many follow. */
const LONGEST = 3;

export async function addDecision(tx: Tx, of: Of, { eventId, pieceId, receipt = null }: DecisionToMail): Promise<void> {
  await tx
    .insertInto('decision_to_tell')
    .values({
      event_id: eventId,
      academy: of.academy,
      session: of.session,
      enrolment_id: of.id,
      piece_id: pieceId,
      receipt,
    })
    .onConflict((told) => told.doNothing())
    .execute();
}

const WAITING = columns({ eventId: uuid, pieceId: nullable(uuid), receipt: nullable(text), seconds: decimal });

/** What waits to be told of an enrolment, which is locked; null when nothing does. */
export async function findWaiting(tx: Tx, enrolmentId: string, delaySeconds: number): Promise<DecisionsToTell | null> {
  const waiting = await WAITING.all(
    tx,
    sql`select event_id as "eventId", piece_id as "pieceId", receipt, extract(epoch from least(
        max(created_at) over () + make_interval(secs => ${delaySeconds}::double precision),
        min(created_at) over () + make_interval(secs => ${LONGEST * delaySeconds}::double precision)) - now())::double precision as seconds
    from decision_to_tell where enrolment_id = ${enrolmentId} and settled_at is null order by created_at, event_id`,
  );
  const [first] = waiting;
  return first === undefined
    ? null
    : {
        decisions: waiting.map(({ eventId, pieceId, receipt }) => ({ eventId, pieceId, receipt })),
        secondsLeft: Math.ceil(first.seconds),
      };
}

export async function settleDecisions(tx: Tx, decisions: readonly DecisionToMail[]): Promise<void> {
  const ids = decisions.map(({ eventId }) => eventId);
  await sql`update decision_to_tell set settled_at = now() where event_id = any(${ids}::uuid[])`.execute(tx);
}

const TOLD = columns({
  subject: uuid,
  decision: oneOf([...DECISIONS, 'validated']),
  said: nullable(text),
});

/** What the candidate was told last, by piece, and of the enrolment under its own id. */
export async function listTold(db: Database, enrolmentId: string): Promise<ReadonlyMap<string, ToldLast>> {
  const told = await TOLD.all(db, sql`select ${TOLD} from told_decision where enrolment_id = ${enrolmentId}`);
  return new Map(told.map(({ subject, ...one }) => [subject, one]));
}

/** That the candidate doesn't know yet that their enrolment is validated; null: they do, and it is undone after a hearing alone. */
export async function untoldValidation(db: Database, { id }: Pick<Enrolment, 'id'>): Promise<Untold | null> {
  return (await listTold(db, id)).get(id)?.decision === 'validated' ? null : ({} as Untold);
}

export async function writeTold(tx: Tx, of: Of, subject: string, { decision, said }: ToldLast): Promise<void> {
  await sql`insert into told_decision (subject, academy, session, enrolment_id, decision, said)
    values (${subject}, ${of.academy}, ${of.session}, ${of.id}, ${decision}, ${said})
    on conflict (subject) do update set decision = excluded.decision, said = excluded.said, told_at = business_now()`.execute(
    tx,
  );
}

/** What was told concerned papers that the candidate has changed since. */
export async function forgetTold(tx: Tx, subject: string): Promise<void> {
  await tx.deleteFrom('told_decision').where('subject', '=', subject).execute();
}

const ACCEPTED = columns({ eventId: uuid, pieceId: uuid });

/** Pieces whose acceptance the version before noted and didn't tell: they wait with the others from now on. */
export function takeAccepted(tx: Tx, enrolmentId: string): Promise<readonly DecisionToMail[]> {
  return ACCEPTED.all(
    tx,
    sql`update accepted_piece set told_at = business_now() where enrolment_id = ${enrolmentId} and told_at is null
    returning ${ACCEPTED}`,
  );
}
