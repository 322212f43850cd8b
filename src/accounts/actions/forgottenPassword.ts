import { once } from '../../platform/http/once.ts';
import { forgetTries } from '../../platform/http/throttle.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { accountId, accountStream } from '../account.ts';
import { ask } from '../credentials/library.ts';
import { resetOwner } from '../credentials/mailed.ts';
import { hashPassword, inTurn } from '../credentials/passwords.ts';
import { post } from '../letters.ts';
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
import { addressMark, evenly, libraryOn, type Tools } from '../tools.ts';
import { markActivated } from './activate.ts';
import { readerOf } from './reader.ts';
import { resetLink, sendInvitation } from './sendInvitation.ts';
import type { Knock } from './signUp.ts';

const RESET_HOURS = 1;

/** Mails a link to choose a new password. The same answer for any address. */
export function requestReset(tools: Tools, address: string, knock: Knock, act: Act): Promise<Result<null, Refusal>> {
  return evenly(tools, async () => {
    const turn = await takeTurns(tools.db, [['mailsFromNetwork', knock.network]]);
    if (!turn.ok) return turn;
    const mark = addressMark(tools, address);
    await tools.db.transaction().execute((tx) =>
      once(tx, knock.key, mark, 'account.request-reset', async () => {
        await lockAddress(tx, address);
        const known = await findByAddress(tx, address);
        if (known === null || known.staff?.disabled === true) return null;
        if (known.staff !== null && !known.activated) {
          await sendInvitation(tools, tx, known, act);
          return null;
        }
        if (!(await mayMail(tx, 'reset', mark))) return null;
        const token = await resetLink(tools, tx, address, RESET_HOURS);
        const subject = {
          stream: accountStream(known.accountId),
          academy: known.staff?.academy ?? null,
          session: null,
        };
        const eventId = await record(tx, act, 'account.passwordResetRequested', subject, null);
        const reader = await readerOf(tx, known);
        const path = `/mot-de-passe-oublie?jeton=${token}`;
        await post(tools, tx, { template: 'account.password-reset', eventId, reader, path, hours: RESET_HOURS });
        return null;
      }),
    );
    return ok(null);
  });
}

/** Who may choose a password by this link. */
export async function ownerOfResetLink(tools: Tools, token: string): Promise<Result<KnownAccount, Refusal>> {
  const id = await resetOwner(tools, tools.db, token);
  const known = id === null ? null : await findById(tools.db, accountId(id));
  return known === null || known.staff?.disabled === true ? refuse({ code: 'link-ended' }) : ok(known);
}

/**
 * Sets the password by the mailed link, which proves the address too, and ends every session of the account. The password
 * has been checked against the policy.
 */
export async function resetPassword(
  tools: Tools,
  token: string,
  password: string,
  network: string,
  act: Act,
): Promise<Result<null, Refusal>> {
  const owner = await ownerOfResetLink(tools, token);
  if (!owner.ok) return owner;
  const hashed = await inTurn(tools.hashing, network, () => hashPassword(password));
  if (!hashed.ok) return hashed;
  const { accountId: id, staff } = owner.value;
  const result = await tools.db.transaction().execute(async (tx): Promise<Result<null, Refusal>> => {
    await lockAddress(tx, owner.value.address);
    await lockAccount(tx, id);
    const library = libraryOn(tools, tx, { hash: hashed.value });
    const reset = await ask(library, ['INVALID_TOKEN', 'USER_NOT_FOUND'], () =>
      library.auth.api.resetPassword({ body: { token, newPassword: password } }),
    );
    if ('refused' in reset) return refuse({ code: 'link-ended' });
    await forgetResetLinks(tx, id);
    const known = await findById(tx, id);
    if (known?.activated === false) await markActivated(tools, tx, id, act);
    const subject = { stream: accountStream(id), academy: staff?.academy ?? null, session: null };
    const eventId = await record(tx, act, 'account.passwordReset', subject, null);
    if (known?.activated === true)
      await post(tools, tx, {
        template: 'account.password-changed',
        eventId,
        reader: await readerOf(tx, known),
        path: '/mot-de-passe-oublie',
      });
    return ok(null);
  });
  const mark = addressMark(tools, owner.value.address);
  if (result.ok) await forgetTries(tools.db, bucket('signInHere', mark, network));
  if (result.ok) await forgetTries(tools.db, bucket('signInAnywhere', mark));
  return result;
}
