import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type Jury, MEMBER, type Member } from '../jury.ts';

export function listMembers(db: Database, { id }: Pick<Jury, 'id'>): Promise<readonly Member[]> {
  return MEMBER.all(db, sql`select ${MEMBER} from jury_member where jury_id = ${id} order by quality, name, id`);
}

export async function findMember(
  db: Database,
  { id }: Pick<Jury, 'id'>,
  asked: string | undefined,
): Promise<Member | null> {
  if (!isUuid(asked)) return null;
  return MEMBER.first(db, sql`select ${MEMBER} from jury_member where jury_id = ${id} and id = ${asked}`);
}

export type MemberWords = Omit<Member, 'id' | 'present'>;

export async function insertMember(
  tx: Tx,
  { id, academy, session }: Pick<Jury, 'id' | 'academy' | 'session'>,
  { quality, title, name, accountId, examinerId }: MemberWords,
): Promise<string> {
  const member = randomUUID();
  await sql`insert into jury_member (id, jury_id, academy, session, quality, title, name, account_id, examiner_id)
    values (${member}, ${id}, ${academy}, ${session}, ${quality}, ${title}, ${name}, ${accountId}::uuid, ${examinerId}::uuid)`.execute(
    tx,
  );
  return member;
}

export async function deleteMember(tx: Tx, { id }: Pick<Jury, 'id'>, member: string): Promise<void> {
  await sql`delete from jury_member where jury_id = ${id} and id = ${member}`.execute(tx);
}

/** Who is there; of the others a person said that they aren't. Null: nobody said anything. */
export async function writePresence(tx: Tx, { id }: Pick<Jury, 'id'>, there: readonly string[] | null): Promise<void> {
  await sql`update jury_member set present = id = any(${there}::uuid[]) where jury_id = ${id}`.execute(tx);
}
