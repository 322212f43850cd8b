import type { Tx } from '../../platform/database/database.ts';
import { type Act, type JournalSubject, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { accessMark, newAccessCode } from '../accessLetter.ts';
import { type AccountId, accountStream } from '../account.ts';
import type { AccountsDeps } from '../deps.ts';
import { hasMailbox } from '../mailbox.ts';
import type { Refusal } from '../refusals.ts';
import { secondPerson } from '../secondPerson.ts';
import { dropAsked, insertAsked, insertLetter, lockAsked, printAsked } from '../store/accessLetters.ts';
import { findById } from '../store/accounts.ts';

export type LetterOrder = {
  readonly accountId: AccountId;
  readonly academy: string;
  readonly enrolmentId: string;
  readonly officerId: AccountId;
};

/** A letter with a code opens an account: whoever asks for it is not who prints it (decision 078). */
export async function askAccessLetter(tx: Tx, act: Act, order: LetterOrder): Promise<Result<null, Refusal>> {
  const known = await findById(tx, order.accountId);
  if (known === null || hasMailbox(known)) return refuse({ code: 'has-mailbox' });
  if (!(await insertAsked(tx, order))) return refuse({ code: 'letter-standing' });
  await noted(tx, act, order, 'account.accessLetterAsked');
  return ok(null);
}

export async function dropAccessLetter(tx: Tx, act: Act, order: LetterOrder): Promise<Result<null, Refusal>> {
  const asked = await lockAsked(tx, order);
  if (asked === null) return refuse({ code: 'letter-unasked' });
  await dropAsked(tx, asked.id, order.officerId);
  await noted(tx, act, order, 'account.accessLetterDropped');
  return ok(null);
}

/**
 * A code to print in a letter to somebody without a mail box. It is told once, here, and kept as a mark. `secondPersonDays`: for how long
 * who came by another isn't a second person.
 */
export async function makeAccessCode(
  deps: AccountsDeps,
  tx: Tx,
  act: Act,
  { secondPersonDays: days, ...order }: LetterOrder & { readonly secondPersonDays: number },
): Promise<Result<string, Refusal>> {
  const known = await findById(tx, order.accountId);
  if (known === null || hasMailbox(known)) return refuse({ code: 'has-mailbox' });
  const asked = await lockAsked(tx, order);
  if (asked === null) return refuse({ code: 'letter-unasked' });
  const second = await secondPerson(tx, { by: order.officerId, wrote: [asked.askedBy], days });
  if (!second.ok) return second;
  await printAsked(tx, asked.id, second.value);
  const code = newAccessCode();
  await insertLetter(tx, { ...order, mark: accessMark(deps, code.replaceAll('-', '')) });
  await noted(tx, act, order, 'account.accessLetter');
  return ok(code);
}

type Noted = 'account.accessLetterAsked' | 'account.accessLetterDropped' | 'account.accessLetter';

async function noted(tx: Tx, act: Act, { accountId, academy }: LetterOrder, name: Noted): Promise<void> {
  const subject: JournalSubject = { stream: accountStream(accountId), academy, session: null };
  await record(tx, { ...act, onBehalfOf: accountId }, name, subject, null);
}
