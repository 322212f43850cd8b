import { once } from '../../platform/http/once.ts';
import { forgetTries } from '../../platform/http/throttle.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { accountId, accountStream } from '../account.ts';
import { askLibrary } from '../credentials/library.ts';
import { resetOwner } from '../credentials/mailed.ts';
import { hashPassword, inTurn } from '../credentials/passwords.ts';
import { type AccountsDeps, addressMark, inEqualTime, libraryOn } from '../deps.ts';
import { inHours, post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import {
  findByAddress,
  findById,
  forgetResetLinks,
  type KnownAccount,
  lockAccount,
  lockAddress,
} from '../store/accounts.ts';
import { bucket, mayMail, takeTurns } from '../throttles.ts';
import { markActivated } from './activate.ts';
import { readerOf } from './reader.ts';
import { resetLink, sendInvitation } from './sendInvitation.ts';
import type { Submission } from './signUp.ts';

const RESET_HOURS = 1;

/** Mails a link to choose a new password. The same answer for any address. */
export function requestReset(
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
      once(tx, { key: submission.key, owner: mark, purpose: 'account.request-reset', content: null }, async () => {
        await lockAddress(tx, address);
        const known = await findByAddress(tx, address);
        if (known === null || known.staff?.disabled === true) return null;
        if (known.staff !== null && !known.activated) {
          await sendInvitation(deps, tx, known, act);
          return null;
        }
        if (!(await mayMail(tx, 'reset', mark))) return null;
        const token = await resetLink(deps, tx, address, RESET_HOURS);
        const subject = {
          stream: accountStream(known.accountId),
          academy: known.staff?.academy ?? null,
          session: null,
        };
        const eventId = await record(tx, act, 'account.passwordResetRequested', subject, null);
        const reader = await readerOf(tx, known);
        const path = `/mot-de-passe-oublie?jeton=${token}`;
        await post(deps, tx, accountMails.passwordReset, {
          ...{ eventId, reader, path },
          values: { deadline: await inHours(tx, RESET_HOURS) },
        });
        return null;
      }),
    );
    return ok(null);
  });
}

/** Who may choose a password by this link. */
export async function ownerOfResetLink(deps: AccountsDeps, token: string): Promise<Result<KnownAccount, Refusal>> {
  const id = await resetOwner(deps.db, token);
  const known = id === null ? null : await findById(deps.db, accountId(id));
  return known === null || known.staff?.disabled === true ? refuse({ code: 'link-ended' }) : ok(known);
}

/**
 * Sets the password by the mailed link, which proves the address too, and ends every session of the account. The password
 * has been checked against the policy.
 */
export async function resetPassword(
  deps: AccountsDeps,
  token: string,
  password: string,
  network: string,
  act: Act,
): Promise<Result<null, Refusal>> {
  const owner = await ownerOfResetLink(deps, token);
  if (!owner.ok) return owner;
  const hashed = await inTurn(deps.hashing, network, () => hashPassword(password));
  if (!hashed.ok) return hashed;
  const { accountId: id, staff } = owner.value;
  const result = await deps.db.transaction().execute(async (tx): Promise<Result<null, Refusal>> => {
    await lockAddress(tx, owner.value.address);
    await lockAccount(tx, id);
    const library = libraryOn(deps, tx, { hash: hashed.value });
    const reset = await askLibrary(library, ['INVALID_TOKEN', 'USER_NOT_FOUND'], () =>
      library.auth.api.resetPassword({ body: { token, newPassword: password } }),
    );
    if ('refused' in reset) return refuse({ code: 'link-ended' });
    await forgetResetLinks(tx, id);
    const known = await findById(tx, id);
    if (known?.activated === false) await markActivated(deps, tx, id, act);
    const subject = { stream: accountStream(id), academy: staff?.academy ?? null, session: null };
    const eventId = await record(tx, act, 'account.passwordReset', subject, null);
    if (known?.activated === true)
      await post(deps, tx, accountMails.passwordChanged, {
        eventId,
        reader: await readerOf(tx, known),
        path: '/mot-de-passe-oublie',
        values: {},
      });
    return ok(null);
  });
  const mark = addressMark(deps, owner.value.address);
  if (result.ok) await forgetTries(deps.db, bucket('signInHere', mark, network));
  if (result.ok) await forgetTries(deps.db, bucket('signInAnywhere', mark));
  // Who knew the password before and spent the tries knows it no more.
  if (result.ok) await forgetTries(deps.db, bucket('secondFactor', id));
  if (result.ok) await forgetTries(deps.db, bucket('passkeyChallenge', id));
  return result;
}
