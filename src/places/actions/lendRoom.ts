import { examSubject, type FormAuthor } from '../../exam/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { loanMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { endLoan, findLoan, insertLoan, type LoanWords, whatMeets } from '../store/loans.ts';
import { findRoom, lockExam } from '../store/places.ts';
import { type LoanDeps, tellBorrower } from './tellBorrower.ts';

type Done = Result<string, Refusal>;

/** Lends a room to another academy from one day to another: not while the academy has a test there. The other office is told. */
export function lendRoom(
  deps: LoanDeps,
  act: Act,
  { place, officerId, key }: FormAuthor,
  words: Omit<LoanWords, 'roomId'> & { readonly roomId: string },
): Promise<Done> {
  const { borrower, firstDay, lastDay } = words;
  const days = { first: firstDay.toString(), last: lastDay.toString() };
  const sent = {
    key,
    owner: officerId,
    purpose: 'exam loan',
    content: { place, borrower, room: words.roomId, ...days },
  };
  return transact<string, Refusal>(deps.db, (tx) =>
    onceAccepted<string, Refusal>(tx, sent, async () => {
      await lockBoth(tx, place.academy, borrower);
      const room = await findRoom(tx, place, words.roomId);
      if (room === null || borrower === place.academy) return refuse({ code: 'not-found' });
      const loan = { ...words, roomId: room.id };
      const { isLent, isUsed } = await whatMeets(tx, place.academy, loan);
      if (isLent) return refuse({ code: 'already-lent' });
      if (isUsed) return refuse({ code: 'used-then' });
      const given = await insertLoan(tx, place.academy, loan, officerId);
      const said = { roomId: room.id, borrower, ...days };
      const eventId = await deps.events.publish(tx, act, 'exam.roomLent', examSubject(place), said);
      await tellBorrower(deps, tx, eventId, loanMails.lent, given);
      return ok(given.id);
    }),
  );
}

/** Takes a loan back before its first day, and tells the other office. Where it planned something there, both plans are looked at again. */
export function takeLoanBack(
  deps: LoanDeps,
  act: Act,
  { place, officerId }: Pick<FormAuthor, 'place' | 'officerId'>,
  id: string,
): Promise<Done> {
  return transact<string, Refusal>(deps.db, async (tx) => {
    const loan = await findLoan(tx, place.academy, id);
    if (loan === null) return refuse({ code: 'not-found' });
    const { borrower, roomId, hasBegun } = loan;
    if (hasBegun) return refuse({ code: 'loan-begun' });
    await lockBoth(tx, place.academy, borrower);
    if ((await findLoan(tx, place.academy, id)) === null) return refuse({ code: 'not-found' });
    await endLoan(tx, id, officerId);
    const eventId = await deps.events.publish(tx, act, 'exam.loanEnded', examSubject(place), { roomId, borrower });
    await tellBorrower(deps, tx, eventId, loanMails.takenBack, loan);
    return ok(id);
  });
}

/** Nobody prepares an exam of either meanwhile; in one order, so that two never wait for each other. */
async function lockBoth(tx: Tx, one: string, other: string): Promise<void> {
  for (const academy of [one, other].toSorted()) await lockExam(tx, { academy });
}
