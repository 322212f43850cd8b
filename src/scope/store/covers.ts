import { sql } from 'kysely';
import { columns, day, instant, nullable, type RowOf, texts, uuid } from '../../platform/database/columns.ts';
import type { Database } from '../../platform/database/database.ts';

export const COVER = columns({
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
    sql`select ${COVER} from set_cover
      where covering_id = ${accountId} and ended_at is null and from_day <= ${TODAY} and until_day >= ${TODAY} order by until_day, id`,
  );
}

/** Those of the academy that aren't over, the first to begin first; of one person who is away, if given. */
export function coversAhead(db: Database, academy: string, absentId: string | null = null): Promise<readonly Cover[]> {
  return COVER.all(
    db,
    sql`select ${COVER} from set_cover
      where academy = ${academy} and (${absentId}::uuid is null or absent_id = ${absentId}::uuid) and ended_at is null and until_day >= ${TODAY}
      order by from_day, id limit 200`,
  );
}
