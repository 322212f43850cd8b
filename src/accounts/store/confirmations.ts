import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import type { AccountId } from '../account.ts';
import { PLACINGS, type PlacingKind } from '../rules/kinship.ts';
import type { Approval } from '../secondPerson.ts';

/** Of an account, by somebody who isn't who placed it: its placings of these kinds so far are no link from now on. */
export async function confirmPlacings(
  tx: Tx,
  who: AccountId,
  approval: Approval,
  kinds: readonly PlacingKind[] = PLACINGS,
): Promise<void> {
  await sql`insert into staff_placing_confirmed (placing_id, by_id)
    select id, ${approval.by}::uuid from staff_placing where account_id = ${who} and by_id is not null and kind = any(${kinds}::text[])
    on conflict (placing_id) do nothing`.execute(tx);
}

/** The same, because the installation's own list names this account. */
export async function confirmListed(tx: Tx, who: AccountId): Promise<void> {
  await sql`insert into staff_placing_confirmed (placing_id)
    select id from staff_placing where account_id = ${who} and by_id is not null on conflict (placing_id) do nothing`.execute(
    tx,
  );
}
