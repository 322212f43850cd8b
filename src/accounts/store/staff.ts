import { sql } from 'kysely';
import {
  columns,
  flag,
  id,
  instant,
  integer,
  nullable,
  oneOf,
  type RowOf,
  text,
  texts,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type AccountId, ROLES, type Role, type StaffMember } from '../account.ts';
import { proofSince } from './secondFactors.ts';

const PLACE = columns({
  accountId: id<AccountId>(),
  academy: text,
  role: oneOf(ROLES),
  name: text,
  disabledAt: nullable(instant),
  rowVersion: integer,
});
const MEMBER = columns({
  ...PLACE.shape,
  address: text,
  activated: flag,
  secondFactorSince: nullable(instant),
  portfolios: texts,
});

/**
 * All the staff of an academy, or one of them; those who left stay listed, after the others. Who examines is no part of it: they are hundreds, and have
 * a list of their own (`examinerAccount`).
 */
export function findStaff(db: Database, academy: string, id: AccountId | null = null): Promise<readonly StaffMember[]> {
  return MEMBER.all(
    db,
    sql`select ${PLACE.of('t')}, u.email as address, u.email_verified as activated,
      ${proofSince(sql.ref('t.account_id'))} as "secondFactorSince",
      array(select p.portfolio from staff_portfolio p where p.account_id = t.account_id and p.academy = t.academy order by p.portfolio) as portfolios
    from staff t join auth_user u on u.id = t.account_id
    where t.academy = ${academy} and (${id}::uuid is null and t.role <> 'examiner' or t.account_id = ${id}::uuid)
    order by t.disabled_at is not null, t.name, u.email`,
  );
}

const OWN = columns({ accountId: id<AccountId>() });

/** The open account of who examines, by its address; null: none. */
export async function examinerAccount(db: Database, academy: string, address: string): Promise<AccountId | null> {
  const found = await OWN.first(
    db,
    sql`select t.account_id as "accountId" from staff t join auth_user u on u.id = t.account_id
    where t.academy = ${academy} and t.role = 'examiner' and t.disabled_at is null and u.email = ${address}`,
  );
  return found?.accountId ?? null;
}

const MANAGER = columns({ ...PLACE.shape, address: text, activated: flag });
export type Manager = RowOf<typeof MANAGER>;

/** Heads and administrators whose access is open, of every academy. */
export function listManagers(db: Database): Promise<readonly Manager[]> {
  return MANAGER.all(
    db,
    sql`select ${PLACE.of('t')}, u.email as address, u.email_verified as activated from staff t join auth_user u on u.id = t.account_id
    where t.role in ('head', 'admin') and t.disabled_at is null order by t.name, u.email`,
  );
}

type Place = { readonly academy: string; readonly role: Role; readonly name: string };

export async function insertStaff(tx: Tx, id: AccountId, place: Place): Promise<void> {
  const { academy, role, name } = place;
  await tx.insertInto('staff').values({ account_id: id, academy, role, name }).execute();
}

/** False when nobody has this id in the academy, or the row is no longer at `version`. */
export async function updateStaff(tx: Tx, id: AccountId, place: Place, version: number): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update staff set role = ${place.role}, name = ${place.name}, row_version = row_version + 1
    where account_id = ${id} and academy = ${place.academy} and row_version = ${version}`.execute(tx);
  return numAffectedRows === 1n;
}

export async function setDisabled(tx: Tx, id: AccountId, academy: string, disabled: boolean): Promise<void> {
  await sql`update staff set disabled_at = ${disabled ? sql`coalesce(disabled_at, now())` : sql`null`}, row_version = row_version + 1
    where account_id = ${id} and academy = ${academy}`.execute(tx);
}

export async function setPortfolios(
  tx: Tx,
  id: AccountId,
  academy: string,
  portfolios: readonly string[],
): Promise<void> {
  await tx.deleteFrom('staff_portfolio').where('account_id', '=', id).where('academy', '=', academy).execute();
  await sql`insert into staff_portfolio (account_id, academy, portfolio)
    select ${id}, ${academy}, code from unnest(${portfolios}::text[]) as code`.execute(tx);
}

/** One change of staff at a time in an academy, so that two administrators can't close each other's access. */
export async function lockStaff(tx: Tx, academy: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`staff ${academy}`}, 0))`.execute(tx);
}
