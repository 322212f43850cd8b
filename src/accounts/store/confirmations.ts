import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { AccountId } from '../account.ts';
import type { Approval } from '../secondPerson.ts';

/** Of an account, by somebody who isn't who placed it: what was placed so far is no link from now on. */
export async function confirmPlacings(tx: Tx, who: AccountId, approval: Approval): Promise<void> {
  await sql`insert into staff_placing_confirmed (placing_id, by_id)
    select id, ${approval.by}::uuid from staff_placing where account_id = ${who} and by_id is not null on conflict (placing_id) do nothing`.execute(
    tx,
  );
}
