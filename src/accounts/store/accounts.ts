import { type RawBuilder, sql } from 'kysely';
import { columns, flag, id, nullable, oneOf, orNone, text } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { type Due, dueOf, dueRows, lasting } from '../../platform/database/due.ts';
import { leftMails } from '../../platform/mail/outbox.ts';
import { type AccountId, displayName, PERSON_NAMES, ROLES, type Role } from '../account.ts';

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

const KNOWN = columns({
  accountId: id<AccountId>(),
  address: text,
  activated: flag,
  passwordHash: nullable(text),
  ...orNone(PERSON_NAMES),
  staffName: nullable(text),
  academy: nullable(text),
  role: nullable(oneOf(ROLES)),
  disabled: flag,
});

async function findOne(db: Database, column: 'id' | 'email', value: string): Promise<KnownAccount | null> {
  const found = await KNOWN.first(
    db,
    sql`select u.id as "accountId", u.email as address, u.email_verified as activated, a.password as "passwordHash",
      ${PERSON_NAMES.of('c')}, s.name as "staffName", s.academy, s.role, s.disabled_at is not null as disabled
    from auth_user u
      left join auth_account a on a.user_id = u.id and a.provider_id = 'credential'
      left join candidate c on c.account_id = u.id
      left join staff s on s.account_id = u.id
    where ${sql.ref(`u.${column}`)} = ${value}`,
  );
  if (found === null) return null;
  const { birthName, usageName, firstNames, staffName, academy, role, disabled, ...account } = found;
  return {
    ...account,
    displayName: staffName ?? displayName({ firstNames: firstNames ?? '', usageName, birthName: birthName ?? '' }),
    names: [birthName, usageName, firstNames, staffName].filter((name) => name !== null),
    staff: academy === null || role === null ? null : { academy, role, disabled },
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

/** The same for the address that an account bears. */
export async function lockAddressOf(tx: Tx, id: AccountId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('address ' || email, 0)) from auth_user where id = ${id}`.execute(
    tx,
  );
}

/** One change of password or opening of a session at a time for an account. Until the transaction ends. */
export async function lockAccount(tx: Tx, id: AccountId): Promise<void> {
  await sql`select 1 from auth_user where id = ${id} for no key update`.execute(tx);
}

/** The reset links of an account, whose value is its id. */
export async function forgetResetLinks(tx: Tx, id: AccountId): Promise<void> {
  await tx.deleteFrom('auth_verification').where('value', '=', id).execute();
}

/** Of accounts that nobody confirms. */
export type Unactivated = {
  /** How long each is kept, and for how long before the end its owner is told. */
  readonly kept: Temporal.Duration;
  readonly notice: Temporal.Duration;
  /** SQL of accounts on which something leans. */
  readonly inUse: RawBuilder<unknown>;
  /** SQL of since when the mails of an account are refused, null where they arrive. */
  readonly refusedSince: (account: RawBuilder<unknown>) => RawBuilder<unknown>;
};

/** Of `t`, an account: nobody confirmed it in so long. One of the staff, one that a letter opens, and one of which a link still opens stay. */
function unconfirmed(age: RawBuilder<unknown>, { inUse }: Unactivated, told: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`not t.email_verified and t.created_at < now() - ${age}
    and exists (select from candidate c where c.account_id = t.id and c.closed_at is null and ${told}) and t.id not in (${inUse})
    and not exists (select from staff s where s.account_id = t.id)
    and not exists (select from access_letter l where l.account_id = t.id)
    and not exists (select from auth_verification v where v.expires_at >= now() and position(t.id::text in v.value) > 0)`;
}

/** Those whose time is over, told long enough ago or whom no mail reaches, with the words of the mails that were sent for them. */
export function neverActivated(of: Unactivated): Due {
  const told = sql`(c.erasure_told_at < now() - ${lasting(of.notice)} or ${of.refusedSince(sql`t.id::text`)} is not null)`;
  const isSo = unconfirmed(lasting(of.kept), of, told);
  return dueOf(leftMails(sql`select t.id::text from auth_user t where ${isSo}`), dueRows('auth_user', isSo));
}

const TOLD = columns({ id: id<AccountId>() });

/** Those who are to be told now, the oldest first, noted as told; nobody else takes them. */
export async function takeToTell(tx: Tx, of: Unactivated, most: number): Promise<readonly AccountId[]> {
  const isSo = unconfirmed(sql`(${lasting(of.kept)} - ${lasting(of.notice)})`, of, sql`c.erasure_told_at is null`);
  const taken = await TOLD.all(
    tx,
    sql`update candidate set erasure_told_at = now() where account_id in (
      select t.id from auth_user t where ${isSo} and ${of.refusedSince(sql`t.id::text`)} is null
      order by t.created_at limit ${most}::int for update skip locked) returning account_id as id`,
  );
  return taken.map(({ id: one }) => one);
}

const EXPIRED = sql`expires_at < now()`;

/** What no longer opens anything, and the words of mails to who closed their account. For the nightly job. */
export const expired: Due = dueOf(
  dueRows('auth_verification', EXPIRED),
  dueRows('auth_session', EXPIRED),
  dueRows('passkey_challenge', EXPIRED),
  leftMails(sql`select account_id::text from closed_account`),
);
