import type { Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import { type AccountId, accountStream } from '../account.ts';
import type { NoticeAnswer } from '../notice.ts';
import { NOTICE_WORDING } from '../noticeTexts.ts';
import { insertNoticeAnswer, lockCandidate, noticeAgreementOf } from '../store/notices.ts';

/**
 * Keeps what a candidate answers to the question of electronic notices, with its instant and the words that were read (CRPA
 * L112-15). Withdrawn, an agreement ends at once: the law lets the office ask three months at most (R112-18), we ask none. The
 * same answer again changes nothing.
 */
export async function answerNotice(
  tx: Tx,
  act: Act,
  accountId: AccountId,
  { accepts, place }: Pick<NoticeAnswer, 'accepts' | 'place'>,
): Promise<void> {
  await lockCandidate(tx, accountId);
  if (((await noticeAgreementOf(tx, accountId)) !== null) === accepts) return;
  await insertNoticeAnswer(tx, accountId, { accepts, wording: NOTICE_WORDING, place });
  const subject = { stream: accountStream(accountId), academy: null, session: null };
  const name = accepts ? 'account.noticeAccepted' : 'account.noticeWithdrawn';
  await record(tx, act, name, subject, { wording: NOTICE_WORDING, place });
}
