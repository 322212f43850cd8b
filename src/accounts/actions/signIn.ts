import { forgetTries } from '../../platform/http/throttle.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountStream } from '../account.ts';
import { ask } from '../credentials/library.ts';
import { passwordMatches } from '../credentials/passwords.ts';
import type { Refusal } from '../refusals.ts';
import { findByAddress, type KnownAccount } from '../store/accounts.ts';
import { endSession } from '../store/sessions.ts';
import { bucket, takeTurns } from '../throttles.ts';
import { addressMark, libraryOn, type Tools } from '../tools.ts';

export type SignInForm = {
  /** In lower case. */
  readonly address: string;
  readonly password: string;
};

export type Browser = {
  readonly network: string;
  readonly userAgent: string;
  /** The session that this browser still held: it ends. */
  readonly formerToken: string | null;
};

export type SignedIn = {
  readonly accountId: AccountId;
  readonly kind: 'candidate' | 'staff';
  readonly cookies: readonly string[];
};

/** Beyond this nobody typed it; argon2 would work for it all the same. */
const LONGEST_PASSWORD = 128;

/**
 * Opens a new session. Every try is counted before it is made. One sentence for an unknown address and a wrong password, in
 * the same time; that an account is not activated, or closed, is told only to who knows its password.
 */
export async function signIn(
  tools: Tools,
  form: SignInForm,
  browser: Browser,
  act: Act,
): Promise<Result<SignedIn, Refusal>> {
  const mark = addressMark(tools, form.address);
  const turn = await takeTurns(tools.db, [
    ['signInHere', mark, browser.network],
    ['signInAnywhere', mark],
    ['signInFromNetwork', browser.network],
  ]);
  if (!turn.ok) return turn;
  const known = await findByAddress(tools.db, form.address);
  const password = form.password.slice(0, LONGEST_PASSWORD);
  const matches = (await passwordMatches(known?.passwordHash ?? null, password)) && password === form.password;
  if (known === null || !matches) {
    await noteFailure(tools, known, mark, act);
    return refuse({ code: 'credentials-wrong' });
  }
  if (known.staff?.disabled === true) return refuse({ code: 'access-closed' });
  if (!known.activated) return refuse({ code: 'not-activated' });
  const opened = await open(tools, known, form, browser, act);
  if (!opened.ok) return opened;
  await forgetTries(tools.db, bucket('signInHere', mark, browser.network));
  await forgetTries(tools.db, bucket('signInAnywhere', mark));
  return opened;
}

async function open(
  tools: Tools,
  known: KnownAccount,
  form: SignInForm,
  browser: Browser,
  act: Act,
): Promise<Result<SignedIn, Refusal>> {
  const { accountId, staff } = known;
  const kind = staff === null ? 'candidate' : 'staff';
  const ours: Act = { ...act, actor: { kind, id: accountId } };
  return tools.db.transaction().execute(async (tx) => {
    // better-auth reads the stored hash again: a password changed in between no longer matches.
    const library = libraryOn(tools, tx, known.passwordHash === null ? {} : { matched: known.passwordHash });
    const entered = await ask(library, ['INVALID_EMAIL_OR_PASSWORD', 'EMAIL_NOT_VERIFIED'], () =>
      library.auth.api.signInEmail({
        body: { email: form.address, password: form.password },
        headers: new Headers({ 'user-agent': browser.userAgent.slice(0, 300) }),
        returnHeaders: true,
      }),
    );
    if ('refused' in entered) return refuse({ code: 'credentials-wrong' });
    if (browser.formerToken !== null) await endSession(tx, browser.formerToken);
    const subject = { stream: accountStream(accountId), academy: staff?.academy ?? null, session: null };
    await record(tx, ours, 'account.signedIn', subject, null);
    return ok({ accountId, kind, cookies: entered.value.headers.getSetCookie() });
  });
}

/** Also for an address without account: the same work, and a trace of those who try many. The mark is not the address. */
async function noteFailure(tools: Tools, known: KnownAccount | null, mark: string, act: Act): Promise<void> {
  const stream = known === null ? `address:${mark}` : accountStream(known.accountId);
  const subject = { stream, academy: known?.staff?.academy ?? null, session: null };
  await tools.db.transaction().execute((tx) => record(tx, act, 'account.signInFailed', subject, null));
}
