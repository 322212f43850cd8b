import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { type AccountId, accountId, accountStream } from '../account.ts';
import { passwordMark } from '../credentials/mailed.ts';
import { openTicket } from '../credentials/ticket.ts';
import { type AccountsDeps, addressMark, inEqualTime, libraryOn } from '../deps.ts';
import { candidateReader } from '../letters.ts';
import type { Refusal } from '../refusals.ts';
import { findByAddress, findById, lockAddress } from '../store/accounts.ts';
import { dropSignUp } from '../store/candidates.ts';
import { justMailed, mayMail, takeTurns } from '../throttles.ts';
import { sendActivation } from './sendActivation.ts';
import { type Compared, type HashedForm, type Submission, ticketFor, type Waiting, writeForm } from './signUp.ts';

/** Does this browser bear a form that can go to another address? */
export async function canCorrect(deps: AccountsDeps, sealed: string): Promise<boolean> {
  return (await openTicket(deps, 'activation', sealed))?.form !== undefined;
}

/**
 * The form that this browser just sent goes to another address, all else as it was typed. What was mailed to the first opens nothing any
 * more: a slip often is somebody's address. Whoever asks learns nothing, as when the form was sent. Gives the ticket that stands for the new one.
 */
export function correctAddress(
  deps: AccountsDeps,
  sealed: string,
  address: string,
  submission: Submission,
  act: Act,
): Promise<Result<string, Refusal>> {
  return inEqualTime(deps, async () => {
    const ticket = await openTicket(deps, 'activation', sealed);
    if (ticket?.form === undefined) return refuse({ code: 'form-ended' });
    const { address: former, hash, ...status } = ticket.form;
    const form: HashedForm = { status, address, hash };
    const turn = await takeTurns(deps.db, [['mailsFromNetwork', submission.network]]);
    if (!turn.ok) return turn;
    const mine = ticket.accountId === null ? null : accountId(ticket.accountId);
    let compared: Compared = null;
    for (;;) {
      const before: Compared = compared;
      const done: Result<Waiting, string | Refusal> = await transact<Waiting, string | Refusal>(deps.db, async (tx) => {
        // Always in the same order: two tabs that exchange two addresses don't wait for each other.
        for (const one of [former, address].toSorted()) await lockAddress(tx, one);
        const moved = mine === null || former === address ? null : await moveMine(deps, tx, mine, form, former, act);
        if (moved !== null) return ok(moved);
        // From here it is a form as any other, and waits its turn as one.
        const asForm = await takeTurns(tx, [['signUpFromNetwork', submission.network]]);
        return asForm.ok ? writeForm(deps, tx, form, before, submission, act) : asForm;
      });
      if (done.ok) return ok(await ticketFor(deps, form, done.value));
      if (typeof done.error !== 'string') return refuse(done.error);
      compared = { stored: done.error, same: done.error === hash };
    }
  });
}

/** null: there is nothing of this browser's to move, or somebody bears the new address; the form is then sent as any other. */
async function moveMine(
  deps: AccountsDeps,
  tx: Tx,
  mine: AccountId,
  form: HashedForm,
  former: string,
  act: Act,
): Promise<Waiting> {
  const known = await findById(tx, mine);
  if (known === null || known.activated || known.staff !== null || known.address !== former) return null;
  if (known.passwordHash !== form.hash) {
    // It waited beside somebody's first form.
    await dropSignUp(tx, mine, form.hash);
    return null;
  }
  const mark = addressMark(deps, form.address);
  if ((await findByAddress(tx, form.address)) !== null || !(await mayMail(tx, 'activation', mark))) return null;
  const { internalAdapter } = await libraryOn(deps, tx).auth.$context;
  await internalAdapter.updateUser(mine, { email: form.address });
  const subject = { stream: accountStream(mine), academy: null, session: null };
  const eventId = await record(tx, act, 'account.addressCorrected', subject, null);
  const reader = candidateReader({ ...form.status, accountId: mine, address: form.address });
  // The same asked twice by an impatient finger is one mail.
  await justMailed(tx, mark);
  await sendActivation(deps, tx, reader, null, eventId);
  return { accountId: mine, password: passwordMark(deps, form.hash) };
}
