import { type RawBuilder, sql } from 'kysely';
import { columns, instant, integer, nullable, oneOf, present, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Mark, type MarkBatch, type MarkEntry, type Script, SORTS, type Sort } from '../marks.ts';
import type { TypedBy } from '../rules/batchActs.ts';

const SCRIPT = columns({ id: uuid, batchId: uuid, number: text });
const LAST = columns({
  scriptId: uuid,
  sort: oneOf(SORTS),
  rank: integer,
  outcome: nullable(oneOf(['mark', 'absent', 'excused', 'exempt'])),
  halfPoints: nullable(integer),
});
const NOTHING: Readonly<Record<Sort, MarkEntry | null>> = {
  first: null,
  second: null,
  board: null,
  decided: null,
  corrected: null,
};

/** The scripts of these batches that count, by number, with the last row of each sort. */
export async function listScripts(
  db: Database,
  batches: readonly string[],
): Promise<ReadonlyMap<string, readonly Script[]>> {
  const scripts = await SCRIPT.all(
    db,
    sql`select ${SCRIPT} from mark_script where batch_id = any(${batches}::uuid[]) and left_at is null order by number`,
  );
  const entries = await readEntries(db, sql`batch_id = any(${batches}::uuid[])`);
  const found = scripts.map(({ batchId, ...one }) => ({
    batchId,
    script: { ...one, ...(entries.get(one.id) ?? NOTHING) },
  }));
  const byBatch = Map.groupBy(found, ({ batchId }) => batchId);
  return new Map(batches.map((id) => [id, (byBatch.get(id) ?? []).map(({ script }) => script)]));
}

type Entries = Readonly<Record<Sort, MarkEntry | null>>;

/** The last row of each sort, of these scripts alone. */
export function entriesOf(db: Database, scripts: readonly string[]): Promise<ReadonlyMap<string, Entries>> {
  return readEntries(db, sql`script_id = any(${scripts}::uuid[])`);
}

async function readEntries(db: Database, which: RawBuilder<unknown>): Promise<ReadonlyMap<string, Entries>> {
  const rows = await LAST.all(
    db,
    sql`select distinct on (script_id, sort) ${LAST} from mark_entry where ${which} order by script_id, sort, rank desc`,
  );
  const entries = new Map<string, Record<Sort, MarkEntry | null>>();
  for (const { scriptId, sort, rank, ...row } of rows) {
    const of = entries.get(scriptId) ?? { ...NOTHING };
    of[sort] = { rank, mark: markOf(row) };
    entries.set(scriptId, of);
  }
  return entries;
}

export async function scriptsOf(db: Database, { id }: Pick<MarkBatch, 'id'>): Promise<readonly Script[]> {
  return (await listScripts(db, [id])).get(id) ?? [];
}

function markOf({
  outcome,
  halfPoints,
}: {
  readonly outcome: Mark['code'] | null;
  readonly halfPoints: number | null;
}): Mark | null {
  if (outcome === null) return null;
  return outcome === 'mark' ? { code: outcome, halfPoints: halfPoints ?? 0 } : { code: outcome };
}

/** `version`: of the round; `reason`: of a decision or a correction. */
export type WrittenRound = {
  readonly sort: Sort;
  readonly lines: readonly { readonly scriptId: string; readonly mark: Mark | null }[];
  readonly version: number | null;
  readonly reason: string | null;
  readonly by: string;
};

export async function insertEntries(
  tx: Tx,
  { id, academy, session }: Pick<MarkBatch, 'id' | 'academy' | 'session'>,
  { sort, lines, version, reason, by }: WrittenRound,
): Promise<void> {
  const scripts = lines.map(({ scriptId }) => scriptId);
  const outcomes = lines.map(({ mark }) => mark?.code ?? null);
  const points = lines.map(({ mark }) => (mark?.code === 'mark' ? mark.halfPoints : null));
  await sql`insert into mark_entry (academy, session, batch_id, script_id, sort, outcome, half_points, version, reason, by)
    select ${academy}::text, ${session}::text, ${id}::uuid, script, ${sort}::text, outcome, points, ${version}::integer, ${reason}::text, ${by}::uuid
    from unnest(${scripts}::uuid[], ${outcomes}::text[], ${points}::smallint[]) as line (script, outcome, points)`.execute(
    tx,
  );
}

const CHANGED = columns({ scriptId: uuid });

/** Scripts of a round that were written after this version of it. */
export async function changedSince(
  db: Database,
  { id }: Pick<MarkBatch, 'id'>,
  round: 'first' | 'second',
  version: number,
): Promise<ReadonlySet<string>> {
  const rows = await CHANGED.all(
    db,
    sql`select distinct script_id as "scriptId" from mark_entry where batch_id = ${id} and sort = ${round} and version > ${version}`,
  );
  return new Set(rows.map(({ scriptId }) => scriptId));
}

const TYPIST = columns({ sort: oneOf(SORTS), by: uuid });

/** Who ever wrote in each round. */
export async function readTypedBy(db: Database, { id }: Pick<MarkBatch, 'id'>): Promise<TypedBy> {
  const rows = await TYPIST.all(
    db,
    sql`select distinct sort, by from mark_entry where batch_id = ${id} and sort in ('first', 'second')`,
  );
  const of = (round: 'first' | 'second') => new Set(rows.filter(({ sort }) => sort === round).map(({ by }) => by));
  return { first: of('first'), second: of('second') };
}

const LATER = columns({
  number: text,
  sort: oneOf(SORTS),
  outcome: nullable(oneOf(['mark', 'absent', 'excused', 'exempt'])),
  halfPoints: nullable(integer),
  reason: present(text),
  by: uuid,
  at: instant,
});
export type LaterMark = {
  readonly number: string;
  readonly sort: 'decided' | 'corrected';
  readonly mark: Mark | null;
  readonly reason: string;
  readonly by: string;
  readonly at: Temporal.Instant;
};

/** Decisions and corrections of a batch, the last first. */
export async function listLater(db: Database, { id }: Pick<MarkBatch, 'id'>): Promise<readonly LaterMark[]> {
  const rows = await LATER.all(
    db,
    sql`select s.number, e.sort, e.outcome, e.half_points as "halfPoints", e.reason, e.by, e.at
    from mark_entry e join mark_script s on s.id = e.script_id
    where e.batch_id = ${id} and e.sort in ('decided', 'corrected') order by e.rank desc limit 200`,
  );
  return rows.map(({ outcome, halfPoints, sort, ...row }) => ({
    ...row,
    sort: sort === 'corrected' ? sort : 'decided',
    mark: markOf({ outcome, halfPoints }),
  }));
}
