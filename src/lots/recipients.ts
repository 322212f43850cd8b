import { type RawBuilder, sql } from 'kysely';
import type { EnrolmentId } from '../enrolment/index.ts';
import { columns, id, integer } from '../platform/database/columns.ts';
import type { Database, Tx } from '../platform/database/database.ts';
import { eachAlone } from '../platform/database/eachAlone.ts';
import { type About, type PostDeps, readAbout } from '../post/index.ts';

/** Where a room keeps its acts on many, and whom each concerns, a row a person, `planned` until their turn. */
export type LotTables = {
  readonly lots: RawBuilder<unknown>;
  /** The column of `lots` that says when one was ordered. */
  readonly at: RawBuilder<unknown>;
  readonly recipients: RawBuilder<unknown>;
  /** The column of `recipients` that names theirs. */
  readonly lot: RawBuilder<unknown>;
};

const PLANNED = columns({ enrolmentId: id<EnrolmentId>() });

/**
 * Does it to whoever it wasn't done to yet; `work` gives what became of them. A kill in between loses and doubles nothing: that is written
 * by the transaction that does it, and a second run waits, and finds it settled.
 */
export async function eachPlanned(
  deps: Pick<PostDeps, 'catalogue' | 'findCandidate'> & { readonly db: Database },
  { recipients, lot }: Pick<LotTables, 'recipients' | 'lot'>,
  lotId: string,
  work: (tx: Tx, about: About) => Promise<string>,
): Promise<void> {
  const planned = sql`select ${PLANNED} from ${recipients} where ${lot} = ${lotId} and state = 'planned'`;
  await eachAlone(deps.db, await PLANNED.all(deps.db, sql`${planned} order by enrolment_id`), async (tx, one) => {
    // The lock of every act on the enrolment comes first, as everywhere.
    const about = await readAbout(deps, tx, one.enrolmentId);
    const theirs = sql`enrolment_id = ${one.enrolmentId}`;
    if ((await PLANNED.first(tx, sql`${planned} and ${theirs} for update`)) === null) return;
    const state = await work(tx, about);
    await sql`update ${recipients} set state = ${state}, settled_at = business_now() where ${lot} = ${lotId} and ${theirs}`.execute(
      tx,
    );
  });
}

const COUNT = columns({ count: integer });

/** Acts on many that an officer ordered within 24 hours. */
export async function countOfDay(
  tx: Tx,
  { lots, at }: Pick<LotTables, 'lots' | 'at'>,
  officerId: string,
): Promise<number> {
  const asked = sql`select count(*) from ${lots} where officer_id = ${officerId} and ${at} > business_now() - interval '24 hours'`;
  return (await COUNT.one(tx, asked)).count;
}
