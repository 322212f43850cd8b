import { sql } from 'kysely';
import type { Database } from '../../platform/database/database.ts';
import type { ActorKind, Json } from '../../platform/journal.ts';
import { hasNumber } from './scope.ts';

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
};

type Row = {
  id: number;
  stream: string;
  session: string | null;
  name: string;
  business_at: Temporal.Instant;
  actor_kind: ActorKind;
  actor_id: string | null;
  data: string;
  enrolment_id: string | null;
  number: string | null;
};

/** The last entries of an academy, or of one of its chains, older than the entry `before`; with or without who came and went. */
export async function listJournal(
  db: Database,
  academy: string,
  asked: { readonly stream: string | null; readonly before: number | null; readonly signIns: boolean },
): Promise<{ readonly lines: readonly JournalLine[]; readonly more: boolean }> {
  const { rows } = await sql<Row>`with last as (
      select id, stream, session, name, business_at, actor_kind, actor_id, data from journal
      where academy = ${academy} and ${asked.stream === null ? sql`true` : sql`stream = ${asked.stream}`}
        and ${asked.before === null ? sql`true` : sql`id < ${asked.before}`}
        and ${asked.signIns ? sql`true` : sql`name not in ('account.signedIn', 'account.signedOut')`}
      order by id desc limit ${PAGE_SIZE + 1}
    )
    select last.*, f.enrolment_id, f.number from last
      left join office_file f on f.enrolment_id = case when last.stream like 'enrolment:%' then substr(last.stream, 11)::uuid end
    order by last.id desc`.execute(db);
  const lines = rows.slice(0, PAGE_SIZE).map((row) => ({
    id: row.id,
    stream: row.stream,
    session: row.session,
    name: row.name,
    at: row.business_at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    data: JSON.parse(row.data) as Json,
    enrolment: row.enrolment_id === null || row.number === null ? null : { id: row.enrolment_id, number: row.number },
  }));
  return { lines, more: rows.length > PAGE_SIZE };
}

/** The enrolment that bears this number in the academy. */
export async function findByNumber(
  db: Database,
  academy: string,
  sessions: readonly string[],
  number: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select enrolment_id as id from office_file f where academy = ${academy} and session = any(${sessions}::text[]) and ${hasNumber(number)}`.execute(
    db,
  );
  return rows[0]?.id ?? null;
}
