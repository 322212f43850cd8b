import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import {
  bytes,
  columns,
  flag,
  instant,
  integer,
  nullable,
  present,
  type RowOf,
  text,
  texts,
  uuid,
} from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { AccountId } from '../account.ts';

const LISTED = columns({
  id: uuid,
  credential: text,
  host: text,
  transports: texts,
  name: text,
  backedUp: flag,
  createdAt: instant,
  usedAt: nullable(instant),
});
export type Passkey = RowOf<typeof LISTED>;

const PROVING = columns({ id: uuid, publicKey: bytes, counter: integer, name: text });
export type ProvingKey = RowOf<typeof PROVING>;

export type NewPasskey = {
  readonly credential: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly host: string;
  readonly name: string;
  readonly backedUp: boolean;
};

export function passkeysOf(db: Database, account: AccountId): Promise<readonly Passkey[]> {
  return LISTED.all(db, sql`select ${LISTED} from passkey where account_id = ${account} order by created_at, id`);
}

/** null also for what is no id, and for another person's. */
export function passkeyOf(db: Database, account: AccountId, id: string): Promise<Passkey | null> {
  if (!isUuid(id)) return Promise.resolve(null);
  return LISTED.first(db, sql`select ${LISTED} from passkey where account_id = ${account} and id = ${id}`);
}

/** Held until the transaction ends, so that of two signatures at once one is looked at after the other. */
export function lockPasskey(tx: Tx, account: AccountId, host: string, credential: string): Promise<ProvingKey | null> {
  return PROVING.first(
    tx,
    sql`select ${PROVING} from passkey
    where account_id = ${account} and host = ${host} and credential = ${credential} for update`,
  );
}

/** False where this key stands already, whoever has it. */
export async function insertPasskey(tx: Tx, account: AccountId, key: NewPasskey): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into passkey (id, account_id, credential, public_key, counter, transports, host, name, backed_up)
    values (${randomUUID()}, ${account}, ${key.credential}, ${Buffer.from(key.publicKey)}, ${key.counter},
      ${key.transports}::text[], ${key.host}, ${key.name}, ${key.backedUp})
    on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export async function setPasskeyUsed(
  tx: Tx,
  id: string,
  { counter, backedUp }: { readonly counter: number; readonly backedUp: boolean },
): Promise<void> {
  await sql`update passkey set counter = ${counter}, backed_up = ${backedUp}, used_at = now() where id = ${id}`.execute(
    tx,
  );
}

export async function renamePasskey(tx: Tx, account: AccountId, id: string, name: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update passkey set name = ${name} where account_id = ${account} and id = ${id}`.execute(tx);
  return numAffectedRows === 1n;
}

export async function deletePasskey(tx: Tx, account: AccountId, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('passkey')
    .where('account_id', '=', account)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** How many there were. */
export async function deletePasskeys(tx: Tx, account: AccountId): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('passkey').where('account_id', '=', account).executeTakeFirst();
  return Number(numDeletedRows);
}

/** `name`: that the key will bear; null: of a sign-in. `holder`: the session, or a mark of the ticket. */
export type Challenge = { readonly challenge: string; readonly holder: string; readonly name: string | null };

const MINUTES = 5;

/** Lives five minutes; how many are asked for is the caller's to bound. */
export async function keepChallenge(db: Database, account: AccountId, given: Challenge): Promise<void> {
  const { challenge, holder, name } = given;
  await sql`delete from passkey_challenge where account_id = ${account} and expires_at < now()`.execute(db);
  await sql`insert into passkey_challenge (challenge, account_id, holder, name, expires_at)
    values (${challenge}, ${account}, ${holder}, ${name}, now() + make_interval(mins => ${MINUTES}::int))`.execute(db);
}

const STANDING = columns({ challenge: text, name: present(text) });

/** The last one that this session asked for to add a key. */
export function standingChallenge(
  db: Database,
  account: AccountId,
  holder: string,
): Promise<RowOf<typeof STANDING> | null> {
  return STANDING.first(
    db,
    sql`select ${STANDING} from passkey_challenge
    where account_id = ${account} and holder = ${holder} and name is not null and expires_at > now()
    order by expires_at desc limit 1`,
  );
}

const SPENT = columns({ name: nullable(text) });

/** Takes it out, right or wrong: of two at once, one gets it. */
export function spendChallenge(
  db: Database,
  account: AccountId,
  { challenge, holder }: Pick<Challenge, 'challenge' | 'holder'>,
): Promise<RowOf<typeof SPENT> | null> {
  return SPENT.first(
    db,
    sql`delete from passkey_challenge
    where challenge = ${challenge} and account_id = ${account} and holder = ${holder} and expires_at > now() returning name`,
  );
}
