import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountStream, type SignedInStaff } from '../account.ts';
import { newRecoveryCodes, openOffer, recoveryMark, sealSecret } from '../credentials/secondFactor.ts';
import type { AccountsDeps } from '../deps.ts';
import { post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { findById, lockAccount } from '../store/accounts.ts';
import { deletePasskeys } from '../store/passkeys.ts';
import {
  deleteSecondFactor,
  hasSecondFactor,
  insertSecondFactor,
  replaceRecoveryCodes,
} from '../store/secondFactors.ts';
import { endOtherSessions, endSessionsOf } from '../store/sessions.ts';
import { checkCurrentPassword } from './changePassword.ts';
import { readerOf } from './reader.ts';
import { judgeTyped } from './secondProof.ts';

/** The codes to show, once: they stand nowhere as they are. */
type Codes = { readonly codes: readonly string[] };

/**
 * Sets the second factor that a page offered, proved by a code of it and by the password: somebody who finds an open screen
 * can't lock its owner out. Sessions that opened without it end.
 */
export async function setSecondFactor(
  deps: AccountsDeps,
  staff: SignedInStaff,
  given: { readonly offer: string; readonly code: string; readonly current: string },
  act: Act,
): Promise<Result<Codes, Refusal>> {
  const offer = await openOffer(deps, staff.accountId, given.offer);
  if (offer === null) return refuse({ code: 'factor-offer-ended' });
  const step = await judgeTyped(offer.secret, given.code, 0);
  if (!step.ok) return step;
  const checked = await checkCurrentPassword(deps, staff, given.current);
  if (!checked.ok) return checked;
  const id = staff.accountId;
  const secret = await sealSecret(deps, offer.secret);
  return transact<Codes, Refusal>(deps.db, async (tx) => {
    await lockAccount(tx, id);
    if (!(await insertSecondFactor(tx, id, { secret, lastStep: step.value })))
      return refuse({ code: 'second-factor-there' });
    await endOtherSessions(tx, id, staff.sessionId);
    const eventId = await record(tx, act, 'account.secondFactorSet', subjectOf(id, staff.academy), null);
    const reader = await readerOf(tx, checked.value);
    await post(deps, tx, accountMails.secondFactorSet, { eventId, reader, path: '/mot-de-passe-oublie', values: {} });
    return ok({ codes: await giveCodes(deps, tx, id) });
  });
}

/** Ten others; the ones of before serve no more. */
export async function renewRecoveryCodes(
  deps: AccountsDeps,
  staff: SignedInStaff,
  current: string,
  act: Act,
): Promise<Result<Codes, Refusal>> {
  const checked = await checkCurrentPassword(deps, staff, current);
  if (!checked.ok) return checked;
  const id = staff.accountId;
  return transact<Codes, Refusal>(deps.db, async (tx) => {
    await lockAccount(tx, id);
    if (!(await hasSecondFactor(tx, id))) return refuse({ code: 'second-factor-absent' });
    await record(tx, act, 'account.recoveryCodesRenewed', subjectOf(id, staff.academy), null);
    return ok({ codes: await giveCodes(deps, tx, id) });
  });
}

/** Its owner takes it away, to set that of another telephone; their passkeys stay. */
export async function removeSecondFactor(
  deps: AccountsDeps,
  staff: SignedInStaff,
  current: string,
  act: Act,
): Promise<Result<null, Refusal>> {
  const checked = await checkCurrentPassword(deps, staff, current);
  if (!checked.ok) return checked;
  return transact<null, Refusal>(deps.db, (tx) => takeAway(deps, tx, act, staff.accountId, staff.academy, false));
}

/** A colleague takes it away from who lost it, with the passkeys; the password alone opens a session again, and no session stays open. */
export async function resetSecondFactor(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  academy: string,
  id: AccountId,
): Promise<Result<null, Refusal>> {
  const taken = await takeAway(deps, tx, act, id, academy, true);
  if (taken.ok) await endSessionsOf(tx, id);
  return taken;
}

async function takeAway(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  id: AccountId,
  academy: string,
  passkeysToo: boolean,
): Promise<Result<null, Refusal>> {
  await lockAccount(tx, id);
  const known = await findById(tx, id);
  if (known?.staff?.academy !== academy) return refuse({ code: 'staff-unknown' });
  const application = await deleteSecondFactor(tx, id);
  const keys = passkeysToo ? await deletePasskeys(tx, id) : 0;
  if (!application && keys === 0) return refuse({ code: 'second-factor-absent' });
  const eventId = await record(tx, act, 'account.secondFactorRemoved', subjectOf(id, academy), null);
  const reader = await readerOf(tx, known);
  await post(deps, tx, accountMails.secondFactorRemoved, { eventId, reader, path: '/mot-de-passe-oublie', values: {} });
  return ok(null);
}

async function giveCodes(deps: AccountsDeps, tx: Tx, id: AccountId): Promise<readonly string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(
    tx,
    id,
    codes.map((code) => recoveryMark(deps, id, code.replace('-', ''))),
  );
  return codes;
}

function subjectOf(id: AccountId, academy: string) {
  return { stream: accountStream(id), academy, session: null };
}
