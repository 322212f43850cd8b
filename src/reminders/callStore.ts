import { type RawBuilder, sql } from 'kysely';
import type { AcademySession } from '../catalogue/index.ts';
import { columns, id, instant, integer, nullable, type RowOf, text, uuid } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { CALLED, stepCode } from './reminder.ts';
import { rangeOf } from './rules/call.ts';

type Closing = AcademySession & { readonly closesAt: Temporal.Instant };

const CALL = columns({ academy: text, session: text, closesAt: instant, words: text, headId: uuid, at: instant });

const ID = columns({ id: uuid });

export async function writeCall(
  tx: Tx,
  { academy, session, closesAt }: Closing,
  { words, headId }: { readonly words: string; readonly headId: string },
): Promise<string> {
  const written = sql`insert into reminder_call (academy, session, closes_at, words, head_id)
    values (${academy}, ${session}, ${closesAt}, ${words}, ${headId}) returning ${ID}`;
  return (await ID.one(tx, written)).id;
}

export function findCall(db: Database, callId: string): Promise<RowOf<typeof CALL> | null> {
  return CALL.first(db, sql`select ${CALL} from reminder_call where id = ${callId}`);
}

const UNFINISHED = columns({ registered: integer, drafts: integer, told: integer });
/**
 * How many may have something due at a closing, and how many of them were written to for it already. `registered`, `drafts`: those who
 * weren't, at most; what is left to each is worked out when they are told. Nobody is counted for a document of health.
 */
export type Unfinished = RowOf<typeof UNFINISHED>;

export function countUnfinished(db: Database, closing: Closing): Promise<Unfinished> {
  const { registered, drafts, told } = unfinishedOf(closing);
  return UNFINISHED.one(
    db,
    sql`select (select count(*) from ${registered} r) as registered, (select count(*) from ${drafts} d) as drafts, ${told} as told`,
  );
}

/** Those whom `countUnfinished` counts and who weren't written to. */
export async function listUnfinished(db: Database, closing: Closing): Promise<readonly string[]> {
  const { registered, drafts } = unfinishedOf(closing);
  return (await ID.all(db, sql`select id from ${registered} r union all select id from ${drafts} d`)).map(
    ({ id }) => id,
  );
}

function unfinishedOf({ academy, session, closesAt }: Closing) {
  const { after, until } = rangeOf(closesAt);
  const within = (at: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`${at} > ${after}::timestamptz and ${at} <= ${until}::timestamptz`;
  const due = sql`(select enrolment_id from piece_deadline d where d.academy = ${academy} and d.session = ${session} and ${within(sql`d.until`)}
    union select enrolment_id from sheet_doubt d where d.academy = ${academy} and d.session = ${session} and ${within(sql`d.until`)})`;
  const told = (table: RawBuilder<unknown>): RawBuilder<unknown> =>
    sql`(select enrolment_id from ${table} r where r.academy = ${academy} and r.session = ${session} and r.step = ${CODE} and ${within(sql`r.until`)})`;
  const [plans, draftPlans] = [told(sql.table('reminder')), told(sql.table('draft_reminder'))];
  return {
    registered: sql`(select d.enrolment_id as id from ${due} d where not exists (select from ${plans} t where t.enrolment_id = d.enrolment_id)
      and not exists (select from reminder_exclusion x where x.enrolment_id = d.enrolment_id and x.lifted_at is null))`,
    drafts: sql`(select f.id from enrolment_file f where f.academy = ${academy} and f.session = ${session} and f.status = 'draft'
      and not exists (select from ${draftPlans} t where t.enrolment_id = f.id))`,
    told: sql`(select count(*) from ${plans} t) + (select count(*) from ${draftPlans} t)`,
  };
}

const CODE = stepCode(CALLED);

const WORDS = columns({ words: text });

/** What the head wrote, for whom one of these reminders was planned; null: none of them is of that kind. */
export async function wordsOfCall(
  tx: Tx,
  table: RawBuilder<unknown>,
  reminders: readonly string[],
): Promise<string | null> {
  const row = await WORDS.first(
    tx,
    sql`select c.words from ${table} r join reminder_call c on c.academy = r.academy and c.session = r.session and c.at <= r.planned_at
      where r.id = any(${reminders}::uuid[]) and r.step = ${CODE} order by c.at desc limit 1`,
  );
  return row?.words ?? null;
}

const CALLS = columns({
  id: id<string>(),
  session: text,
  closesAt: instant,
  words: text,
  headId: uuid,
  at: instant,
  waiting: nullable(integer),
  sent: nullable(integer),
});
/** One message, with what came of all that were told for its closing: `waiting` to be told, `sent`. */
export type Called = RowOf<typeof CALLS>;

/** The last messages of an academy, the newest first. */
export function listCalls(db: Database, academy: string): Promise<readonly Called[]> {
  return CALLS.all(
    db,
    sql`select c.id, c.session, c.closes_at as "closesAt", c.words, c.head_id as "headId", c.at, t.waiting, t.sent
      from reminder_call c cross join lateral (select count(*) filter (where state in ('planned', 'queued')) as waiting, count(*) filter (where state = 'sent') as sent
        from (select state, academy, session, step, planned_at from reminder union all select state, academy, session, step, planned_at from draft_reminder) r
        where r.academy = c.academy and r.session = c.session and r.step = ${CODE} and r.planned_at = c.at) t
      where c.academy = ${academy} order by c.at desc, c.id limit 5`,
  );
}
