import { type Act, record } from '../../platform/journal.ts';
import { type Result, refuse } from '../../platform/result.ts';
import { accountStream } from '../account.ts';
import { inTurn, passwordMatches } from '../credentials/passwords.ts';
import { type AccountsDeps, addressMark } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { findByAddress, type KnownAccount } from '../store/accounts.ts';
import { countSignIn, forgiveSignIn } from '../throttles.ts';
import { type Browser, openSession, type SecondProof, type SignedIn, whyShut } from './openSession.ts';
import { askForCode } from './signInCode.ts';

export type SignInForm = {
  /** In lower case. */
  readonly address: string;
  readonly password: string;
};

/** Beyond this nobody typed it; argon2 would work for it all the same. */
const LONGEST_PASSWORD = 128;

/**
 * Opens a new session, or asks for a code by mail when too many passwords were wrong before: of this account, or from this
 * network. Every try is counted before it is made, and a right one is given back. One sentence for an unknown address and a
 * wrong password, in the same time; that an account is not activated, or closed, is told only to who knows its password.
 */
export async function signIn(
  deps: AccountsDeps,
  form: SignInForm,
  browser: Browser,
  act: Act,
): Promise<Result<SignedIn | SecondProof, Refusal>> {
  const mark = addressMark(deps, form.address);
  // Counted when its turn comes: right ones that wait together count for nothing.
  const looked = await inTurn(deps.hashing, browser.network, async () => {
    const free = await countSignIn(deps.db, mark, browser.network);
    const known = await findByAddress(deps.db, form.address);
    const password = form.password.slice(0, LONGEST_PASSWORD);
    const matches = (await passwordMatches(known?.passwordHash ?? null, password)) && password === form.password;
    if (free && matches) await forgiveSignIn(deps.db, mark, browser.network);
    return { free, known, owner: matches ? known : null };
  });
  if (!looked.ok) return looked;
  const { free, known, owner } = looked.value;
  if (!free) return askForCode(deps, owner, act);
  if (owner === null) {
    await noteFailure(deps, known, mark, act);
    return refuse({ code: 'credentials-wrong' });
  }
  const shut = whyShut(owner);
  if (shut !== null) return refuse(shut);
  return deps.db.transaction().execute((tx) => openSession(deps, tx, owner, browser, act));
}

/**
 * Also for an address without account: the same work, and a trace of those who try many. The mark is not the address. What is
 * tried beyond the free tries leaves no entry: nobody fills the journal.
 */
async function noteFailure(deps: AccountsDeps, known: KnownAccount | null, mark: string, act: Act): Promise<void> {
  const stream = known === null ? `address:${mark}` : accountStream(known.accountId);
  const subject = { stream, academy: known?.staff?.academy ?? null, session: null };
  await deps.db.transaction().execute((tx) => record(tx, act, 'account.signInFailed', subject, null));
}
