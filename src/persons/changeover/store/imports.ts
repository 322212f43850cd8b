import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { EnrolmentId } from '../../../enrolment/index.ts';
import type { WorkSource } from '../../../lots/index.ts';
import {
  columns,
  day,
  id,
  instant,
  integer,
  nullable,
  present,
  type RowOf,
  text,
  uuid,
} from '../../../platform/database/columns.ts';
import type { Database, Tx } from '../../../platform/database/database.ts';
import { type Due, dueRows, lasting } from '../../../platform/database/due.ts';
import { isUuid } from '../../../platform/uuid.ts';
import { type CarriedLine, MOST } from '../changeover.ts';

const IMPORT = columns({
  id: uuid,
  session: text,
  name: text,
  lines: integer,
  known: integer,
  sha256: text,
  writtenAt: nullable(instant),
  takenBackAt: nullable(instant),
  takenBackWords: nullable(text),
});
export type ChangeoverImport = RowOf<typeof IMPORT>;

/** One list at a time in an academy is compared, confirmed or taken back. */
export async function awaitLists(tx: Tx, academy: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('changeover ' || ${academy}::text, 0))`.execute(tx);
}

export async function findImport(
  db: Database,
  academy: string,
  importId: string | undefined,
): Promise<ChangeoverImport | null> {
  if (!isUuid(importId)) return null;
  return IMPORT.first(db, sql`select ${IMPORT} from changeover_import where id = ${importId} and academy = ${academy}`);
}

const STANDING = columns({ ...IMPORT.shape, settled: present(integer) });
/** A list that was confirmed. `settled`: lines from which an enrolment was opened, or that were said to be somebody's. */
export type StandingImport = RowOf<typeof STANDING>;

/** Those that were confirmed, the last first. */
export function listImports(db: Database, academy: string): Promise<readonly StandingImport[]> {
  return STANDING.all(
    db,
    sql`select ${IMPORT.of('i')}, (select count(*) from changeover_line l where l.import_id = i.id and l.enrolment_id is not null) as settled
      from changeover_import i where i.academy = ${academy} and i.written_at is not null order by i.written_at desc, i.id limit ${MOST.imports}`,
  );
}

const OWN = columns({ ...IMPORT.shape, at: instant });

/** Those that one person sent since then, confirmed or not, the last first. */
export function listOwnImports(
  db: Database,
  { academy, accountId, since }: Parameters<WorkSource>[1],
): Promise<readonly RowOf<typeof OWN>[]> {
  return OWN.all(
    db,
    sql`select ${IMPORT.of('i')}, i.at from changeover_import i where i.academy = ${academy} and i.by = ${accountId} and i.at > ${since}
      order by i.at desc, i.id limit ${MOST.imports}`,
  );
}

export type NewImport = {
  readonly academy: string;
  readonly session: string;
  readonly name: string;
  readonly sha256: string;
  readonly by: string;
};

/** Kept until its head confirms it, in the place of what they left unconfirmed. Gives its id. */
export async function keepList(tx: Tx, file: NewImport, lines: readonly CarriedLine[], known: number): Promise<string> {
  const { academy, session, name, sha256, by } = file;
  const importId = randomUUID();
  await sql`delete from changeover_import where academy = ${academy} and by = ${by} and written_at is null`.execute(tx);
  await sql`insert into changeover_import (id, academy, session, name, sha256, lines, known, by)
    values (${importId}, ${academy}, ${session}, ${name}, ${sha256}, ${lines.length}, ${known}, ${by})`.execute(tx);
  const rows = JSON.stringify(
    lines.map((line) => ({ ...line, id: randomUUID(), birthDate: line.birthDate.toString() })),
  );
  await sql`insert into changeover_line (id, import_id, at, academy, session, number, enrolment_number, birth_name, usage_name, first_names, birth_date,
      speciality, portfolio, category, options)
    select l.id, ${importId}, l.at, ${academy}, ${session}, l.number, l."enrolmentNumber", l."birthName", l."usageName", l."firstNames", l."birthDate",
      l.speciality, l.portfolio, l.category, l.options
    from json_to_recordset(${rows}::json) l (id uuid, at integer, number text, "enrolmentNumber" text, "birthName" text, "usageName" text,
      "firstNames" text, "birthDate" date, speciality text, portfolio text, category text, options text)`.execute(tx);
  return importId;
}

const NUMBERED = columns({ number: text, birthName: text, firstNames: text, birthDate: day });

/** Who was taken over already under one of these numbers. */
export function listKnown(
  db: Database,
  place: Pick<NewImport, 'academy' | 'session'>,
  numbers: readonly string[],
): Promise<readonly RowOf<typeof NUMBERED>[]> {
  return NUMBERED.all(
    db,
    sql`select ${NUMBERED} from changeover_line
      where academy = ${place.academy} and session = ${place.session} and written and number = any(${numbers}::text[])`,
  );
}

const COUNT = columns({ count: present(integer) });

/** Lines of a list whose number came in meanwhile by another one. */
export async function countOvertaken(tx: Tx, importId: string): Promise<number> {
  const row = await COUNT.one(
    tx,
    sql`select count(*) as count from changeover_line l join changeover_line w using (academy, session, number)
      where l.import_id = ${importId} and w.written`,
  );
  return row.count;
}

const PAIR = columns({
  line: uuid,
  number: text,
  birthName: text,
  firstNames: text,
  birthDate: day,
  enrolmentId: id<EnrolmentId>(),
  ownNumber: present(text),
  ownFirstNames: text,
  speciality: present(text),
});
/** A line, and a registered enrolment of this session of somebody with the same name and birth date. */
export type Pair = RowOf<typeof PAIR>;

export function listPairs(db: Database, importId: string): Promise<readonly Pair[]> {
  return PAIR.all(
    db,
    sql`select distinct on (l.at) l.id as line, l.number, l.birth_name as "birthName", l.first_names as "firstNames", l.birth_date as "birthDate",
        e.id as "enrolmentId", e.number as "ownNumber", c.first_names as "ownFirstNames", e.speciality
      from changeover_line l join candidate_identity c on c.birth_date = l.birth_date and office_fold(c.birth_name) = office_fold(l.birth_name)
      join enrolment_file e on e.candidate_id = c.account_id and e.academy = l.academy and e.session = l.session
      where l.import_id = ${importId} and e.number is not null and e.status in ('registered', 'validated')
      order by l.at, e.number limit ${MOST.pairs + 1}`,
  );
}

const GROUP = columns({ speciality: text, lines: present(integer) });

/** How many of each speciality. */
export function listGroups(db: Database, importId: string): Promise<readonly RowOf<typeof GROUP>[]> {
  return GROUP.all(
    db,
    sql`select speciality, count(*) as lines from changeover_line where import_id = ${importId} group by speciality order by 2 desc, 1`,
  );
}

/** What stands in its lines from now on. */
export async function markWritten(tx: Tx, importId: string): Promise<void> {
  await sql`update changeover_import set written_at = business_now() where id = ${importId}`.execute(tx);
  await sql`update changeover_line set written = true where import_id = ${importId}`.execute(tx);
}

/** Whose line it is: said by a person, or opened by them. */
export async function settleLine(tx: Tx, line: string, enrolmentId: EnrolmentId, by: string): Promise<void> {
  await sql`update changeover_line set enrolment_id = ${enrolmentId}, settled_by = ${by}, settled_at = business_now() where id = ${line}`.execute(
    tx,
  );
}

/** The list stays named; its lines go. */
export async function takeBackList(tx: Tx, importId: string, by: string, words: string): Promise<void> {
  await sql`update changeover_import set taken_back_at = business_now(), taken_back_by = ${by}, taken_back_words = ${words} where id = ${importId}`.execute(
    tx,
  );
  await sql`delete from changeover_line where import_id = ${importId}`.execute(tx);
}

/** Each night: what nobody confirmed, and lists that are over. */
export function oldLists(kept: {
  readonly unconfirmed: Temporal.Duration;
  readonly confirmed: Temporal.Duration;
}): Due {
  return dueRows(
    'changeover_import',
    sql`(written_at is null and at < business_now() - ${lasting(kept.unconfirmed)}) or written_at < business_now() - ${lasting(kept.confirmed)}`,
  );
}
