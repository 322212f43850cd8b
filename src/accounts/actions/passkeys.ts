import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import type { PackMail } from '../../catalogue/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { forgetTries } from '../../platform/http/throttle.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { accountStream, type SignedInStaff } from '../account.ts';
import { challengeIn, checkCreated, creationOptions, newChallenge, readCreated } from '../credentials/passkeys.ts';
import type { AccountsDeps } from '../deps.ts';
import { post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import type { RelyingParty } from '../rules/relyingParty.ts';
import { findById, type KnownAccount, lockAccount } from '../store/accounts.ts';
import {
  deletePasskey,
  insertPasskey,
  keepChallenge,
  passkeyOf,
  passkeysOf,
  renamePasskey,
  spendChallenge,
  standingChallenge,
} from '../store/passkeys.ts';
import { hasSecondFactor, secondProofSince } from '../store/secondFactors.ts';
import { endOtherSessions } from '../store/sessions.ts';
import { bucket, takeTurns } from '../throttles.ts';
import { checkCurrentPassword } from './changePassword.ts';
import { readerOf } from './reader.ts';

/** Keys that one account may have. */
export const MOST_PASSKEYS = 10;

/** Before the browser is asked to make a key: the password, so that an open screen gives nobody a key of their own. */
export async function beginPasskey(
  deps: AccountsDeps,
  staff: SignedInStaff,
  given: { readonly name: string; readonly current: string },
): Promise<Result<null, Refusal>> {
  const id = staff.accountId;
  if ((await passkeysOf(deps.db, id)).length >= MOST_PASSKEYS) return refuse({ code: 'too-many-passkeys' });
  const checked = await checkCurrentPassword(deps, staff, given.current);
  if (!checked.ok) return checked;
  const turn = await takeTurns(deps.db, [['passkeyChallenge', id]]);
  if (!turn.ok) return turn;
  await keepChallenge(deps.db, id, { challenge: newChallenge(), holder: staff.sessionId, name: given.name });
  return ok(null);
}

/** What the browser makes the key by, and the name that was given; null: nothing was begun, or too long ago. */
export async function passkeyBegun(
  deps: AccountsDeps,
  party: RelyingParty,
  staff: SignedInStaff,
): Promise<{ readonly name: string; readonly options: PublicKeyCredentialCreationOptionsJSON } | null> {
  const begun = await standingChallenge(deps.db, staff.accountId, staff.sessionId);
  if (begun === null) return null;
  const known = (await passkeysOf(deps.db, staff.accountId)).filter(({ host }) => host === party.host);
  return { name: begun.name, options: await creationOptions(party, staff, begun.challenge, known) };
}

/** Keeps the key that a browser made. The first proof that an account gets ends the sessions that opened without. */
export async function addPasskey(
  deps: AccountsDeps,
  party: RelyingParty,
  staff: SignedInStaff,
  answer: string,
  act: Act,
): Promise<Result<null, Refusal>> {
  const id = staff.accountId;
  const created = readCreated(answer);
  if (created === null) return refuse({ code: 'passkey-unfit' });
  const challenge = challengeIn(created);
  const asked = await spendChallenge(deps.db, id, { challenge, holder: staff.sessionId });
  if (asked === null || asked.name === null) return refuse({ code: 'passkey-challenge-ended' });
  const { name } = asked;
  const key = await checkCreated(party, challenge, created);
  if (key === null) return refuse({ code: 'passkey-unfit' });
  const added = await transact<null, Refusal>(deps.db, async (tx) => {
    await lockAccount(tx, id);
    if ((await passkeysOf(tx, id)).length >= MOST_PASSKEYS) return refuse({ code: 'too-many-passkeys' });
    if ((await secondProofSince(tx, id)) === null) await endOtherSessions(tx, id, staff.sessionId);
    if (!(await insertPasskey(tx, id, { ...key, name }))) return refuse({ code: 'passkey-there' });
    return tell(deps, tx, act, staff, { event: 'account.passkeyAdded', mail: accountMails.passkeyAdded, name });
  });
  if (added.ok) await forgetTries(deps.db, bucket('passkeyChallenge', id));
  return added;
}

export async function nameAgain(
  deps: AccountsDeps,
  staff: SignedInStaff,
  id: string,
  name: string,
  act: Act,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    await lockAccount(tx, staff.accountId);
    const key = await passkeyOf(tx, staff.accountId, id);
    if (key === null) return refuse({ code: 'passkey-absent' });
    if (key.name === name) return ok(null);
    await renamePasskey(tx, staff.accountId, id, name);
    await record(tx, act, 'account.passkeyRenamed', subjectOf(staff), { before: key.name, after: name });
    return ok(null);
  });
}

/** Where staff need a second proof, their last one stays until there is another. */
export async function removePasskey(
  deps: AccountsDeps,
  staff: SignedInStaff,
  id: string,
  current: string,
  act: Act,
): Promise<Result<null, Refusal>> {
  const checked = await checkCurrentPassword(deps, staff, current);
  if (!checked.ok) return checked;
  return transact<null, Refusal>(deps.db, async (tx) => {
    await lockAccount(tx, staff.accountId);
    const keys = await passkeysOf(tx, staff.accountId);
    const name = keys.find((one) => one.id === id)?.name;
    if (name === undefined) return refuse({ code: 'passkey-absent' });
    if (deps.secondFactorRequired && keys.length === 1 && !(await hasSecondFactor(tx, staff.accountId)))
      return refuse({ code: 'last-proof' });
    await deletePasskey(tx, staff.accountId, id);
    return tell(deps, tx, act, staff, { event: 'account.passkeyRemoved', mail: accountMails.passkeyRemoved, name });
  });
}

type Told = {
  readonly event: 'account.passkeyAdded' | 'account.passkeyRemoved';
  readonly mail: PackMail<'civility' | 'name' | 'passkey' | 'link'>;
  readonly name: string;
};

async function tell(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  staff: SignedInStaff,
  { event, mail, name }: Told,
): Promise<Result<null, Refusal>> {
  const eventId = await record(tx, act, event, subjectOf(staff), { name });
  const known: KnownAccount | null = await findById(tx, staff.accountId);
  if (known === null) return refuse({ code: 'staff-unknown' });
  const reader = await readerOf(tx, known);
  await post(deps, tx, mail, { eventId, reader, path: '/mot-de-passe-oublie', values: { passkey: name } });
  return ok(null);
}

function subjectOf({ accountId, academy }: SignedInStaff) {
  return { stream: accountStream(accountId), academy, session: null };
}
