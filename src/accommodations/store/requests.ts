import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Enrolment, EnrolmentId } from '../../enrolment/index.ts';
import {
  columns,
  day,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type LateRequest, REQUEST_LIFE, type Request, type RequestAct } from '../request.ts';

const REQUEST = columns({
  id: uuid,
  enrolmentId: id<EnrolmentId>(),
  academy: text,
  session: text,
  state: oneOf(REQUEST_LIFE.states),
  channel: oneOf(['online', 'post']),
  measures: texts,
  words: text,
  lateWords: nullable(text),
  revealedOn: nullable(day),
  submittedAt: nullable(instant),
  receivedOn: nullable(day),
  waitingSince: nullable(instant),
  askedUntil: nullable(instant),
  rowVersion: integer,
});

function requestOf({ lateWords, revealedOn, ...row }: RowOf<typeof REQUEST>): Request {
  return { ...row, late: lateWords === null ? null : { revealedOn, words: lateWords } };
}

async function find(db: Database, which: RawBuilder<unknown>): Promise<Request | null> {
  const row = await REQUEST.first(db, sql`select ${REQUEST} from accommodation_case where ${which}`);
  return row === null ? null : requestOf(row);
}

/** Not taken back: one that was sent, on line or on paper, comes before a draft. */
const STANDING = sql`state <> 'withdrawn' order by state = 'draft' limit 1`;

/** The request of an enrolment, its draft included. */
export function findRequest(db: Database, enrolmentId: string): Promise<Request | null> {
  return find(db, sql`enrolment_id = ${enrolmentId} and ${STANDING}`);
}

/** The same, locked until the end of the transaction. The caller holds the lock of the enrolment. */
export function lockRequest(tx: Tx, enrolmentId: EnrolmentId): Promise<Request | null> {
  return find(tx, sql`enrolment_id = ${enrolmentId} and ${STANDING} for update`);
}

type Of = Pick<Enrolment, 'id' | 'academy' | 'session'>;

export async function insertDraft(tx: Tx, { id: enrolmentId, academy, session }: Of): Promise<void> {
  await sql`insert into accommodation_case (id, academy, session, enrolment_id, state, channel)
    values (${randomUUID()}, ${academy}, ${session}, ${enrolmentId}, 'draft', 'online')`.execute(tx);
}

/** A request on paper, put on record by the service. */
export async function insertReceived(
  tx: Tx,
  { id: enrolmentId, academy, session }: Of,
  receivedOn: Temporal.PlainDate,
): Promise<void> {
  await sql`insert into accommodation_case (id, academy, session, enrolment_id, state, channel, submitted_at, received_on, waiting_since)
    values (${randomUUID()}, ${academy}, ${session}, ${enrolmentId}, 'submitted', 'post', business_now(), ${receivedOn}::date,
      ${receivedOn}::date::timestamp at time zone 'Europe/Paris')`.execute(tx);
}

/** Another day for a request on paper. */
export async function moveReceived(
  tx: Tx,
  { id: requestId }: Pick<Request, 'id'>,
  on: Temporal.PlainDate,
): Promise<void> {
  await sql`update accommodation_case set received_on = ${on}::date, waiting_since = ${on}::date::timestamp at time zone 'Europe/Paris',
      row_version = row_version + 1
    where id = ${requestId}`.execute(tx);
}

export type AskedMeasures = {
  readonly measures: readonly string[];
  readonly words: string;
  readonly late: LateRequest | null;
};

export async function writeAsked(tx: Tx, { id: requestId }: Pick<Request, 'id'>, asked: AskedMeasures): Promise<void> {
  const { measures, words, late } = asked;
  await sql`update accommodation_case set measures = ${measures}::text[], words = ${words}, late_words = ${late?.words ?? null},
      revealed_on = ${late?.revealedOn ?? null}::date, row_version = row_version + 1
    where id = ${requestId}`.execute(tx);
}

/** Moves a request on, by this act. What waits for the service again waits from now on, what waits already keeps its place. */
export async function writeAct(
  tx: Tx,
  request: Pick<Request, 'id' | 'state'>,
  act: RequestAct,
  { waitsAgain, askedUntil = null }: { readonly waitsAgain: boolean; readonly askedUntil?: Temporal.Instant | null },
): Promise<void> {
  const state = REQUEST_LIFE.acts[act].to ?? request.state;
  await sql`update accommodation_case set state = ${state}, asked_until = ${askedUntil}, row_version = row_version + 1,
      submitted_at = case when ${state} in ('draft', 'withdrawn') then submitted_at else coalesce(submitted_at, business_now()) end,
      waiting_since = case when ${waitsAgain} then business_now() else waiting_since end
    where id = ${request.id}`.execute(tx);
}

const PROLONGED = columns({ askedUntil: nullable(instant) });

/** A machine found that what was given can't serve: what the service asks for may come until then, at least. Null: it asks for nothing. */
export async function prolongAsked(
  tx: Tx,
  requestId: string,
  until: Temporal.Instant,
): Promise<Temporal.Instant | null> {
  const asked = sql`update accommodation_case set asked_until = greatest(asked_until, ${until}), row_version = row_version + 1
    where id = ${requestId} and asked_until is not null returning ${PROLONGED}`;
  return (await PROLONGED.first(tx, asked))?.askedUntil ?? null;
}
