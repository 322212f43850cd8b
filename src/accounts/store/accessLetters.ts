import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { columns, day, id, instant, nullable, type RowOf, uuid } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { ACCESS_LETTER_DAYS, ASKED_LETTER, type AskedLetter } from '../accessLetter.ts';
import type { AccountId } from '../account.ts';
import type { Approval } from '../secondPerson.ts';

/** The one that waits for a second person of this academy. */
export function askedLetter(db: Database, academy: string, account: AccountId): Promise<AskedLetter | null> {
  return ASKED_LETTER.first(
    db,
    sql`select ${ASKED_LETTER} from access_letter_request where account_id = ${account} and academy = ${academy} and ended_at is null`,
  );
}

/** The same, nobody else's until the transaction ends. */
export function lockAsked(
  tx: Tx,
  { academy, accountId }: { readonly academy: string; readonly accountId: AccountId },
): Promise<AskedLetter | null> {
  return ASKED_LETTER.first(
    tx,
    sql`select ${ASKED_LETTER} from access_letter_request where account_id = ${accountId} and academy = ${academy} and ended_at is null for update`,
  );
}

/** False: one waits already. */
export async function insertAsked(
  tx: Tx,
  asked: {
    readonly accountId: AccountId;
    readonly academy: string;
    readonly enrolmentId: string;
    readonly officerId: string;
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('access_letter_request')
    .values({
      id: randomUUID(),
      account_id: asked.accountId,
      academy: asked.academy,
      enrolment_id: asked.enrolmentId,
      asked_by: asked.officerId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function dropAsked(tx: Tx, id: string, by: string): Promise<void> {
  await sql`update access_letter_request set ended_at = business_now(), ended_by = ${by}, outcome = 'dropped' where id = ${id}`.execute(
    tx,
  );
}

export async function printAsked(tx: Tx, id: string, approval: Approval): Promise<void> {
  await sql`update access_letter_request set ended_at = business_now(), ended_by = ${approval.by}, outcome = 'printed' where id = ${id}`.execute(
    tx,
  );
}

/** A new code makes the former ones void: the letter that was printed last is the one to keep. */
export async function insertLetter(
  tx: Tx,
  letter: {
    readonly accountId: AccountId;
    readonly academy: string;
    readonly officerId: string;
    readonly mark: string;
  },
): Promise<void> {
  await sql`update access_letter set voided_at = business_now()
    where account_id = ${letter.accountId} and used_at is null and voided_at is null`.execute(tx);
  await tx
    .insertInto('access_letter')
    .values({
      id: randomUUID(),
      account_id: letter.accountId,
      academy: letter.academy,
      officer_id: letter.officerId,
      mark: letter.mark,
    })
    .execute();
}

const LETTER = columns({ id: uuid, accountId: id<AccountId>(), birthDate: day, usedAt: nullable(instant) });
const SERVES = sql`l.used_at is null and l.voided_at is null
  and l.printed_at > business_now() - make_interval(days => ${ACCESS_LETTER_DAYS}::int)`;

/** The letter whose code has this mark, while it serves. */
export function findLetter(db: Database, mark: string): Promise<RowOf<typeof LETTER> | null> {
  return LETTER.first(
    db,
    sql`select l.id, l.account_id as "accountId", c.birth_date as "birthDate", l.used_at as "usedAt"
      from access_letter l join candidate c on c.account_id = l.account_id where l.mark = ${mark} and ${SERVES}`,
  );
}

/** Of two at once, one gets it. */
export async function useLetter(tx: Tx, letter: string): Promise<AccountId | null> {
  const USED = columns({ accountId: id<AccountId>() });
  const used = await USED.first(
    tx,
    sql`update access_letter l set used_at = business_now() where l.id = ${letter} and ${SERVES} returning account_id as "accountId"`,
  );
  return used?.accountId ?? null;
}
