import type { Database, Tx } from '../../platform/database/database.ts';
import { forgetTries, forgetTriesUnder, triesUnder } from '../../platform/http/throttle.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountStream, type Candidate } from '../account.ts';
import { type AccountsDeps, addressMark } from '../deps.ts';
import { candidateReader, inHours, post } from '../letters.ts';
import { hasMailbox } from '../mailbox.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { lockAddress } from '../store/accounts.ts';
import { findCandidates, findSignUp } from '../store/candidates.ts';
import { bucket, mayMail, triesAreFree } from '../throttles.ts';
import { sendActivation } from './sendActivation.ts';
import { resetLink } from './sendInvitation.ts';

/** Somebody who telephones is on their way to a mail box that isn't before them. */
const LINK_HOURS = 24;

/** What keeps an owner from their account, as far as we know. */
export type Access = {
  readonly activated: boolean;
  /** Wrong passwords of the last hour, of the network that counts most. */
  readonly tries: number;
  /** Is a code asked beside the password, after so many? */
  readonly needsCode: boolean;
};

export async function accessOf(deps: AccountsDeps, db: Database, owner: Candidate): Promise<Access> {
  const mark = addressMark(deps, owner.address);
  const [here, anywhere] = await Promise.all([
    triesUnder(db, bucket('signInHere', mark)),
    triesUnder(db, bucket('signInAnywhere', mark)),
  ]);
  return { activated: owner.activated, tries: Math.max(here, anywhere), needsCode: !triesAreFree({ here, anywhere }) };
}

/** To whom somebody of the office helps in, for their academy. */
export type Helped = { readonly academy: string; readonly owner: AccountId };

/** The mail that opens the account, to the address that it has: the first link again, or one to choose another password. */
export async function mailAccess(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  { academy, owner: id }: Helped,
): Promise<Result<'activation' | 'password', Refusal>> {
  const [owner] = await findCandidates(tx, [id]);
  if (owner === undefined || !hasMailbox(owner)) return refuse({ code: 'no-mailbox' });
  await lockAddress(tx, owner.address);
  if (!(await mayMail(tx, 'help', addressMark(deps, owner.address)))) return refuse({ code: 'mailed-enough' });
  const subject = { stream: accountStream(id), academy, session: null };
  if (!owner.activated) {
    const eventId = await record(tx, act, 'account.activationSentAgain', subject, null);
    const latest = await findSignUp(tx, id, null);
    await sendActivation(deps, tx, candidateReader({ ...owner, ...latest?.status }), latest?.id ?? null, eventId);
    return ok('activation');
  }
  const eventId = await record(tx, act, 'account.passwordResetRequested', subject, null);
  await post(deps, tx, accountMails.passwordReset, {
    eventId,
    reader: candidateReader(owner),
    path: `/mot-de-passe-oublie?jeton=${await resetLink(deps, tx, owner.address, LINK_HOURS)}`,
    values: { deadline: await inHours(tx, LINK_HOURS) },
  });
  return ok('password');
}

/** Wrong tries of the last hours count no more: the password alone opens the account again. Nothing else of it changes. */
export async function forgetWrongTries(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  { academy, owner: id }: Helped,
): Promise<void> {
  const [owner] = await findCandidates(tx, [id]);
  if (owner === undefined) return;
  const mark = addressMark(deps, owner.address);
  for (const kind of ['signInHere', 'signInAnywhere', 'codesToAddress'] as const)
    await forgetTriesUnder(tx, bucket(kind, mark));
  await forgetTries(tx, bucket('signInCode', id));
  await forgetTries(tx, bucket('code', mark));
  await record(tx, act, 'account.triesForgotten', { stream: accountStream(id), academy, session: null }, null);
}
