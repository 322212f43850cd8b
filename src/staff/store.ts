import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../platform/database/database.ts';
import { COVER, type Cover } from '../scope/index.ts';

export type NewCover = Pick<Cover, 'absentId' | 'coveringId' | 'portfolios' | 'fromDay' | 'untilDay' | 'setBy'> & {
  readonly academy: string;
};

export async function insertCover(tx: Tx, cover: NewCover): Promise<string> {
  const id = randomUUID();
  await sql`insert into office_cover (id, academy, absent_id, covering_id, portfolios, from_day, until_day, set_by)
    values (${id}, ${cover.academy}, ${cover.absentId}, ${cover.coveringId}, ${cover.portfolios}::text[], ${cover.fromDay}::date, ${cover.untilDay}::date, ${cover.setBy})`.execute(
    tx,
  );
  return id;
}

/** Before its last day: the person is back. Gives the cover that ended; null if none did. */
export async function endCover(
  tx: Tx,
  {
    academy,
    absentId,
    id,
    by,
  }: { readonly academy: string; readonly absentId: string; readonly id: string; readonly by: string },
): Promise<Cover | null> {
  return COVER.first(
    tx,
    sql`update office_cover set ended_by = ${by}, ended_at = business_now()
      where id = ${id} and academy = ${academy} and absent_id = ${absentId} and ended_at is null returning ${COVER}`,
  );
}

/** One at a time for one person who is away. */
export async function lockCovers(tx: Tx, absentId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('office_cover'), hashtext(${absentId}))`.execute(tx);
}
