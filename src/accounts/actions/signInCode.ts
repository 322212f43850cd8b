import { randomBytes } from 'node:crypto';
import { forgetTries } from '../../platform/http/throttle.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { accountId, accountStream } from '../account.ts';
import { codeMark, keepMailed, newCode, passwordMark, peek, sameMark, useUp } from '../credentials/mailed.ts';
import { openTicket, sealTicket } from '../credentials/ticket.ts';
import { type AccountsDeps, addressMark, inEqualTime } from '../deps.ts';
import { post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { findById, type KnownAccount } from '../store/accounts.ts';
import { bucket, countSignInCode, forgiveSignIn, justMailed, mayMailCode } from '../throttles.ts';
import { type Browser, openSession, PROOF_MINUTES, type SecondProof, type SignedIn, whyShut } from './openSession.ts';
import { readerOf } from './reader.ts';

/**
 * The price of a sign-in after too many wrong ones, which only the owner can pay: a code leaves for who knows the password.
 * `owner` null: the password was wrong, or nobody has that address; the answer is the same, in the same time, so that
 * whoever goes on guessing learns nothing any more, and mails nothing to anybody.
 */
export function askForCode(
  deps: AccountsDeps,
  owner: KnownAccount | null,
  act: Act,
): Promise<Result<SecondProof, never>> {
  return inEqualTime(deps, async () => {
    if (owner !== null) await mailCode(deps, owner, act);
    const ticket = await sealTicket(deps, 'mail', {
      accountId: owner?.accountId ?? null,
      password: owner === null ? randomBytes(32).toString('base64url') : passwordMark(deps, owner.passwordHash),
      until: Temporal.Now.instant().add({ minutes: PROOF_MINUTES }).epochMilliseconds,
    });
    return ok({ ticket, proof: 'mail' });
  });
}

/** Too soon after another, or after many, none leaves: the last one still serves. */
function mailCode(deps: AccountsDeps, owner: KnownAccount, act: Act): Promise<void> {
  const { accountId: id, staff } = owner;
  const mark = addressMark(deps, owner.address);
  return deps.db.transaction().execute(async (tx) => {
    if ((await justMailed(tx, `code ${mark}`)) || !(await mayMailCode(tx, mark))) return;
    const code = newCode();
    await keepMailed(tx, 'signInCode', id, { mark: codeMark(deps, id, code) }, PROOF_MINUTES / 60);
    const subject = { stream: accountStream(id), academy: staff?.academy ?? null, session: null };
    const eventId = await record(tx, act, 'account.signInCodeSent', subject, null);
    const reader = await readerOf(tx, owner);
    // Who didn't sign in is known to somebody by the password: the link leads to another one.
    const path = '/mot-de-passe-oublie';
    await post(deps, tx, accountMails.signInCode, { eventId, reader, path, values: { code } });
  });
}

/** Does this ticket still wait for its code? */
export async function awaitsCode(deps: AccountsDeps, ticket: string): Promise<boolean> {
  return (await openTicket(deps, 'mail', ticket)) !== null;
}

/**
 * Opens the session by the code of the mail, in the browser that gave the password; a second factor is asked for all the
 * same. Code and ticket serve once.
 */
export function signInByCode(
  deps: AccountsDeps,
  typed: { readonly ticket: string; readonly code: string },
  browser: Browser,
  act: Act,
): Promise<Result<SignedIn | SecondProof, Refusal>> {
  return inEqualTime(deps, async () => {
    const ticket = await openTicket(deps, 'mail', typed.ticket);
    if (ticket === null) return refuse({ code: 'sign-in-code-ended' });
    const known = ticket.accountId === null ? null : await findById(deps.db, accountId(ticket.accountId));
    if (known === null || passwordMark(deps, known.passwordHash) !== ticket.password)
      return refuse({ code: 'sign-in-code-wrong' });
    // Who knows the password and guesses codes is stopped without being told, else they would be told that they know it.
    const id = known.accountId;
    const may = await countSignInCode(deps.db, id);
    const opened = await deps.db.transaction().execute(async (tx): Promise<Result<SignedIn | SecondProof, Refusal>> => {
      const expected = (await peek(tx, 'signInCode', id))?.mark ?? '';
      if (!may || !sameMark(expected, codeMark(deps, id, typed.code))) return refuse({ code: 'sign-in-code-wrong' });
      if ((await useUp(tx, 'signInCode', id))?.mark !== expected) return refuse({ code: 'sign-in-code-wrong' });
      const shut = whyShut(known);
      return shut === null ? openSession(deps, tx, known, browser, act) : refuse(shut);
    });
    if (!opened.ok) return opened;
    await forgiveSignIn(deps.db, addressMark(deps, known.address), browser.network);
    await forgetTries(deps.db, bucket('signInCode', id));
    return opened;
  });
}
