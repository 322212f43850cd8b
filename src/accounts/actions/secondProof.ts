import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { forgetTries } from '../../platform/http/throttle.ts';
import { type Act, type JournalSubject, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountId, accountStream } from '../account.ts';
import { passwordMark } from '../credentials/mailed.ts';
import { openSecret, recoveryMark, stepOf } from '../credentials/secondFactor.ts';
import { openTicket } from '../credentials/ticket.ts';
import type { AccountsDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { type CodeVerdict, judgeCode, stepAt } from '../rules/codeTime.ts';
import { findById, type KnownAccount, lockAccount } from '../store/accounts.ts';
import { type Passkey, passkeysOf } from '../store/passkeys.ts';
import { hasSecondFactor, lockSecondFactor, setLastStep, useRecoveryCode } from '../store/secondFactors.ts';
import { bucket, takeTurns } from '../throttles.ts';
import { type Browser, openSession, type SecondProof, type SignedIn, whyShut } from './openSession.ts';

/** What may prove the owner of a ticket. */
export type ProofsOffered = { readonly application: boolean; readonly passkeys: readonly Passkey[] };

/** null: the ticket waits for no proof, or no more. */
export async function waysToProve(deps: AccountsDeps, ticket: string): Promise<ProofsOffered | null> {
  const owner = await ownerOf(deps, ticket);
  if (owner === null) return null;
  const application = await hasSecondFactor(deps.db, owner.accountId);
  const passkeys = await passkeysOf(deps.db, owner.accountId);
  return application || passkeys.length > 0 ? { application, passkeys } : null;
}

/**
 * Opens the session by the code of an application (six figures) or a recovery code (ten), in the browser that gave the
 * password. Each code serves once, in whichever browser.
 */
export function signInBySecondFactor(
  deps: AccountsDeps,
  typed: { readonly ticket: string; readonly code: string },
  browser: Browser,
  act: Act,
): Promise<Result<SignedIn | SecondProof, Refusal>> {
  return signInProving(deps, typed.ticket, browser, act, async (tx, known) => {
    const proved = await prove(deps, tx, known.accountId, typed.code);
    if (proved.ok && proved.value === 'recovery code')
      await record(tx, act, 'account.recoveryCodeUsed', subjectOf(known), null);
    return proved;
  });
}

/** Opens the session of a ticket where `prove` doesn't refuse; what is refused counts as a try, whatever the proof. */
export async function signInProving(
  deps: AccountsDeps,
  ticket: string,
  browser: Browser,
  act: Act,
  prove: (tx: Tx, known: KnownAccount) => Promise<Result<unknown, Refusal>>,
): Promise<Result<SignedIn | SecondProof, Refusal>> {
  const known = await ownerOf(deps, ticket);
  if (known === null) return refuse({ code: 'second-factor-ended' });
  const id = known.accountId;
  const turn = await takeTurns(deps.db, [['secondFactor', id]]);
  if (!turn.ok) return refuse({ code: 'too-many-factor-codes', waitSeconds: turn.error.waitSeconds });
  const opened = await transact<SignedIn | SecondProof, Refusal>(deps.db, async (tx) => {
    const shut = whyShut(known);
    if (shut !== null) return refuse(shut);
    // Before any proof, as those who take proofs away do.
    await lockAccount(tx, id);
    const proved = await prove(tx, known);
    return proved.ok ? openSession(deps, tx, known, browser, act, 'second factor') : proved;
  });
  if (opened.ok) await forgetTries(deps.db, bucket('secondFactor', id));
  else
    await deps.db.transaction().execute((tx) => record(tx, act, 'account.secondFactorFailed', subjectOf(known), null));
  return opened;
}

export function subjectOf({ accountId, staff }: KnownAccount): JournalSubject {
  return { stream: accountStream(accountId), academy: staff?.academy ?? null, session: null };
}

/** Who gave the password for this ticket; null: nobody, or it is another one since. */
export async function ownerOf(deps: AccountsDeps, sealed: string): Promise<KnownAccount | null> {
  const ticket = await openTicket(deps, 'application', sealed);
  const known =
    ticket === null || ticket.accountId === null ? null : await findById(deps.db, accountId(ticket.accountId));
  return known !== null && passwordMark(deps, known.passwordHash) === ticket?.password ? known : null;
}

const REFUSED: Readonly<Record<Exclude<CodeVerdict, 'good'>, Refusal>> = {
  used: { code: 'factor-code-used' },
  expired: { code: 'factor-code-expired' },
  ahead: { code: 'factor-clock-ahead' },
  wrong: { code: 'factor-code-wrong' },
};

async function prove(
  deps: AccountsDeps,
  tx: Tx,
  id: AccountId,
  code: string,
): Promise<Result<'application' | 'recovery code', Refusal>> {
  const factor = await lockSecondFactor(tx, id);
  if (factor === null) return refuse({ code: 'second-factor-ended' });
  if (code.length > 6) {
    const found = await useRecoveryCode(tx, id, recoveryMark(deps, id, code));
    if (found === 'good') return ok('recovery code');
    return refuse({ code: found === 'used' ? 'recovery-code-used' : 'factor-code-wrong' });
  }
  const judged = await judgeTyped(await openSecret(deps, factor.secret), code, factor.lastStep);
  if (!judged.ok) return judged;
  await setLastStep(tx, id, judged.value);
  return ok('application');
}

/** The step of a code that may be taken. `last`: that of the last one taken. */
export async function judgeTyped(secret: string, code: string, last: number): Promise<Result<number, Refusal>> {
  const now = Temporal.Now.instant();
  const step = await stepOf(secret, code, now);
  const verdict = judgeCode(step, stepAt(now), last);
  if (verdict !== 'good') return refuse(REFUSED[verdict]);
  return ok(step ?? 0);
}
