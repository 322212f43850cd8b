import { cookieName } from '../../platform/http/cookies.ts';
import { forgetTries } from '../../platform/http/throttle.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { accountStream, type SignedInPerson } from '../account.ts';
import { askLibrary } from '../credentials/library.ts';
import { hashPassword, inTurn, passwordMatches } from '../credentials/passwords.ts';
import { SESSION_COOKIE, signToken } from '../credentials/sessionCookie.ts';
import { type AccountsDeps, libraryOn } from '../deps.ts';
import { post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { findById, forgetResetLinks, type KnownAccount, lockAccount } from '../store/accounts.ts';
import { bucket, takeTurns } from '../throttles.ts';
import { readerOf } from './reader.ts';

export type PasswordChange = { readonly current: string; readonly next: string };

/** The owner's own word that it is them: the password they have, tried a few times only. */
export async function checkCurrentPassword(
  deps: AccountsDeps,
  session: SignedInPerson,
  current: string,
): Promise<Result<KnownAccount, Refusal>> {
  const id = session.accountId;
  const checked = await inTurn(deps.hashing, id, async (): Promise<Result<KnownAccount, Refusal>> => {
    const turn = await takeTurns(deps.db, [['currentPassword', id]]);
    if (!turn.ok) return turn;
    const known = await findById(deps.db, id);
    if (known === null || !(await passwordMatches(known.passwordHash, current)))
      return refuse({ code: 'current-password-wrong' });
    await forgetTries(deps.db, bucket('currentPassword', id));
    return ok(known);
  });
  return checked.ok ? checked.value : checked;
}

/**
 * A new password, and a new session in place of all the others. The password has been checked against the policy. Of several
 * at once one succeeds: for the others the present password is no longer the one they gave.
 */
export async function changePassword(
  deps: AccountsDeps,
  session: SignedInPerson,
  token: string,
  change: PasswordChange,
  act: Act,
): Promise<Result<{ readonly cookies: readonly string[] }, Refusal>> {
  const checked = await checkCurrentPassword(deps, session, change.current);
  if (!checked.ok) return checked;
  const { passwordHash } = checked.value;
  if (passwordHash === null) return refuse({ code: 'current-password-wrong' });
  const hashed = await inTurn(deps.hashing, session.accountId, () => hashPassword(change.next));
  if (!hashed.ok) return hashed;
  const cookie = `${cookieName(SESSION_COOKIE, deps.publicUrl)}=${encodeURIComponent(signToken(token, deps.secret))}`;
  return deps.db.transaction().execute(async (tx): Promise<Result<{ cookies: readonly string[] }, Refusal>> => {
    await lockAccount(tx, session.accountId);
    const library = libraryOn(deps, tx, { hash: hashed.value, matched: passwordHash });
    const changed = await askLibrary(library, ['INVALID_PASSWORD', 'UNAUTHORIZED'], () =>
      library.auth.api.changePassword({
        body: { currentPassword: change.current, newPassword: change.next, revokeOtherSessions: true },
        headers: new Headers({ cookie }),
        returnHeaders: true,
      }),
    );
    if ('refused' in changed) return refuse({ code: 'current-password-wrong' });
    await forgetResetLinks(tx, session.accountId);
    const academy = session.kind === 'staff' ? session.academy : null;
    const subject = { stream: accountStream(session.accountId), academy, session: null };
    const eventId = await record(tx, act, 'account.passwordChanged', subject, null);
    const reader = await readerOf(tx, checked.value);
    await post(deps, tx, accountMails.passwordChanged, { eventId, reader, path: '/mot-de-passe-oublie', values: {} });
    return ok({ cookies: changed.value.headers.getSetCookie() });
  });
}
