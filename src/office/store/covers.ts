import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, day, instant, nullable, type RowOf, texts, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';

const COVER = columns({
  id: uuid,
  absentId: uuid,
  coveringId: uuid,
  portfolios: texts,
  fromDay: day,
  untilDay: day,
  setBy: uuid,
  endedAt: nullable(instant),
});
/** Somebody is away, and a colleague reads these groups of theirs, both days included. */
export type Cover = RowOf<typeof COVER>;

const TODAY = sql`(business_now() at time zone 'Europe/Paris')::date`;

/** The absences for which this person stands in today. */
export function coversOf(db: Database, accountId: string): Promise<readonly Cover[]> {
  return COVER.all(
    db,
    sql`select ${COVER} from office_cover
      where covering_id = ${accountId} and ended_at is null and from_day <= ${TODAY} and until_day >= ${TODAY} order by until_day, id`,
  );
}

/** Those of the academy that aren't over, the first to begin first; of one person who is away, if given. */
export function coversAhead(db: Database, academy: string, absentId: string | null = null): Promise<readonly Cover[]> {
  return COVER.all(
    db,
    sql`select ${COVER} from office_cover
      where academy = ${academy} and (${absentId}::uuid is null or absent_id = ${absentId}::uuid) and ended_at is null and until_day >= ${TODAY}
      order by from_day, id limit 200`,
  );
}

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
