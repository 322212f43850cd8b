import { once } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result } from '../../platform/result.ts';
import { accountStream } from '../account.ts';
import { type AccountsDeps, addressMark, inEqualTime } from '../deps.ts';
import { candidateReader } from '../letters.ts';
import type { Refusal } from '../refusals.ts';
import { findByAddress, lockAddress } from '../store/accounts.ts';
import { findCandidates, findSignUp } from '../store/candidates.ts';
import { mayMail, takeTurns } from '../throttles.ts';
import { sendActivation } from './sendActivation.ts';
import { sendInvitation } from './sendInvitation.ts';
import type { Submission } from './signUp.ts';

/** A new activation mail, for the form sent last. The same answer for any address. */
export function resendActivation(
  deps: AccountsDeps,
  address: string,
  submission: Submission,
  act: Act,
): Promise<Result<null, Refusal>> {
  return inEqualTime(deps, async () => {
    const turn = await takeTurns(deps.db, [['mailsFromNetwork', submission.network]]);
    if (!turn.ok) return turn;
    const mark = addressMark(deps, address);
    await deps.db.transaction().execute((tx) =>
      once(tx, { key: submission.key, owner: mark, purpose: 'account.resend-activation', content: null }, async () => {
        await lockAddress(tx, address);
        const known = await findByAddress(tx, address);
        if (known === null || known.activated) return null;
        if (known.staff !== null) {
          await sendInvitation(deps, tx, known, act);
          return null;
        }
        const [candidate] = await findCandidates(tx, [known.accountId]);
        if (candidate === undefined || !(await mayMail(tx, 'activation', mark))) return null;
        const latest = await findSignUp(tx, known.accountId, null);
        const subject = { stream: accountStream(known.accountId), academy: null, session: null };
        const eventId = await record(tx, act, 'account.activationSentAgain', subject, null);
        const reader = candidateReader({ ...candidate, ...latest?.status });
        await sendActivation(deps, tx, reader, latest?.id ?? null, eventId);
        return null;
      }),
    );
    return ok(null);
  });
}
