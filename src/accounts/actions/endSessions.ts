import { type Act, record } from '../../platform/journal.ts';
import { isUuid } from '../../platform/uuid.ts';
import { accountStream, type SignedInPerson } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';
import { endOtherSessions, endSessionOf } from '../store/sessions.ts';

/**
 * Ends a session of the person, in another browser, or all but the one they ask from. What is not theirs or ended already
 * changes nothing: the page that follows shows what is open.
 */
export async function endSessions(
  deps: AccountsDeps,
  session: SignedInPerson,
  which: string | 'others',
  act: Act,
): Promise<void> {
  const { accountId, sessionId } = session;
  const academy = session.kind === 'staff' ? session.academy : null;
  await deps.db.transaction().execute(async (tx) => {
    if (which === 'others') await endOtherSessions(tx, accountId, sessionId);
    else if (!isUuid(which) || which === sessionId || !(await endSessionOf(tx, accountId, which))) return;
    const subject = { stream: accountStream(accountId), academy, session: null };
    await record(tx, act, 'account.sessionsEnded', subject, null);
  });
}
