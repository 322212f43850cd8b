import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { forgetTries, giveBack } from '../../platform/http/throttle.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountId, accountStream, displayName } from '../account.ts';
import { codeMark, passwordMark, peek, sameMark, useUp } from '../credentials/mailed.ts';
import { openTicket } from '../credentials/ticket.ts';
import { type AccountsDeps, addressMark, inEqualTime, libraryOn } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { findByAddress, findById, lockAddressOf } from '../store/accounts.ts';
import { deleteSignUps, findSignUp, updateCandidate } from '../store/candidates.ts';
import { bucket, takeTurns } from '../throttles.ts';
import { type Browser, openSession, type SignedIn } from './openSession.ts';

/** Whose account a link would activate: shown before the button, so that nobody activates what a stranger typed. */
export async function activationOwner(deps: AccountsDeps, token: string): Promise<Result<string, Refusal>> {
  const content = await peek(deps.db, 'activation', token);
  const known = content === null ? null : await findById(deps.db, accountId(content.accountId));
  if (content === null || known === null || known.activated || !isFor(deps, content, known))
    return refuse({ code: 'link-ended' });
  const later = content.signUp === null ? null : await findSignUp(deps.db, known.accountId, content.signUp);
  return ok(later === null ? known.displayName : displayName(later.status));
}

/** By the link of the mail. */
export function activateByLink(deps: AccountsDeps, token: string, act: Act): Promise<Result<AccountId, Refusal>> {
  return transact(deps.db, async (tx) => {
    const content = await useUp(tx, 'activation', token);
    const known = content === null ? null : await findById(tx, accountId(content.accountId));
    if (content === null || known === null || !isFor(deps, content, known)) return refuse({ code: 'link-ended' });
    return proveAddress(deps, tx, known.accountId, content.signUp, act);
  });
}

/** Is the account still at the address that its mail went to? */
function isFor(
  deps: AccountsDeps,
  mailed: { readonly address?: string | undefined },
  { address }: { readonly address: string },
): boolean {
  return mailed.address === undefined || sameMark(mailed.address, addressMark(deps, address));
}

/** By the code of the last mail and the address it was sent to. */
export function activateByCode(
  deps: AccountsDeps,
  typed: { readonly address: string; readonly code: string },
  network: string,
  act: Act,
): Promise<Result<AccountId, Refusal>> {
  return inEqualTime(deps, async () => {
    const mark = addressMark(deps, typed.address);
    const turn = await takeTurns(deps.db, [
      ['codesFromNetwork', network],
      ['code', mark],
    ]);
    if (!turn.ok) return refuse({ code: 'too-many-codes', waitSeconds: turn.error.waitSeconds });
    const result = await transact<AccountId, Refusal>(deps.db, async (tx) => {
      const known = await findByAddress(tx, typed.address);
      if (known === null || known.activated) return refuse({ code: 'code-wrong' });
      const content = await peek(tx, 'code', known.accountId);
      const expected = content?.mark ?? '';
      if (!sameMark(expected, codeMark(deps, known.accountId, typed.code))) return refuse({ code: 'code-wrong' });
      return proveAddress(deps, tx, known.accountId, content?.signUp ?? null, act);
    });
    if (!result.ok) return result;
    await forgetTries(deps.db, bucket('code', mark));
    await giveBack(deps.db, bucket('codesFromNetwork', network));
    return result;
  });
}

/** The address is proved. What the owner's mail was sent for becomes the account, and everything else sent for it is void. */
async function proveAddress(
  deps: AccountsDeps,
  tx: Tx,
  id: AccountId,
  signUp: string | null,
  act: Act,
): Promise<Result<AccountId, Refusal>> {
  await lockAddressOf(tx, id);
  if ((await findById(tx, id))?.activated !== false) return refuse({ code: 'link-ended' });
  if (signUp !== null) {
    const chosen = await findSignUp(tx, id, signUp);
    if (chosen === null) return refuse({ code: 'link-ended' });
    const { internalAdapter } = await libraryOn(deps, tx).auth.$context;
    await internalAdapter.updatePassword(id, chosen.passwordHash);
    await updateCandidate(tx, id, chosen.status, null);
    const subject = { stream: accountStream(id), academy: null, session: null };
    await record(tx, act, 'account.laterFormChosen', subject, null);
  }
  await markActivated(deps, tx, id, act);
  return ok(id);
}

/**
 * In the browser that typed the password of what was just activated, its owner is in. null: another browser, another form's
 * password, or too late; they sign in.
 */
export async function signInActivated(
  deps: AccountsDeps,
  id: AccountId,
  sealed: string,
  browser: Browser,
  act: Act,
): Promise<SignedIn | null> {
  const ticket = await openTicket(deps, 'activation', sealed);
  const known = ticket?.accountId === id ? await findById(deps.db, id) : null;
  if (known === null || known.staff !== null || passwordMark(deps, known.passwordHash) !== ticket?.password)
    return null;
  const opened = await deps.db.transaction().execute((tx) => openSession(deps, tx, known, browser, act));
  return opened.ok && 'cookies' in opened.value ? opened.value : null;
}

/** Any link that was mailed and followed proves the address: also the one of a forgotten password or an invitation. */
export async function markActivated(deps: AccountsDeps, tx: Tx, id: AccountId, act: Act): Promise<void> {
  const { internalAdapter } = await libraryOn(deps, tx).auth.$context;
  await internalAdapter.updateUser(id, { emailVerified: true });
  await deleteSignUps(tx, id);
  const subject = { stream: accountStream(id), academy: null, session: null };
  const asked = await useUp(tx, 'network', id);
  if (asked !== null) await giveBack(tx, bucket('signUpFromNetwork', asked.network));
  await deps.events.publish(tx, act, 'account.activated', subject, { accountId: id });
}
