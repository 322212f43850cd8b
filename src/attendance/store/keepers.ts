import { sql } from 'kysely';
import type { AccountId } from '../../accounts/index.ts';
import { columns, id, instant, integer, type RowOf, text, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { KEEPING, type Keeping } from '../attendance.ts';

/** What somebody is named for: their centre, in each session that uses it. */
export function listKeepings(db: Database, account: string, academy: string): Promise<readonly Keeping[]> {
  return KEEPING.all(
    db,
    sql`select distinct k.academy, c.session, k.centre_id as "centreId", c.name as centre
    from attendance_keeper k join session_centre c on c.id = k.centre_id
    where k.account_id = ${account} and k.academy = ${academy} order by c.session, c.name, k.centre_id`,
  );
}

const KEEPER = columns({
  accountId: id<AccountId>(),
  centreId: uuid,
  centreCode: text,
  centre: text,
  namedAt: instant,
});
export type Keeper = RowOf<typeof KEEPER>;

type Place = Pick<Keeping, 'academy' | 'session'>;

/** Who keeps which centre that a session uses. */
export function listKeepers(db: Database, { academy, session }: Place): Promise<readonly Keeper[]> {
  return KEEPER.all(
    db,
    sql`select k.account_id as "accountId", k.centre_id as "centreId", c.code as "centreCode", c.name as centre, max(k.named_at) as "namedAt"
    from attendance_keeper k join session_centre c on c.id = k.centre_id
    where c.academy = ${academy} and c.session = ${session} group by 1, 2, 3, 4 order by c.code, 5, 1`,
  );
}

const CENTRE = columns({ id: uuid, code: text, name: text });

/** The centres of a session, by their code. */
export function listCentreNames(
  db: Database,
  { academy, session }: Place,
): Promise<readonly { readonly id: string; readonly code: string; readonly name: string }[]> {
  return CENTRE.all(
    db,
    sql`select ${CENTRE} from session_centre where academy = ${academy} and session = ${session} order by code`,
  );
}

/** One centre of a session each: another one replaces it. False: there is no such centre there. */
export async function nameKeeper(
  tx: Tx,
  { academy, session }: Place,
  account: string,
  centre: string,
  by: string,
): Promise<boolean> {
  if (!isUuid(centre)) return false;
  await sql`delete from attendance_keeper where account_id = ${account} and session <> ${session}
    and exists (select from session_centre where id = ${centre} and session = ${session})`.execute(tx);
  const { numAffectedRows } =
    await sql`insert into attendance_keeper (account_id, academy, session, centre_id, named_by)
    select ${account}::uuid, c.academy, c.session, c.id, ${by}::uuid from session_centre c
    where c.id = ${centre} and c.academy = ${academy} and c.session = ${session}
    on conflict (account_id, session) do update
      set centre_id = excluded.centre_id, named_by = excluded.named_by, named_at = business_now()`.execute(tx);
  return numAffectedRows === 1n;
}

const REMOVED = columns({ centreId: uuid });

/** The centre that they kept; null: none that this session uses. */
export async function removeKeeper(tx: Tx, { academy, session }: Place, account: string): Promise<string | null> {
  if (!isUuid(account)) return null;
  const removed = await REMOVED.first(
    tx,
    sql`delete from attendance_keeper k using session_centre c
      where k.account_id = ${account} and c.id = k.centre_id and c.academy = ${academy} and c.session = ${session}
      returning k.centre_id as "centreId"`,
  );
  return removed?.centreId ?? null;
}

const UNKEPT = columns({ count: integer });

/** Centres with candidates still to come, by the published plan, that nobody who may come in keeps. */
export async function countUnkept(db: Database, { academy, session }: Place): Promise<number> {
  const { count } = await UNKEPT.one(
    db,
    sql`select count(distinct s.centre_id) as count from exam_published_seat s
    where s.academy = ${academy} and s.session = ${session} and s.starts_at > business_now()
      and not exists (select from attendance_keeper k join staff_open o on o.account_id = k.account_id and o.role = 'centre'
        where k.centre_id = s.centre_id)`,
  );
  return count;
}

const STILL = columns({ centreId: uuid });

/** Whether somebody may keep a day still: named, of that role, and their access open. Asked by a device whose session ended. */
export async function mayKeep(db: Database, account: string): Promise<boolean> {
  if (!isUuid(account)) return false;
  const kept = await STILL.first(
    db,
    sql`select k.centre_id as "centreId" from attendance_keeper k join staff_open s on s.account_id = k.account_id
    where k.account_id = ${account} and s.role = 'centre' limit 1`,
  );
  return kept !== null;
}
