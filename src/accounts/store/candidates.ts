import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  columns,
  day,
  flag,
  id,
  instant,
  integer,
  nullable,
  pick,
  text,
  uuid,
  written,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type AccountId, type Candidate, CIVIL_STATUS, type CivilStatus } from '../account.ts';
import { foldName } from '../rules/foldName.ts';

export async function insertCandidate(tx: Tx, id: AccountId, status: CivilStatus): Promise<void> {
  await tx
    .insertInto('candidate')
    .values({ account_id: id, ...written(CIVIL_STATUS, status) })
    .execute();
}

/** False when the row is no longer at `version` (null: whatever it is). */
export async function updateCandidate(
  tx: Tx,
  id: AccountId,
  status: CivilStatus,
  version: number | null,
): Promise<boolean> {
  const row = tx
    .updateTable('candidate')
    .set({ ...written(CIVIL_STATUS, status), row_version: sql`row_version + 1` })
    .where('account_id', '=', id);
  const { numUpdatedRows } = await (version === null
    ? row
    : row.where('row_version', '=', version)
  ).executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

const CANDIDATE = columns({
  ...CIVIL_STATUS.shape,
  accountId: id<AccountId>(),
  address: text,
  activated: flag,
  closedAt: nullable(instant),
  rowVersion: integer,
});

const CANDIDATES = sql`select ${CIVIL_STATUS.of('c')}, c.account_id as "accountId", u.email as address, u.email_verified as activated,
  d.closed_at as "closedAt", c.row_version as "rowVersion"
  from candidate c join auth_user u on u.id = c.account_id left join closed_account d on d.account_id = c.account_id`;

export function findCandidates(db: Database, ids: readonly string[]): Promise<readonly Candidate[]> {
  return CANDIDATE.all(db, sql`${CANDIDATES} where c.account_id = any(${ids}::uuid[])`);
}

/** What people say of themselves on the telephone; null: they didn't. */
export type SaidOfOneself = {
  /** In lower case. */
  readonly address: string | null;
  readonly birthDate: Temporal.PlainDate | null;
  /** The name of birth, or the one they use. */
  readonly name: string | null;
  /** Whose a number is that they said. */
  readonly bearers: readonly string[] | null;
};

/** More people than these who were born on a day and bear one name are told apart by nothing that they said. */
const MOST_ALIKE = 20;

/** Those of whom all that was said is exactly so, but for accents and capitals; nobody where less than two things were said. */
export async function findByWhatIsSaid(db: Database, said: SaidOfOneself): Promise<readonly Candidate[]> {
  const { address, birthDate, name, bearers } = said;
  if (Object.values(said).filter((one) => one !== null).length < 2) return [];
  const [byAddress, byBirth] = [sql`u.email = ${address}`, sql`c.birth_date = ${String(birthDate)}::date`];
  const first =
    bearers === null ? (address === null ? byBirth : byAddress) : sql`c.account_id = any(${bearers}::uuid[])`;
  const near = await CANDIDATE.all(db, sql`${CANDIDATES} where ${first}`);
  const isSo = ({ birthName, usageName, ...one }: Candidate): boolean =>
    (address === null || one.address === address) &&
    (birthDate === null || one.birthDate.equals(birthDate)) &&
    (name === null || [birthName, usageName ?? birthName].some((own) => foldName(own) === foldName(name)));
  return near.filter(isSo).slice(0, MOST_ALIKE);
}

/** Until the end of the transaction nobody else changes this row. */
export async function lockCandidate(tx: Tx, id: AccountId): Promise<void> {
  await sql`select from candidate where account_id = ${id} for update`.execute(tx);
}

export type SignUp = { readonly id: string; readonly status: CivilStatus; readonly passwordHash: string };

export async function insertSignUp(tx: Tx, accountId: AccountId, status: CivilStatus, hash: string): Promise<string> {
  const signUpId = randomUUID();
  await tx
    .insertInto('sign_up')
    .values({ id: signUpId, account_id: accountId, password_hash: hash, ...written(CIVIL_STATUS, status) })
    .execute();
  return signUpId;
}

const SIGN_UP = columns({ ...CIVIL_STATUS.shape, id: uuid, passwordHash: text });

/** The newest form sent again for an account, or the one named. */
export async function findSignUp(db: Database, accountId: AccountId, signUpId: string | null): Promise<SignUp | null> {
  const found = await SIGN_UP.first(
    db,
    sql`select ${SIGN_UP} from sign_up where account_id = ${accountId} and (${signUpId}::uuid is null or id = ${signUpId}::uuid)
    order by created_at desc limit 1`,
  );
  return found && { id: found.id, status: pick(CIVIL_STATUS, found), passwordHash: found.passwordHash };
}

/** The one that bears this password. */
export async function dropSignUp(tx: Tx, id: AccountId, hash: string): Promise<void> {
  await tx.deleteFrom('sign_up').where('account_id', '=', id).where('password_hash', '=', hash).execute();
}

export async function deleteSignUps(tx: Tx, id: AccountId): Promise<void> {
  await tx.deleteFrom('sign_up').where('account_id', '=', id).execute();
}

const DAY = columns({ day });

/** The exam's day in Paris. */
export async function examDayNow(db: Database): Promise<Temporal.PlainDate> {
  return (await DAY.one(db, sql`select (business_now() at time zone 'Europe/Paris')::date as day`)).day;
}
