import { randomBytes } from 'node:crypto';
import { pick } from '../../platform/database/columns.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { once } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { accountId, accountStream, CIVIL_STATUS, type CivilStatus, changedData } from '../account.ts';
import { askLibrary } from '../credentials/library.ts';
import { keepMailed, passwordMark } from '../credentials/mailed.ts';
import { hashPassword, inTurn, passwordMatches } from '../credentials/passwords.ts';
import { sealTicket } from '../credentials/ticket.ts';
import { type AccountsDeps, addressMark, inEqualTime, libraryOn } from '../deps.ts';
import { candidateReader, post } from '../letters.ts';
import { accountMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { findByAddress, type KnownAccount, lockAddress } from '../store/accounts.ts';
import { findCandidates, findSignUp, insertCandidate, insertSignUp } from '../store/candidates.ts';
import { justMailed, mayMail, takeTurns } from '../throttles.ts';
import { sendActivation } from './sendActivation.ts';
import { sendInvitation } from './sendInvitation.ts';

export type SignUpForm = {
  readonly status: CivilStatus;
  /** In lower case. */
  readonly address: string;
  readonly password: string;
};

/** As long as an activation's mail serves. */
const NETWORK_HOURS = 24;

/** A form sent by somebody unknown. `key`: its idempotency key. */
export type Submission = { readonly network: string; readonly key: string | null };

/** Minutes during which the browser that typed the password is signed in by the activation's mail. */
export const ARRIVAL_MINUTES = 60;

/**
 * Creates an account that waits for its activation. Whoever asks learns nothing: for a known address the answer, its time
 * and its page are the same, and the owner of the address gets the mail that fits. Gives a ticket for this browser, alike in
 * all cases: with it and the mail of this very form, the password needn't be typed again (`signInActivated`).
 */
export function signUp(
  deps: AccountsDeps,
  form: SignUpForm,
  submission: Submission,
  act: Act,
): Promise<Result<string, Refusal>> {
  return inEqualTime(deps, async () => {
    const turn = await takeTurns(deps.db, [['signUpFromNetwork', submission.network]]);
    if (!turn.ok) return turn;
    const hashed = await inTurn(deps.hashing, submission.network, () => hashPassword(form.password));
    if (!hashed.ok) return hashed;
    const whole = { ...form, hash: hashed.value };
    // A twin of this form may have come in between: then the password is compared with what the twin left.
    for (let before: Compared = null; ; ) {
      const done = await transact<Waiting, string>(deps.db, (tx) =>
        writeForm(deps, tx, whole, before, submission, act),
      );
      if (done.ok) return ok(await ticketFor(deps, whole, done.value));
      const stored = done.error;
      const same = await inTurn(deps.hashing, submission.network, () => passwordMatches(stored, form.password));
      if (!same.ok) return same;
      before = { stored, same: same.value };
    }
  });
}

/** What waits for its mail: an account and a mark of the password that opens it; null: of an account in use. */
export type Waiting = { readonly accountId: string; readonly password: string } | null;

export function ticketFor(
  deps: AccountsDeps,
  { address, hash, status }: HashedForm,
  waiting: Waiting,
): Promise<string> {
  const password = randomBytes(32).toString('base64url');
  const until = Temporal.Now.instant().add({ minutes: ARRIVAL_MINUTES }).epochMilliseconds;
  const form = { address, hash, ...pick(CIVIL_STATUS, status) };
  return sealTicket(deps, 'activation', { ...(waiting ?? { accountId: null, password }), until, form });
}

export type HashedForm = Omit<SignUpForm, 'password'> & { readonly hash: string };
/** A stored password, and whether the one of the form is the same: argon2's word, asked outside the transaction. */
export type Compared = { readonly stored: string; readonly same: boolean } | null;

/** Refuses, and has written nothing, when the password must first be compared with the stored one that it gives. */
export async function writeForm(
  deps: AccountsDeps,
  tx: Tx,
  form: HashedForm,
  compared: Compared,
  submission: Submission,
  act: Act,
): Promise<Result<Waiting, string>> {
  await lockAddress(tx, form.address);
  const known = await findByAddress(tx, form.address);
  if (known === null) return ok(await createAccount(deps, tx, form, submission.network, act));
  // Here one form is told from another by what waits already, its password with it: no key may stand before that.
  if (!known.activated && known.staff === null) return signUpAgain(deps, tx, known, form, compared, act);
  const { key } = submission;
  const sent = { key, owner: addressMark(deps, form.address), purpose: 'account.sign-up', content: null };
  await once(tx, sent, async () => {
    if (known.activated) await remind(deps, tx, known, act);
    else await sendInvitation(deps, tx, known, act);
    return null;
  });
  return ok(null);
}

/** The form sent last for an account that was never activated; `id` null: the account's own. */
async function formBefore(
  db: Database,
  { accountId: id, passwordHash }: KnownAccount,
): Promise<{ readonly id: string | null; readonly status: CivilStatus; readonly passwordHash: string | null } | null> {
  const latest = await findSignUp(db, id, null);
  if (latest !== null) return latest;
  const [first] = await findCandidates(db, [id]);
  return first === undefined ? null : { id: null, status: first, passwordHash };
}

async function createAccount(
  deps: AccountsDeps,
  tx: Tx,
  form: HashedForm,
  network: string,
  act: Act,
): Promise<Waiting> {
  const { status, address, hash } = form;
  const library = libraryOn(deps, tx, { hash });
  const body = { name: '', email: address, password: 'hashed before' };
  const created = await askLibrary(library, [], () => library.auth.api.signUpEmail({ body }));
  if ('refused' in created) throw new Error('better-auth refused a sign-up');
  const id = accountId(created.value.user.id);
  await insertCandidate(tx, id, status);
  await keepMailed(tx, 'network', id, { network }, NETWORK_HOURS);
  const subject = { stream: accountStream(id), academy: null, session: null };
  const eventId = await deps.events.publish(tx, act, 'account.created', subject, { accountId: id });
  await justMailed(tx, addressMark(deps, address));
  await sendActivation(deps, tx, candidateReader({ ...status, accountId: id, address }), null, eventId);
  return { accountId: id, password: passwordMark(deps, hash) };
}

/** The account is in use: its owner is told that somebody, perhaps themselves, tried to create it again. */
async function remind(deps: AccountsDeps, tx: Tx, known: KnownAccount, act: Act): Promise<void> {
  if (known.staff?.disabled === true || !(await mayMail(tx, 'exists', addressMark(deps, known.address)))) return;
  const subject = { stream: accountStream(known.accountId), academy: known.staff?.academy ?? null, session: null };
  const eventId = await record(tx, act, 'account.signUpRepeated', subject, null);
  await post(deps, tx, accountMails.exists, {
    eventId,
    reader: { ...known, civility: '', name: known.displayName, academy: subject.academy },
    path: '/connexion',
    values: {},
  });
}

/**
 * Nobody has proved the address yet, so nobody may decide what the account holds: the first form stays as it is, this one
 * waits beside it, and the owner of the address chooses by following the mail of one or the other. The same form sent twice
 * at once is one form; later, it asks for its mail again.
 */
async function signUpAgain(
  deps: AccountsDeps,
  tx: Tx,
  known: KnownAccount,
  form: HashedForm,
  compared: Compared,
  act: Act,
): Promise<Result<Waiting, string>> {
  const { accountId: id } = known;
  const before = await formBefore(tx, known);
  const alike = before !== null && changedData(before.status, form.status).length === 0;
  if (alike && before.passwordHash !== null && compared?.stored !== before.passwordHash)
    return refuse(before.passwordHash);
  const same = alike && compared?.same === true;
  const mark = addressMark(deps, known.address);
  const waiting = { accountId: id, password: passwordMark(deps, same ? before.passwordHash : form.hash) };
  if (same && (await justMailed(tx, mark))) return ok(waiting);
  if (!(await mayMail(tx, 'activation', mark))) return ok(null);
  const signUpId = same ? before.id : await insertSignUp(tx, id, form.status, form.hash);
  const subject = { stream: accountStream(id), academy: null, session: null };
  const eventId = await record(tx, act, 'account.signUpRepeated', subject, null);
  const reader = candidateReader({ ...form.status, accountId: id, address: known.address });
  await sendActivation(deps, tx, reader, signUpId, eventId);
  return ok(waiting);
}
