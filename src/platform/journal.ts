import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { bytes, columns, instant, integer, nullable, oneOf, type RowOf, text, uuid } from './database/columns.ts';
import type { Database, Tx } from './database/database.ts';
import type { EventName, Events } from './defineEvents.ts';
import type { Json } from './keys.ts';

export type ActorKind = 'visitor' | 'candidate' | 'staff' | 'system';

/** Who acts, in which request, and how long ago the request's headers arrived (for what must have *begun* in time). */
export type Act = {
  readonly actor: { readonly kind: ActorKind; readonly id: string | null };
  readonly onBehalfOf: string | null;
  readonly requestId: string;
  /** Milliseconds since the headers of the request arrived; 0 for jobs. */
  readonly elapsed: () => number;
  /** SHA-256 of the form that asks for it, its address with it; none for jobs and files. Two clicks send the same. */
  readonly form?: string;
  /** Whoever acts was told that their words say nothing on paper, and sends them so. */
  readonly asWritten?: boolean;
};

export const SYSTEM: Act = {
  actor: { kind: 'system', id: null },
  onBehalfOf: null,
  requestId: 'system',
  elapsed: () => 0,
};

/** An officer's act that a job carries out. `requestId`: the job. */
export function ofOfficer(officerId: string, requestId: string): Act {
  return { ...SYSTEM, actor: { kind: 'staff', id: officerId }, requestId };
}

/** What an entry is about: `stream` is one chain (« enrolment:… », « account:… »). */
export type JournalSubject = {
  readonly stream: string;
  readonly academy: string | null;
  readonly session: string | null;
};

/** Adds an entry to the chain of its subject, in the transaction of the change. Gives the entry's event id. */
export async function record<Name extends EventName>(
  tx: Tx,
  act: Act,
  name: Name,
  subject: JournalSubject,
  data: Events[Name],
): Promise<string> {
  const eventId = randomUUID();
  await sql`insert into journal (event_id, stream, name, academy, session, actor_kind, actor_id, on_behalf_of, request_id, data, hash, id)
    values (${eventId}, ${subject.stream}, ${name}, ${subject.academy}, ${subject.session}, ${act.actor.kind}, ${act.actor.id},
      ${act.onBehalfOf}, ${act.requestId}, ${canonicalJson(data as Json)}, '', 0)`.execute(tx);
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

const ENTRY = columns({
  name: text,
  at: instant,
  businessAt: instant,
  actorKind: oneOf(['visitor', 'candidate', 'staff', 'system']),
  actorId: nullable(text),
  data: text,
});
export type JournalEntry = Omit<RowOf<typeof ENTRY>, 'data'> & { readonly data: Json };

/** The last entries of a stream, newest first, but for those that bear one of these names. */
export async function readStream(
  db: Database,
  stream: string,
  limit: number,
  but: readonly string[] = [],
): Promise<readonly JournalEntry[]> {
  const asked = sql`select ${ENTRY} from journal where stream = ${stream} and not name = any(${but}::text[]) order by id desc limit ${limit}`;
  return (await ENTRY.all(db, asked)).map((entry) => ({ ...entry, data: JSON.parse(entry.data) as Json }));
}

/** A row as its hash was made of it; its instants in microseconds. */
const LINK = columns({
  id: integer,
  eventId: uuid,
  stream: text,
  name: text,
  academy: nullable(text),
  session: nullable(text),
  actorKind: text,
  actorId: nullable(text),
  onBehalfOf: nullable(text),
  requestId: text,
  data: text,
  previousHash: nullable(bytes),
  hash: bytes,
});
const TIMED_LINK = columns({ ...LINK.shape, microseconds: text, businessMicroseconds: text });

const FOUND = columns({ id: integer });

/** Records it unless the same person left this entry in the stream within that time (real, not the exam's). */
export async function recordOnce<Name extends EventName>(
  db: Database,
  act: Act,
  name: Name,
  subject: JournalSubject,
  data: Events[Name],
  within: Temporal.Duration,
): Promise<void> {
  if (await isRecent(db, subject.stream, name, act, within)) return;
  await db.transaction().execute(async (tx) => {
    // The lock of the chain, so that two pages asked for at once leave one entry.
    await sql`select pg_advisory_xact_lock(hashtextextended('journal ' || ${subject.stream}::text, 0))`.execute(tx);
    if (!(await isRecent(tx, subject.stream, name, act, within))) await record(tx, act, name, subject, data);
  });
}

/** Did the same person leave this entry in the stream within that time (real, not the exam's)? */
export async function isRecent(
  db: Database,
  stream: string,
  name: EventName,
  { actor }: Pick<Act, 'actor'>,
  within: Temporal.Duration,
): Promise<boolean> {
  const since = Temporal.Now.instant().subtract(within);
  const asked = sql`select ${FOUND} from journal
    where stream = ${stream} and name = ${name} and actor_kind = ${actor.kind} and actor_id = ${actor.id} and at > ${since} limit 1`;
  return (await FOUND.first(db, asked)) !== null;
}

/** The last entries of a stream that bear one of these names, newest first. */
export async function readStreamFor(
  db: Database,
  stream: string,
  names: readonly string[],
  limit: number,
): Promise<readonly JournalEntry[]> {
  const asked = sql`select ${ENTRY} from journal where stream = ${stream} and name = any(${names}::text[]) order by id desc limit ${limit}`;
  return (await ENTRY.all(db, asked)).map((entry) => ({ ...entry, data: JSON.parse(entry.data) as Json }));
}

/** Links read at once: what a check holds in memory, however long the journal is. */
const READ_AT_ONCE = 5_000;

export type Verification = {
  readonly entries: number;
  readonly chains: number;
  /** Ids of the entries that don't fit their chain. */
  readonly broken: readonly number[];
};

/** Recomputes every hash of a chain, or of all, here and not in SQL. Gives the ids of the rows whose chain is broken. */
export async function verifyJournal(db: Database, stream?: string): Promise<readonly number[]> {
  return (await verifyChains(db, stream)).broken;
}

/** The same, with how much was read. */
export async function verifyChains(db: Database, stream?: string): Promise<Verification> {
  let [entries, chains] = [0, 0];
  let last = { stream: '', id: 0, hash: '' };
  const broken: number[] = [];
  for await (const row of linksOf(db, stream)) {
    if (row.stream !== last.stream) chains += 1;
    const previous = row.stream === last.stream ? last.hash : '';
    const hash = row.hash.toString('hex');
    if (hashOf(row) !== hash || (row.previousHash?.toString('hex') ?? '') !== previous) broken.push(row.id);
    last = { stream: row.stream, id: row.id, hash };
    entries += 1;
  }
  return { entries, chains, broken };
}

type Link = RowOf<typeof TIMED_LINK>;

/** Chain after chain, each in its order. */
async function* linksOf(db: Database, stream: string | undefined): AsyncGenerator<Link> {
  let [after, id] = ['', 0];
  for (;;) {
    const links = await TIMED_LINK.all(
      db,
      sql`select ${LINK}, (extract(epoch from at) * 1000000)::bigint::text as microseconds,
        (extract(epoch from business_at) * 1000000)::bigint::text as "businessMicroseconds"
      from journal where (stream, id) > (${after}, ${id}) and ${stream === undefined ? sql`true` : sql`stream = ${stream}`}
      order by stream, id limit ${READ_AT_ONCE}`,
    );
    yield* links;
    const last = links.at(-1);
    if (last === undefined || links.length < READ_AT_ONCE) return;
    [after, id] = [last.stream, last.id];
  }
}

/** As the trigger of the table makes it. */
function hashOf(row: Link): string {
  const fields = [
    row.previousHash?.toString('hex') ?? '',
    row.eventId,
    row.stream,
    row.name,
    row.academy ?? '',
    row.session ?? '',
    row.actorKind,
    row.actorId ?? '',
    row.onBehalfOf ?? '',
    row.requestId,
    row.microseconds,
    row.businessMicroseconds,
    row.data,
  ];
  return createHash('sha256').update(fields.join('\n')).digest('hex');
}
