import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, instant, json, nullable, present, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Answers, type Enrolment, type EnrolmentId, stampOf } from '../enrolment.ts';
import { ENTRY, ENTRY_ROW, type EntryOutcome, type TypedEntry } from '../entry.ts';

/** Those of an enrolment, the last one first. */
export function listEntries(db: Database, enrolmentId: EnrolmentId | string): Promise<readonly TypedEntry[]> {
  const asked = sql`select ${ENTRY_ROW} from enrolment_entry where enrolment_id = ${enrolmentId} order by opened_at desc, id`;
  return ENTRY_ROW.all(db, asked);
}

/** The one that is open, or else the last one. */
export async function lastEntry(db: Database, enrolmentId: EnrolmentId | string): Promise<TypedEntry | null> {
  return ENTRY_ROW.first(
    db,
    sql`select ${ENTRY_ROW} from enrolment_entry where enrolment_id = ${enrolmentId} order by ended_at desc nulls first, id limit 1`,
  );
}

const HELD = columns({
  ...ENTRY_ROW.shape,
  found: nullable(json<Answers>()),
  wrote: nullable(text),
  stale: nullable(text),
});

/** The open one, with what the officer found and left in the working copy. The enrolment is locked. */
export function openEntryOf(tx: Tx, enrolmentId: EnrolmentId): Promise<RowOf<typeof HELD> | null> {
  const stale = sql`case when opened_at < business_now() - make_interval(hours => ${ENTRY.heldHours}::int) then 'stale' end as stale`;
  return HELD.first(
    tx,
    sql`select ${ENTRY_ROW}, found, wrote, ${stale} from enrolment_entry where enrolment_id = ${enrolmentId} and ended_at is null`,
  );
}

const NUMBERED = columns({ number: present(text) });

/** Numbers of the registered enrolments that these entries were typed in. */
export async function numbersOfEntries(db: Database, entries: readonly string[]): Promise<readonly string[]> {
  const asked = sql`select distinct e.number from enrolment_entry y join enrolment e on e.id = y.enrolment_id
    where y.id = any(${entries}::uuid[]) and e.number is not null order by e.number`;
  return (await NUMBERED.all(db, asked)).map(({ number }) => number);
}

export type NewEntry = Pick<TypedEntry, 'officerId' | 'way' | 'receivedOn' | 'words'>;

export async function insertEntry(tx: Tx, enrolment: Enrolment, entry: NewEntry): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('enrolment_entry')
    .values({
      id,
      enrolment_id: enrolment.id,
      academy: enrolment.academy,
      session: enrolment.session,
      officer_id: entry.officerId,
      way: entry.way,
      received_on: entry.receivedOn,
      words: entry.words,
      found: enrolment.working === null ? null : JSON.stringify(enrolment.working),
    })
    .execute();
  return id;
}

/** What stands in the working copy is the officer's. */
export async function noteWritten(db: Database, entryId: string, answers: Answers): Promise<void> {
  await sql`update enrolment_entry set wrote = ${stampOf(answers)} where id = ${entryId} and ended_at is null`.execute(
    db,
  );
}

export async function endEntry(
  tx: Tx,
  entryId: string,
  outcome: EntryOutcome,
  version: number | null = null,
): Promise<void> {
  await sql`update enrolment_entry set ended_at = business_now(), outcome = ${outcome}, version = ${version}
    where id = ${entryId} and ended_at is null`.execute(tx);
}

const DRAFT = columns({ id: uuid, candidateId: uuid, session: text, openedAt: instant });

/** Drafts whose entry this officer opened and has not ended, the last one first. */
export function listOpenDrafts(
  db: Database,
  academy: string,
  officerId: string,
): Promise<readonly RowOf<typeof DRAFT>[]> {
  return DRAFT.all(
    db,
    sql`select e.id, e.candidate_id as "candidateId", e.session, y.opened_at as "openedAt"
      from enrolment_entry y join enrolment e on e.id = y.enrolment_id
      where y.academy = ${academy} and y.officer_id = ${officerId} and y.ended_at is null and e.number is null
      order by y.opened_at desc limit 50`,
  );
}
