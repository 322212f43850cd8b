import type { Tx } from '../../platform/database/database.ts';
import { once } from '../../platform/http/once.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result } from '../../platform/result.ts';
import { accountId, accountStream, type CivilStatus, sameCivilStatus } from '../account.ts';
import { ask } from '../credentials/library.ts';
import { hashPassword, passwordMatches } from '../credentials/passwords.ts';
import { candidateReader, post } from '../letters.ts';
import type { Refusal } from '../refusals.ts';
import { findByAddress, type KnownAccount, lockAddress } from '../store/accounts.ts';
import { findCandidates, findSignUp, insertCandidate, insertSignUp } from '../store/candidates.ts';
import { justMailed, mayMail, takeTurns } from '../throttles.ts';
import { addressMark, evenly, libraryOn, type Tools } from '../tools.ts';
import { sendActivation } from './sendActivation.ts';
import { sendInvitation } from './sendInvitation.ts';

export type SignUpForm = {
  readonly status: CivilStatus;
  /** In lower case. */
  readonly address: string;
  readonly password: string;
};

export type Knock = { readonly network: string; readonly key: string | null };

/**
 * Creates an account that waits for its activation. Whoever asks learns nothing: for a known address the answer, its time
 * and its page are the same, and the owner of the address gets the mail that fits.
 */
export function signUp(tools: Tools, form: SignUpForm, knock: Knock, act: Act): Promise<Result<null, Refusal>> {
  return evenly(tools, async () => {
    const turn = await takeTurns(tools.db, [['signUpFromNetwork', knock.network]]);
    if (!turn.ok) return turn;
    const hash = await hashPassword(form.password);
    const owner = addressMark(tools, form.address);
    await tools.db.transaction().execute((tx) =>
      once(tx, knock.key, owner, 'account.sign-up', async () => {
        await lockAddress(tx, form.address);
        const known = await findByAddress(tx, form.address);
        if (known === null) await createAccount(tools, tx, form, hash, act);
        else if (known.activated) await remind(tools, tx, known, act);
        else if (known.staff !== null) await sendInvitation(tools, tx, known, act);
        else await signUpAgain(tools, tx, known, form, hash, act);
        return null;
      }),
    );
    return ok(null);
  });
}

async function createAccount(tools: Tools, tx: Tx, form: SignUpForm, hash: string, act: Act): Promise<void> {
  const { status, address, password } = form;
  const library = libraryOn(tools, tx, { hash });
  const body = { name: '', email: address, password };
  const created = await ask(library, [], () => library.auth.api.signUpEmail({ body }));
  if ('refused' in created) throw new Error('better-auth refused a sign-up');
  const id = accountId(created.value.user.id);
  await insertCandidate(tx, id, status);
  const subject = { stream: accountStream(id), academy: null, session: null };
  const eventId = await tools.events.publish(tx, act, 'account.created', subject, { accountId: id });
  await justMailed(tx, addressMark(tools, address));
  await sendActivation(tools, tx, candidateReader({ ...status, accountId: id, address }), null, eventId);
}

/** The account is in use: its owner is told that somebody, perhaps themselves, tried to create it again. */
async function remind(tools: Tools, tx: Tx, known: KnownAccount, act: Act): Promise<void> {
  if (known.staff?.disabled === true || !(await mayMail(tx, 'exists', addressMark(tools, known.address)))) return;
  const subject = { stream: accountStream(known.accountId), academy: known.staff?.academy ?? null, session: null };
  const eventId = await record(tx, act, 'account.signUpRepeated', subject, null);
  await post(tools, tx, {
    template: 'account.exists',
    eventId,
    reader: { ...known, civility: '', name: known.displayName, academy: subject.academy },
    path: '/connexion',
  });
}

/**
 * Nobody has proved the address yet, so nobody may decide what the account holds: the first form stays as it is, this one
 * waits beside it, and the owner of the address chooses by following the mail of one or the other. The same form sent twice
 * at once is one form; later, it asks for its mail again.
 */
async function signUpAgain(
  tools: Tools,
  tx: Tx,
  known: KnownAccount,
  form: SignUpForm,
  hash: string,
  act: Act,
): Promise<void> {
  const { accountId: id } = known;
  const [first] = await findCandidates(tx, [id]);
  const latest = await findSignUp(tx, id, null);
  const before = latest ?? (first === undefined ? null : { status: first, passwordHash: known.passwordHash });
  const same =
    before !== null &&
    sameCivilStatus(before.status, form.status) &&
    (await passwordMatches(before.passwordHash, form.password));
  const mark = addressMark(tools, known.address);
  if (same && (await justMailed(tx, mark))) return;
  if (!(await mayMail(tx, 'activation', mark))) return;
  const signUpId = same ? (latest?.id ?? null) : await insertSignUp(tx, id, form.status, hash);
  const subject = { stream: accountStream(id), academy: null, session: null };
  const eventId = await record(tx, act, 'account.signUpRepeated', subject, null);
  const reader = candidateReader({ ...form.status, accountId: id, address: known.address });
  await sendActivation(tools, tx, reader, signUpId, eventId);
}
