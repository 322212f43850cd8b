import type { Tx } from '../../platform/database/database.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountStream, type Role } from '../account.ts';
import { askLibrary } from '../credentials/library.ts';
import { passwordMark } from '../credentials/mailed.ts';
import { sealTicket, type TicketProof } from '../credentials/ticket.ts';
import { type AccountsDeps, libraryOn } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { type KnownAccount, lockAccount } from '../store/accounts.ts';
import { secondProofSince } from '../store/secondFactors.ts';
import { endSession } from '../store/sessions.ts';

export type Browser = {
  readonly network: string;
  readonly userAgent: string;
  /** The session that this browser still held: it ends. */
  readonly formerToken: string | null;
};

export type SignedIn = {
  readonly accountId: AccountId;
  /** Of the staff; null: a candidate. */
  readonly role: Role | null;
  readonly cookies: readonly string[];
};

/** Minutes that a sign-in waits for its second proof. */
export const PROOF_MINUTES = 15;

/** A sign-in that waits for a code, mailed or of an application, or for a passkey. The ticket stays with its browser. */
export type SecondProof = { readonly ticket: string; readonly proof: TicketProof };

/** Whoever knows the password is told why it opens nothing. */
export function whyShut(known: KnownAccount): Refusal | null {
  if (known.staff?.disabled === true) return { code: 'access-closed' };
  return known.activated ? null : { code: 'not-activated' };
}

/**
 * A new session for who proved to be the owner, by a password that matched `known.passwordHash`. Who has a second factor and
 * didn't prove it gets a ticket instead, whichever way they came.
 */
export async function openSession(
  deps: AccountsDeps,
  tx: Tx,
  known: KnownAccount,
  browser: Browser,
  act: Act,
  proved: 'password' | 'second factor' = 'password',
): Promise<Result<SignedIn | SecondProof, Refusal>> {
  const { accountId, staff, address, passwordHash } = known;
  const kind = staff === null ? 'candidate' : 'staff';
  // A session must not open by a password that is being changed: the change ends the sessions that it sees.
  await lockAccount(tx, accountId);
  if (staff !== null && proved === 'password' && (await secondProofSince(tx, accountId)) !== null)
    return ok(await secondProof(deps, known));
  // better-auth reads the stored hash again: a password changed in between no longer matches. What was typed is no longer needed.
  const library = libraryOn(deps, tx, passwordHash === null ? {} : { matched: passwordHash });
  const entered = await askLibrary(library, ['INVALID_EMAIL_OR_PASSWORD', 'EMAIL_NOT_VERIFIED'], () =>
    library.auth.api.signInEmail({
      body: { email: address, password: 'matched before' },
      headers: new Headers({ 'user-agent': browser.userAgent.slice(0, 300) }),
      returnHeaders: true,
    }),
  );
  if ('refused' in entered) return refuse({ code: 'credentials-wrong' });
  if (browser.formerToken !== null) await endSession(tx, browser.formerToken);
  const subject = { stream: accountStream(accountId), academy: staff?.academy ?? null, session: null };
  await record(tx, { ...act, actor: { kind, id: accountId } }, 'account.signedIn', subject, null);
  return ok({ accountId, role: staff?.role ?? null, cookies: entered.value.headers.getSetCookie() });
}

async function secondProof(deps: AccountsDeps, { accountId, passwordHash }: KnownAccount): Promise<SecondProof> {
  const password = passwordMark(deps, passwordHash);
  const until = Temporal.Now.instant().add({ minutes: PROOF_MINUTES }).epochMilliseconds;
  return { ticket: await sealTicket(deps, 'application', { accountId, password, until }), proof: 'application' };
}
