import { sql } from 'kysely';
import { columns, uuid } from '../../platform/database/columns.ts';
import type { Tx } from '../../platform/database/database.ts';
import type { AccountId, SignedInPerson } from '../account.ts';
import { newUnreachable } from '../mailbox.ts';

const HELD = columns({ sessionId: uuid });

/** Does this sign-in still last? Of two tabs that close one account, the second finds that it doesn't. */
export async function stillOpen(tx: Tx, { sessionId }: Pick<SignedInPerson, 'sessionId'>): Promise<boolean> {
  return (await HELD.first(tx, sql`select id as "sessionId" from auth_session where id = ${sessionId}`)) !== null;
}

/** Nobody signs in any more, no link or code opens anything, and the address is free. */
export async function closeDoors(tx: Tx, id: AccountId): Promise<void> {
  await sql`delete from auth_verification v where v.value = ${id}::text or exists (
      select from unnest(array(select id from address_recovery where account_id = ${id}
          union all select id from access_letter where account_id = ${id}) || ${id}::uuid) named
      where position(named::text in v.value) > 0)`.execute(tx);
  await tx.deleteFrom('auth_session').where('user_id', '=', id).execute();
  await tx.deleteFrom('auth_account').where('user_id', '=', id).execute();
  await tx.deleteFrom('sign_up').where('account_id', '=', id).execute();
  await tx.deleteFrom('address_recovery').where('account_id', '=', id).execute();
  await tx.deleteFrom('access_letter_request').where('account_id', '=', id).execute();
  await tx.deleteFrom('access_letter').where('account_id', '=', id).execute();
  await tx
    .updateTable('auth_user')
    .set({ email: newUnreachable(), updated_at: sql`now()` })
    .where('id', '=', id)
    .execute();
  await tx
    .updateTable('candidate')
    .set({ closed_at: sql`business_now()`, row_version: sql`row_version + 1` })
    .where('account_id', '=', id)
    .execute();
}

/** Who they are, where nothing that the law keeps says it. Its row stays: what has no name any more leans on it. */
export async function forgetPerson(tx: Tx, id: AccountId): Promise<void> {
  await tx.deleteFrom('notice_answer').where('account_id', '=', id).execute();
  await tx.updateTable('auth_user').set({ name: '' }).where('id', '=', id).execute();
  await sql`update candidate set birth_name = '', usage_name = null, first_names = '', birth_date = '1900-01-01', birth_country = 'FR'
    where account_id = ${id}`.execute(tx);
}
