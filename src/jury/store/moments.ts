import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Jury, MOMENT, type Moment } from '../jury.ts';

/** As they came on the day, without those that were taken away. */
export function listMoments(db: Database, { id }: Pick<Jury, 'id'>): Promise<readonly Moment[]> {
  return MOMENT.all(
    db,
    sql`select ${MOMENT} from jury_moment where jury_id = ${id} and dropped_at is null order by at, rank`,
  );
}

export async function insertMoment(
  tx: Tx,
  { id, academy, session }: Pick<Jury, 'id' | 'academy' | 'session'>,
  { at, sitting, quorum, there }: Omit<Moment, 'id'>,
  by: string,
): Promise<void> {
  await sql`insert into jury_moment (id, jury_id, academy, session, at, sitting, quorum, there, by)
    values (${randomUUID()}, ${id}, ${academy}, ${session}, ${at}, ${sitting}, ${quorum}, ${there}::uuid[], ${by})`.execute(
    tx,
  );
}

/** It stays, and counts no more. */
export async function dropMoment(tx: Tx, { id: juryId }: Pick<Jury, 'id'>, { id }: Pick<Moment, 'id'>): Promise<void> {
  await sql`update jury_moment set dropped_at = business_now() where jury_id = ${juryId} and id = ${id}`.execute(tx);
}
