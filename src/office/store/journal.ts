import { type RawBuilder, sql } from 'kysely';
import { columns, instant, integer, nullable, oneOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ActorKind, JournalEntry } from '../../platform/journal.ts';
import type { Json } from '../../platform/keys.ts';
import { PARIS } from '../../platform/time.ts';
import { hasNumber } from '../../scope/index.ts';

const PAGE_SIZE = 50;

/** A line of the office's journal. */
export type JournalLine = {
  readonly id: number;
  readonly stream: string;
  readonly session: string | null;
  readonly name: string;
  readonly at: Temporal.Instant;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  readonly data: Json;
  /** The enrolment that it is about, where it is about one. */
  readonly enrolment: { readonly id: string; readonly number: string } | null;
  /** Since when the draft that it is about is begun; null: it is about none. A draft is nobody's at the office, and has no number. */
  readonly draftSince: Temporal.Instant | null;
  /** The account that it is about, where it is about one. */
  readonly account: string | null;
};

const LINE = columns({
  id: integer,
  stream: text,
  session: nullable(text),
  name: text,
  at: instant,
  actorKind: oneOf(['visitor', 'candidate', 'staff', 'system']),
  actorId: nullable(text),
  data: text,
  enrolmentId: nullable(uuid),
  number: nullable(text),
  draftSince: nullable(instant),
  account: nullable(uuid),
});
const FILE = columns({ enrolmentId: uuid });

export type JournalFilter = {
  readonly stream: string | null;
  /** A member of staff who acted. */
  readonly actor: string | null;
  /** Names of acts; null: any. */
  readonly names: readonly string[] | null;
  readonly day: Temporal.PlainDate | null;
  readonly before: number | null;
  readonly signIns: boolean;
};

/** No trace of a document of health: not that one came, nor that somebody looks at it. Of what was handed over with one, the rest is said. */
const OF_THE_OFFICE = sql`not (data::jsonb @> '{"confidential":true}' and data::jsonb #> '{pieces,0}' is null)`;

const STORY = columns({
  name: text,
  at: instant,
  businessAt: instant,
  actorKind: LINE.shape.actorKind,
  actorId: nullable(text),
  data: text,
});

/** What happened to a file, as the office may read it, newest first; without who opened it. */
export async function readStory(db: Database, stream: string, limit: number): Promise<readonly JournalEntry[]> {
  const rows = await STORY.all(
    db,
    sql`select ${STORY} from journal_entry
      where stream = ${stream} and name <> 'file.read' and ${OF_THE_OFFICE} order by id desc limit ${limit}`,
  );
  return rows.map((row) => ({ ...row, data: JSON.parse(row.data) as Json }));
}

/** The last entries of an academy that are asked for, older than the entry `before`; with or without who came and went. */
export async function listJournal(
  db: Database,
  academy: string,
  asked: JournalFilter,
): Promise<{ readonly lines: readonly JournalLine[]; readonly more: boolean }> {
  const rows = await LINE.all(
    db,
    sql`with last as (${asked.names === null ? last(academy, asked, sql`true`) : lastOf(academy, asked, asked.names)})
    select last.id, last.stream, last.session, last.name, last.business_at as at, last.actor_kind as "actorKind", last.actor_id as "actorId", last.data,
      f.enrolment_id as "enrolmentId", f.number, case when last.stream like 'account:%' then substr(last.stream, 9)::uuid end as account,
      case when draft.id is not null then (select min(begun.business_at) from journal_entry begun where begun.stream = last.stream) end as "draftSince"
      from last
      left join listed_file f on f.enrolment_id = case when last.stream like 'enrolment:%' then substr(last.stream, 11)::uuid end
      left join enrolment_file draft on f.number is null and draft.number is null
        and draft.id = case when last.stream like 'enrolment:%' then substr(last.stream, 11)::uuid end
    order by last.id desc`,
  );
  const lines = rows.slice(0, PAGE_SIZE).map(({ data, enrolmentId: id, number, ...row }) => ({
    ...row,
    data: JSON.parse(data) as Json,
    enrolment: id === null || number === null ? null : { id, number },
  }));
  return { lines, more: rows.length > PAGE_SIZE };
}

/** Rare acts stand far apart: each name is looked for by itself, in its own order. */
function lastOf(academy: string, asked: JournalFilter, names: readonly string[]): RawBuilder<unknown> {
  return sql`select of_name.* from unnest(${names}::text[]) asked(name)
      cross join lateral (${last(academy, asked, sql`name = asked.name`)}) of_name order by id desc limit ${PAGE_SIZE + 1}`;
}

function last(academy: string, asked: JournalFilter, named: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select id, stream, session, name, business_at, actor_kind, actor_id, data from journal_entry
    where academy = ${academy} and ${named} and ${OF_THE_OFFICE} and ${asked.stream === null ? sql`true` : sql`stream = ${asked.stream}`}
      and ${asked.actor === null ? sql`true` : sql`actor_kind = 'staff' and actor_id = ${asked.actor}`}
      and ${asked.day === null ? sql`true` : onDay(asked.day)}
      and ${asked.before === null ? sql`true` : sql`id < ${asked.before}`}
      and ${asked.signIns || asked.names !== null ? sql`true` : sql`name not in ('account.signedIn', 'account.signedOut')`}
    order by id desc limit ${PAGE_SIZE + 1}`;
}

/** From one midnight of Paris to the next. */
function onDay(day: Temporal.PlainDate): RawBuilder<unknown> {
  const [from, to] = [day, day.add({ days: 1 })].map((one) => one.toZonedDateTime(PARIS).toInstant());
  return sql`business_at >= ${from} and business_at < ${to}`;
}

/** The enrolment that bears this number in the academy. */
export async function findByNumber(
  db: Database,
  academy: string,
  sessions: readonly string[],
  number: string,
): Promise<string | null> {
  const asked = sql`select ${FILE} from listed_file f
    where academy = ${academy} and session = any(${sessions}::text[]) and ${hasNumber(number)}`;
  return (await FILE.first(db, asked))?.enrolmentId ?? null;
}
