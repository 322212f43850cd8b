import { randomUUID } from 'node:crypto';
import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type AccountId, accountId, type Candidate, type CivilStatus } from '../account.ts';
import type { CivilStatusColumns } from './tables.ts';

export function civilStatusOf(row: CivilStatusColumns): CivilStatus {
  return {
    civility: row.civility,
    birthName: row.birth_name,
    usageName: row.usage_name,
    firstNames: row.first_names,
    birthDate: row.birth_date,
    birthCountry: row.birth_country,
  };
}

function columnsOf(status: CivilStatus): RawBuilder<unknown> {
  return sql`${status.civility}, ${status.birthName}, ${status.usageName}, ${status.firstNames}, ${status.birthDate}, ${status.birthCountry}`;
}

export async function insertCandidate(tx: Tx, id: AccountId, status: CivilStatus): Promise<void> {
  await sql`insert into candidate (account_id, civility, birth_name, usage_name, first_names, birth_date, birth_country)
    values (${id}, ${columnsOf(status)})`.execute(tx);
}

/** False when the row is no longer at `version` (null: whatever it is). */
export async function updateCandidate(
  tx: Tx,
  id: AccountId,
  status: CivilStatus,
  version: number | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update candidate set (civility, birth_name, usage_name, first_names, birth_date, birth_country) = (${columnsOf(status)}),
      row_version = row_version + 1
    where account_id = ${id} and (${version}::int is null or row_version = ${version}::int)`.execute(tx);
  return numAffectedRows === 1n;
}

type CandidateRow = CivilStatusColumns & {
  account_id: string;
  email: string;
  email_verified: boolean;
  row_version: number;
};

export async function findCandidates(db: Database, ids: readonly string[]): Promise<readonly Candidate[]> {
  const { rows } = await sql<CandidateRow>`
    select c.*, u.email, u.email_verified from candidate c join auth_user u on u.id = c.account_id
    where c.account_id = any(${ids}::uuid[])`.execute(db);
  return rows.map((row) => ({
    ...civilStatusOf(row),
    accountId: accountId(row.account_id),
    address: row.email,
    activated: row.email_verified,
    rowVersion: row.row_version,
  }));
}

export type SignUp = { readonly id: string; readonly status: CivilStatus; readonly passwordHash: string };

export async function insertSignUp(tx: Tx, id: AccountId, status: CivilStatus, hash: string): Promise<string> {
  const signUpId = randomUUID();
  await sql`insert into sign_up (id, account_id, password_hash, civility, birth_name, usage_name, first_names, birth_date, birth_country)
    values (${signUpId}, ${id}, ${hash}, ${columnsOf(status)})`.execute(tx);
  return signUpId;
}

/** The newest form sent again for an account, or the one named. */
export async function findSignUp(db: Database, id: AccountId, signUpId: string | null): Promise<SignUp | null> {
  const { rows } = await sql<CivilStatusColumns & { id: string; password_hash: string }>`
    select * from sign_up where account_id = ${id} and (${signUpId}::uuid is null or id = ${signUpId}::uuid)
    order by created_at desc limit 1`.execute(db);
  const row = rows[0];
  return row === undefined ? null : { id: row.id, status: civilStatusOf(row), passwordHash: row.password_hash };
}

export async function deleteSignUps(tx: Tx, id: AccountId): Promise<void> {
  await sql`delete from sign_up where account_id = ${id}`.execute(tx);
}

/** The exam's day in Paris. */
export async function today(db: Database): Promise<Temporal.PlainDate> {
  const { rows } = await sql<{ day: Temporal.PlainDate }>`
    select (business_now() at time zone 'Europe/Paris')::date as day`.execute(db);
  if (rows[0] === undefined) throw new Error('The database tells no day');
  return rows[0].day;
}
