import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type AccountId, accountId, displayName, type Role } from '../account.ts';

/** What the doors need to know of an address: never shown to whoever knocks. */
export type KnownAccount = {
  readonly accountId: AccountId;
  readonly address: string;
  readonly activated: boolean;
  readonly passwordHash: string | null;
  readonly displayName: string;
  /** What a password of this person must not hold. */
  readonly names: readonly string[];
  readonly staff: { readonly academy: string; readonly role: Role; readonly disabled: boolean } | null;
};

type Row = {
  id: string;
  email: string;
  email_verified: boolean;
  password: string | null;
  birth_name: string | null;
  usage_name: string | null;
  first_names: string | null;
  staff_name: string | null;
  academy: string | null;
  role: Role | null;
  disabled: boolean;
};

async function findOne(db: Database, column: 'id' | 'email', value: string): Promise<KnownAccount | null> {
  const { rows } = await sql<Row>`
    select u.id, u.email, u.email_verified, a.password, c.birth_name, c.usage_name, c.first_names,
      s.name as staff_name, s.academy, s.role, s.disabled_at is not null as disabled
    from auth_user u
      left join auth_account a on a.user_id = u.id and a.provider_id = 'credential'
      left join candidate c on c.account_id = u.id
      left join staff s on s.account_id = u.id
    where ${sql.ref(`u.${column}`)} = ${value}`.execute(db);
  const row = rows[0];
  if (row === undefined) return null;
  const names = [row.birth_name, row.usage_name, row.first_names, row.staff_name].filter((name) => name !== null);
  return {
    accountId: accountId(row.id),
    address: row.email,
    activated: row.email_verified,
    passwordHash: row.password,
    displayName:
      row.staff_name ??
      displayName({
        firstNames: row.first_names ?? '',
        usageName: row.usage_name,
        birthName: row.birth_name ?? '',
      }),
    names,
    staff:
      row.academy === null || row.role === null
        ? null
        : { academy: row.academy, role: row.role, disabled: row.disabled },
  };
}

/** `address` in lower case. */
export function findByAddress(db: Database, address: string): Promise<KnownAccount | null> {
  return findOne(db, 'email', address);
}

export function findById(db: Database, id: AccountId): Promise<KnownAccount | null> {
  return findOne(db, 'id', id);
}

/** One act at a time for an address, also while no row bears it. Until the transaction ends. */
export async function lockAddress(tx: Tx, address: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`address ${address}`}, 0))`.execute(tx);
}

/** One change of password or opening of a session at a time for an account. Until the transaction ends. */
export async function lockAccount(tx: Tx, id: AccountId): Promise<void> {
  await sql`select 1 from auth_user where id = ${id} for no key update`.execute(tx);
}

/** The reset links of an account, whose value is its id. */
export async function forgetResetLinks(tx: Tx, id: AccountId): Promise<void> {
  await sql`delete from auth_verification where value = ${id}`.execute(tx);
}

/** What no longer opens anything. For the nightly job. */
export async function forgetExpired(db: Database): Promise<void> {
  await sql`delete from auth_verification where expires_at < now()`.execute(db);
  await sql`delete from auth_session where expires_at < now()`.execute(db);
}
