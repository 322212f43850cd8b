import { sql } from 'kysely';
import {
  columns,
  day,
  instant,
  integer,
  nullable,
  oneOf,
  present,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { MOST, OUTCOMES } from '../former.ts';
import type { FileRead } from '../rules/readFile.ts';

/** Files, and what each changes of what stands. */

const IMPORT = columns({
  id: uuid,
  name: text,
  lines: integer,
  persons: integer,
  added: integer,
  changed: integer,
  same: integer,
  expired: integer,
  unchecked: integer,
  sha256: text,
  at: instant,
  rank: nullable(integer),
  afterRank: integer,
  writtenAt: nullable(instant),
  takenBackAt: nullable(instant),
  takenBackWords: nullable(text),
});
export type FormerImport = RowOf<typeof IMPORT>;

/** One file at a time in an academy is compared, confirmed or taken back, and nobody is linked meanwhile. */
export async function awaitImports(tx: Tx, academy: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('former ' || ${academy}::text, 0))`.execute(tx);
}

export async function findImport(db: Database, academy: string, id: string | undefined): Promise<FormerImport | null> {
  if (!isUuid(id)) return null;
  return IMPORT.first(db, sql`select ${IMPORT} from former_import where id = ${id} and academy = ${academy}`);
}

/** Those that were confirmed, the last first. */
export function listImports(db: Database, academy: string): Promise<readonly FormerImport[]> {
  return IMPORT.all(
    db,
    sql`select ${IMPORT} from former_import where academy = ${academy} and rank is not null order by rank desc limit ${MOST.imports}`,
  );
}

const RANK = columns({ rank: present(integer) });

/** Of the last file that was confirmed or taken back; 0: none. It moves with each of the two. */
export async function lastRank(db: Database, academy: string): Promise<number> {
  const row = await RANK.one(
    db,
    sql`select coalesce(max(rank), 0) + count(taken_back_at) as rank from former_import where academy = ${academy}`,
  );
  return row.rank;
}

export async function beginImport(
  tx: Tx,
  file: {
    readonly id: string;
    readonly academy: string;
    readonly name: string;
    readonly sha256: string;
    readonly by: string;
  },
): Promise<void> {
  const { id, academy, name, sha256, by } = file;
  await sql`insert into former_import (id, academy, name, sha256, lines, persons, added, changed, same, expired, unchecked, by, after_rank)
    values (${id}, ${academy}, ${name}, ${sha256}, 0, 0, 0, 0, 0, 0, 0, ${by}, 0)`.execute(tx);
}

/** What nobody confirmed of this person goes: this file takes its place. */
export async function dropUnconfirmed(
  tx: Tx,
  { id, academy, by }: { readonly id: string; readonly academy: string; readonly by: string },
): Promise<void> {
  await sql`delete from former_import where academy = ${academy} and by = ${by} and rank is null and id <> ${id}`.execute(
    tx,
  );
}

/** `part`: lines as JSON (`NumberedLine`), which only the database reads. */
export async function insertLines(tx: Tx, importId: string, academy: string, part: string): Promise<void> {
  await sql`insert into former_line (import_id, academy, at, number, birth_name, first_names, birth_date, cfd, year, unit, obtained_on, outcome, half_points, decision, until)
    select ${importId}, ${academy}, l.at, l.number, l."birthName", l."firstNames", l."birthDate", l.cfd, l.year, l.unit, l."obtainedOn", l.outcome, l."halfPoints", l.decision, l.until
    from json_to_recordset(${part}::json) l (at integer, number text, "birthName" text, "firstNames" text, "birthDate" date, cfd text, year integer,
      unit text, "obtainedOn" date, outcome text, "halfPoints" smallint, decision text, until date)`.execute(tx);
}

const COUNTS = columns({ added: present(integer), changed: present(integer), same: present(integer) });

/** Counts what the lines of a file change, and drops those that say nothing new. */
export async function settleImport(
  tx: Tx,
  { id, academy, afterRank }: { readonly id: string; readonly academy: string; readonly afterRank: number },
  { lines, persons, expired, unchecked }: FileRead,
): Promise<RowOf<typeof COUNTS>> {
  const gone = await sql`delete from former_line l using former_result r
    where l.import_id = ${id} and r.academy = ${academy} and (r.number, r.cfd, r.year, r.unit) = (l.number, l.cfd, l.year, l.unit)
      and row(r.birth_name, r.first_names, r.birth_date, r.obtained_on, r.outcome, r.half_points, r.decision) is not distinct from
        row(l.birth_name, l.first_names, l.birth_date, l.obtained_on, l.outcome, l.half_points, l.decision)`.execute(
    tx,
  );
  const counts = await COUNTS.one(
    tx,
    sql`select count(*) filter (where r.number is null) as added, count(*) filter (where r.number is not null) as changed,
        ${Number(gone.numAffectedRows ?? 0n)}::integer as same
      from former_line l left join former_result r
        on r.academy = l.academy and (r.number, r.cfd, r.year, r.unit) = (l.number, l.cfd, l.year, l.unit)
      where l.import_id = ${id}`,
  );
  await sql`update former_import set lines = ${lines}, persons = ${persons}, expired = ${expired}, unchecked = ${unchecked},
    added = ${counts.added}, changed = ${counts.changed}, same = ${counts.same}, after_rank = ${afterRank} where id = ${id}`.execute(
    tx,
  );
  return counts;
}

const DIFFERENCE = columns({
  number: present(text),
  birthName: present(text),
  firstNames: present(text),
  birthDate: present(day),
  cfd: present(text),
  year: present(integer),
  unit: present(text),
  beforeName: present(text),
  beforeFirst: present(text),
  beforeBirth: present(day),
  beforeOn: present(day),
  beforeOutcome: present(oneOf(OUTCOMES)),
  beforeMark: nullable(integer),
  beforeDecision: nullable(oneOf(['admitted', 'not-admitted'])),
  afterOn: present(day),
  afterOutcome: present(oneOf(OUTCOMES)),
  afterMark: nullable(integer),
  afterDecision: nullable(oneOf(['admitted', 'not-admitted'])),
});
export type Difference = RowOf<typeof DIFFERENCE>;

/** What a file that isn't confirmed yet says otherwise than what stands. */
export function listDifferences(db: Database, academy: string, importId: string): Promise<readonly Difference[]> {
  return DIFFERENCE.all(
    db,
    sql`select l.number, l.birth_name as "birthName", l.first_names as "firstNames", l.birth_date as "birthDate", l.cfd, l.year, l.unit,
      r.birth_name as "beforeName", r.first_names as "beforeFirst", r.birth_date as "beforeBirth", r.obtained_on as "beforeOn",
      r.outcome as "beforeOutcome", r.half_points as "beforeMark", r.decision as "beforeDecision",
      l.obtained_on as "afterOn", l.outcome as "afterOutcome", l.half_points as "afterMark", l.decision as "afterDecision"
    from former_line l join former_result r on r.academy = l.academy and (r.number, r.cfd, r.year, r.unit) = (l.number, l.cfd, l.year, l.unit)
    where l.import_id = ${importId} and l.academy = ${academy} order by l.at limit ${MOST.differences}`,
  );
}

const GROUP = columns({ cfd: text, year: integer, persons: present(integer), lines: present(integer) });
export type ImportGroup = RowOf<typeof GROUP>;

/** What is new or changed, by session and speciality. */
export function listGroups(db: Database, importId: string): Promise<readonly ImportGroup[]> {
  return GROUP.all(
    db,
    sql`select cfd, year, count(distinct number) as persons, count(*) as lines from former_line
    where import_id = ${importId} group by cfd, year order by year desc, cfd limit ${MOST.differences}`,
  );
}

export async function markWritten(tx: Tx, academy: string, id: string): Promise<number> {
  const row = await RANK.one(
    tx,
    sql`update former_import set written_at = business_now(),
      rank = (select coalesce(max(rank), 0) + 1 from former_import where academy = ${academy})
    where id = ${id} returning coalesce(rank, 0) as rank`,
  );
  return row.rank;
}

/** The file stays named; its lines go, and what stood before stands again. */
export async function takeBackImport(tx: Tx, id: string, by: string, words: string): Promise<void> {
  await sql`update former_import set taken_back_at = business_now(), taken_back_by = ${by}, taken_back_words = ${words} where id = ${id}`.execute(
    tx,
  );
  await sql`delete from former_line where import_id = ${id}`.execute(tx);
}

const USED = columns({ used: present(integer) });

/** How many persons of this file were linked to an account. */
export async function countLinked(db: Database, importId: string): Promise<number> {
  const row = await USED.one(
    db,
    sql`select count(*) as used from former_link k where k.undone_at is null
      and exists (select from former_line l where l.import_id = ${importId} and l.academy = k.academy and l.number = k.number)`,
  );
  return row.used;
}
