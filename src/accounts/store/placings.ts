import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, instant, nullable, oneOf, present, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import type { AccountId } from '../account.ts';
import { PLACINGS, type PlacingKind } from '../rules/kinship.ts';

/** By whom the accesses of the staff came: rows are added, never changed, and stay when the account goes. */

/** `by` null: the installation itself. Gives its id. */
export async function insertPlacing(
  tx: Tx,
  who: AccountId,
  by: AccountId | null,
  kind: Exclude<PlacingKind, 'earlier'>,
): Promise<string> {
  const placing = randomUUID();
  await tx.insertInto('staff_placing').values({ id: placing, account_id: who, by_id: by, kind }).execute();
  return placing;
}

const LINK = columns({
  who: uuid,
  by: present(uuid),
  kind: oneOf(PLACINGS),
  at: instant,
  whoName: nullable(text),
  byName: nullable(text),
});
export type NamedLink = RowOf<typeof LINK>;

/** Placings of so many days that nobody confirmed, the last first. A name is null where the account is gone. */
export function readLinks(db: Database, days: number): Promise<readonly NamedLink[]> {
  return LINK.all(
    db,
    sql`select p.account_id as who, p.by_id as by, p.kind, p.at, w.name as "whoName", b.name as "byName"
    from staff_placing p left join staff w on w.account_id = p.account_id left join staff b on b.account_id = p.by_id
    where p.by_id is not null and p.by_id <> p.account_id and p.at > now() - make_interval(days => ${days}::int)
      and not exists (select from staff_placing_confirmed c where c.placing_id = p.id)
    order by p.at desc, p.id`,
  );
}
