import { type Act, record } from '../../platform/journal.ts';
import { accountStream, type SignedInPerson } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';
import { endSession } from '../store/sessions.ts';

/** Ends the session in the database: a copy of its cookie opens nothing any more. */
export async function signOut(
  deps: AccountsDeps,
  session: SignedInPerson | null,
  token: string,
  act: Act,
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    await endSession(tx, token);
    if (session === null) return;
    const academy = session.kind === 'staff' ? session.academy : null;
    const subject = { stream: accountStream(session.accountId), academy, session: null };
    await record(tx, act, 'account.signedOut', subject, null);
  });
}
