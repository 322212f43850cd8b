import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/database.ts';
import { NOTICE_ANSWER, type NoticeAnswer } from '../notice.ts';

/** What this person ever answered, the last first. */
export function listNoticeAnswers(db: Database, accountId: string): Promise<readonly NoticeAnswer[]> {
  return NOTICE_ANSWER.all(
    db,
    sql`select ${NOTICE_ANSWER} from notice_answer where account_id = ${accountId} order by serial desc limit 50`,
  );
}

/** The agreement to electronic notices that is in force now; null: there is none. */
export async function noticeAgreementOf(db: Database, accountId: string): Promise<NoticeAnswer | null> {
  const asked = sql`select ${NOTICE_ANSWER} from notice_answer where account_id = ${accountId} order by serial desc limit 1`;
  const last = await NOTICE_ANSWER.first(db, asked);
  return last?.accepts === true ? last : null;
}

/** Two answers of one person come one after the other. */
export async function lockCandidate(tx: Tx, accountId: string): Promise<void> {
  await sql`select from candidate where account_id = ${accountId} for update`.execute(tx);
}

export async function insertNoticeAnswer(
  tx: Tx,
  accountId: string,
  { accepts, wording, place }: Omit<NoticeAnswer, 'id' | 'at'>,
): Promise<void> {
  await sql`insert into notice_answer (id, account_id, accepts, wording, place)
    values (${randomUUID()}, ${accountId}, ${accepts}, ${wording}, ${place})`.execute(tx);
}
