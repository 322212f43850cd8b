import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { WorkSource } from '../../lots/index.ts';
import {
  columns,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { PAPER_KINDS, type PaperId } from '../paper.ts';

const BATCH = columns({
  id: uuid,
  academy: text,
  session: text,
  kind: oneOf(PAPER_KINDS),
  what: text,
  total: integer,
  orderedBy: uuid,
  orderedAt: instant,
  stoppedAt: nullable(instant),
  finishedAt: nullable(instant),
  printed: integer,
  faulty: integer,
});
/** Papers printed together. `printed` and `faulty` say how far it is. */
export type PaperBatch = RowOf<typeof BATCH>;

const SHOWN = 20;

function select(which: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`select b.id, b.academy, b.session, b.kind, b.what, b.total, b.ordered_by as "orderedBy", b.ordered_at as "orderedAt",
      b.stopped_at as "stoppedAt", b.finished_at as "finishedAt", coalesce(c.printed, 0) as printed, coalesce(c.faulty, 0) as faulty
    from paper_batch b left join lateral (
      select count(*) filter (where p.pdf_key is not null) as printed, count(*) filter (where p.pdf_key is null and i.fault is not null) as faulty
      from paper_batch_item i join paper p on p.id = i.paper_id where i.batch_id = b.id
    ) c on true where ${which}`;
}

/** The latest of an academy. */
export function listBatches(db: Database, academy: string): Promise<readonly PaperBatch[]> {
  return BATCH.all(db, sql`${select(sql`b.academy = ${academy}`)} order by b.ordered_at desc, b.id limit ${SHOWN}`);
}

/** Those that one person ordered since then, the latest first: of an academy's others nothing is read. */
export function listOwnBatches(
  db: Database,
  { academy, accountId, since }: Parameters<WorkSource>[1],
): Promise<readonly PaperBatch[]> {
  return BATCH.all(
    db,
    sql`${select(sql`b.academy = ${academy} and b.ordered_by = ${accountId} and b.ordered_at > ${since}`)}
      order by b.ordered_at desc, b.id limit ${SHOWN}`,
  );
}

/** null for the office of another academy. */
export function findBatch(db: Database, academy: string | null, batchId: string): Promise<PaperBatch | null> {
  return BATCH.first(db, select(sql`b.id = ${batchId} and (${academy}::text is null or b.academy = ${academy}::text)`));
}

export type NewBatch = Pick<PaperBatch, 'academy' | 'session' | 'kind' | 'what' | 'orderedBy'> & {
  readonly enrolmentIds: readonly string[];
};

const CHOSEN = columns({ id: id<PaperId>() });

/** The latest paper of that kind of each of these enrolments, by number. */
export async function latestOf(
  tx: Tx,
  { academy, session, kind, enrolmentIds }: NewBatch,
): Promise<readonly PaperId[]> {
  const chosen = await CHOSEN.all(
    tx,
    sql`select l.id from (
      select distinct on (enrolment_id) id, reference from paper
      where academy = ${academy} and session = ${session} and kind = ${kind} and enrolment_id = any(${enrolmentIds}::uuid[])
      order by enrolment_id, version desc
    ) l order by split_part(l.reference, '-', 2), l.reference`,
  );
  return chosen.map((one) => one.id);
}

/** null: another batch of the academy is still being printed. */
export async function insertBatch(tx: Tx, batch: NewBatch, papers: readonly PaperId[]): Promise<string | null> {
  const { academy, session, kind, what, orderedBy } = batch;
  const batchId = randomUUID();
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('paper_batch')
    .values({ id: batchId, academy, session, kind, what, total: papers.length, ordered_by: orderedBy })
    .onConflict((running) => running.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows !== 1n) return null;
  await sql`insert into paper_batch_item (batch_id, academy, session, rank, paper_id)
    select ${batchId}, ${academy}, ${session}, p.rank, p.id from unnest(${papers}::uuid[]) with ordinality p(id, rank)`.execute(
    tx,
  );
  return batchId;
}

/** False when it had ended already. */
export async function stopBatch(tx: Tx, academy: string, batchId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update paper_batch set stopped_at = business_now()
    where id = ${batchId} and academy = ${academy} and stopped_at is null and finished_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** What is still to be printed, in order. */
export async function nextOf(db: Database, batchId: string, limit: number): Promise<readonly PaperId[]> {
  const next = await CHOSEN.all(
    db,
    sql`select p.id from paper_batch_item i join paper p on p.id = i.paper_id
    where i.batch_id = ${batchId} and i.fault is null and p.pdf_key is null order by i.rank limit ${limit}`,
  );
  return next.map((one) => one.id);
}

export async function noteFault(db: Database, batchId: string, paperId: PaperId, fault: string): Promise<void> {
  await sql`update paper_batch_item set fault = ${fault} where batch_id = ${batchId} and paper_id = ${paperId}`.execute(
    db,
  );
}

export async function finishBatch(db: Database, batchId: string): Promise<void> {
  await sql`update paper_batch set finished_at = business_now() where id = ${batchId} and finished_at is null and stopped_at is null`.execute(
    db,
  );
}

const PRINTED = columns({
  rank: integer,
  kind: oneOf(PAPER_KINDS),
  version: integer,
  reference: text,
  /** null: not printed, or not yet. */
  key: nullable(text),
  /** What its file is sealed with; null: nothing. */
  sealed: nullable(oneOf(['B-B', 'B-T'])),
});
export type PrintedPaper = RowOf<typeof PRINTED>;
const PAGE = 500;

/** In order, some at a time: a slow reader holds neither a connection nor memory. */
export async function* printedOf(db: Database, batchId: string): AsyncGenerator<PrintedPaper> {
  let last = 0;
  for (;;) {
    const papers = await PRINTED.all(
      db,
      sql`select i.rank, p.kind, p.version, p.reference, p.pdf_key as key, p.seal_level as sealed
      from paper_batch_item i join paper p on p.id = i.paper_id
      where i.batch_id = ${batchId} and i.rank > ${last} order by i.rank limit ${PAGE}`,
    );
    yield* papers;
    last = papers.at(-1)?.rank ?? 0;
    if (papers.length < PAGE) return;
  }
}
