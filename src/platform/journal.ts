import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from './database/database.ts';

export type ActorKind = 'visitor' | 'candidate' | 'staff' | 'system';

/** Who acts, in which request, and how long ago the request's headers arrived (for what must have *begun* in time). */
export type Act = {
  readonly actor: { readonly kind: ActorKind; readonly id: string | null };
  readonly onBehalfOf: string | null;
  readonly requestId: string;
  /** Milliseconds since the headers of the request arrived; 0 for jobs. */
  readonly elapsed: () => number;
};

export const SYSTEM: Act = {
  actor: { kind: 'system', id: null },
  onBehalfOf: null,
  requestId: 'system',
  elapsed: () => 0,
};

/** What an entry is about: `stream` is one chain (« enrolment:… », « account:… »). */
export type Subject = { readonly stream: string; readonly academy: string | null; readonly session: string | null };

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Adds an entry to the chain of its subject, in the transaction of the change. Gives the entry's event id. */
export async function record(tx: Tx, act: Act, name: string, subject: Subject, data: Json): Promise<string> {
  const eventId = randomUUID();
  await sql`insert into journal (event_id, stream, name, academy, session, actor_kind, actor_id, on_behalf_of, request_id, data, hash, id)
    values (${eventId}, ${subject.stream}, ${name}, ${subject.academy}, ${subject.session}, ${act.actor.kind}, ${act.actor.id},
      ${act.onBehalfOf}, ${act.requestId}, ${canonicalJson(data)}, '', 0)`.execute(tx);
  return eventId;
}

/** One text for one value: keys sorted, no spaces, after RFC 8785. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

export type Entry = {
  readonly name: string;
  readonly at: Temporal.Instant;
  readonly businessAt: Temporal.Instant;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  readonly data: Json;
};

/** The last entries of a stream, newest first. */
export async function readStream(db: Database, stream: string, limit: number): Promise<readonly Entry[]> {
  const { rows } = await sql<{
    name: string;
    at: Temporal.Instant;
    business_at: Temporal.Instant;
    actor_kind: ActorKind;
    actor_id: string | null;
    data: string;
  }>`
    select name, at, business_at, actor_kind, actor_id, data from journal where stream = ${stream} order by id desc limit ${limit}`.execute(
    db,
  );
  return rows.map((row) => ({
    name: row.name,
    at: row.at,
    businessAt: row.business_at,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    data: JSON.parse(row.data) as Json,
  }));
}

/** Recomputes every hash, here and not in SQL. Gives the ids of the rows whose chain is broken. */
export async function verifyJournal(db: Database, stream?: string): Promise<readonly number[]> {
  const filter = stream === undefined ? sql`true` : sql`stream = ${stream}`;
  const { rows } = await sql<
    Record<string, string | number | null> & { id: number; previous_hash: Buffer | null; hash: Buffer; stream: string }
  >`
    select id, event_id, stream, name, academy, session, actor_kind, actor_id, on_behalf_of, request_id,
      (extract(epoch from at) * 1000000)::bigint::text as at_us, (extract(epoch from business_at) * 1000000)::bigint::text as business_at_us,
      data, previous_hash, hash from journal where ${filter} order by id`.execute(db);
  const last = new Map<string, string>();
  const broken: number[] = [];
  for (const row of rows) {
    const previous = row.previous_hash?.toString('hex') ?? '';
    const fields = [
      previous,
      row.event_id,
      row.stream,
      row.name,
      row.academy ?? '',
      row.session ?? '',
      row.actor_kind,
      row.actor_id ?? '',
      row.on_behalf_of ?? '',
      row.request_id,
      row.at_us,
      row.business_at_us,
      row.data,
    ];
    const expected = createHash('sha256').update(fields.join('\n')).digest('hex');
    if (expected !== row.hash.toString('hex') || previous !== (last.get(row.stream) ?? '')) broken.push(row.id);
    last.set(row.stream, row.hash.toString('hex'));
  }
  return broken;
}
