import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { WorkSource } from '../lots/index.ts';
import { columns, instant, integer, type RowOf, uuid } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { isUuid } from '../platform/uuid.ts';
import { type CancellationLot, LOT_LINE, LOT_ROW, type LotLine } from './lot.ts';

/** The SQL of lots. */

/** Null: none of these is a cancellation of this session. */
export async function insertLot(
  tx: Tx,
  { academy, session, officerId }: Pick<CancellationLot, 'academy' | 'session' | 'officerId'>,
  cancellations: readonly string[],
): Promise<string | null> {
  const id = randomUUID();
  await sql`insert into cancellation_lot (id, academy, session, officer_id) values (${id}, ${academy}, ${session}, ${officerId})`.execute(
    tx,
  );
  const { numAffectedRows } = await sql`insert into cancellation_lot_line (lot_id, cancellation_id, rank)
    select ${id}, asked.id, asked.rank from unnest(${cancellations}::uuid[]) with ordinality as asked (id, rank)
    join cancellation c on c.id = asked.id and c.academy = ${academy} and c.session = ${session}`.execute(tx);
  return numAffectedRows === 0n ? null : id;
}

export async function findLot(db: Database, academy: string, id: string | undefined): Promise<CancellationLot | null> {
  if (!isUuid(id)) return null;
  return LOT_ROW.first(db, sql`select ${LOT_ROW} from cancellation_lot where id = ${id} and academy = ${academy}`);
}

const LISTED = columns({ ...LOT_ROW.shape, approved: integer, lines: integer });
export type ListedLot = CancellationLot & { readonly approved: number; readonly lines: number };

/** The last lots of a session. */
export function listLots(
  db: Database,
  { academy, session }: Pick<CancellationLot, 'academy' | 'session'>,
  most: number,
): Promise<readonly ListedLot[]> {
  return LISTED.all(
    db,
    sql`select ${LOT_ROW.of('l')}, (select count(*) from cancellation_lot_line i where i.lot_id = l.id and i.outcome = 'approved') as approved,
        (select count(*) from cancellation_lot_line i where i.lot_id = l.id) as lines
      from cancellation_lot l where l.academy = ${academy} and l.session = ${session} order by l.at desc, l.id limit ${most}::int`,
  );
}

const OWN = columns({ id: uuid, at: instant, settled: integer, lines: integer });

/** Those that one person began since then; `settled`: those of it of which something came. */
export function listOwnLots(
  db: Database,
  of: 'cancellation' | 'invitation',
  { academy, accountId, since }: Parameters<WorkSource>[1],
): Promise<readonly RowOf<typeof OWN>[]> {
  const [lots, lines] = [sql.table(`${of}_lot`), sql.table(`${of}_lot_line`)];
  return OWN.all(
    db,
    sql`select l.id, l.at, i.settled, i.lines from ${lots} l cross join lateral (
        select count(*) as lines, count(outcome) as settled from ${lines} where lot_id = l.id) i
      where l.academy = ${academy} and l.officer_id = ${accountId} and l.at > ${since} order by l.at desc, l.id limit 50`,
  );
}

/** The proposals of a lot, in the order in which they were ticked, with what became of each. */
export function listLotLines(db: Database, lotId: string): Promise<readonly LotLine[]> {
  return LOT_LINE.all(
    db,
    sql`select i.cancellation_id as "cancellationId", c.enrolment_id as "enrolmentId", c.state, c.words, c.ground,
        c.takes_effect_at as "takesEffectAt",
        -- Two words that meant the same before.
        case when i.outcome in ('same-person', 'placed-by-proposer') then 'one-person' else i.outcome end as outcome
      from cancellation_lot_line i join cancellation c on c.id = i.cancellation_id where i.lot_id = ${lotId} order by i.rank`,
  );
}

/** What came of one of them, once. */
export async function writeOutcome(
  tx: Tx,
  lotId: string,
  { cancellationId, outcome }: Pick<LotLine, 'cancellationId' | 'outcome'>,
): Promise<void> {
  await sql`update cancellation_lot_line set outcome = ${outcome} where lot_id = ${lotId} and cancellation_id = ${cancellationId} and outcome is null`.execute(
    tx,
  );
}
