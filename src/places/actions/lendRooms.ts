import { examSubject, type FormAuthor } from '../../exam/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { loanMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { endLoan, findLoan, insertLoan, type Loan, type LoanWords, whatMeets } from '../store/loans.ts';
import { findRoom, lockExam } from '../store/places.ts';
import { type LoanDeps, tellBorrower } from './tellBorrower.ts';

type Done = Result<string, Refusal>;

/**
 * Lends rooms to another academy from one day to another: all of them or none, none of which has a test of the academy then. The other office is told
 * once. Gives how many.
 */
export function lendRooms(
  deps: LoanDeps,
  act: Act,
  { place, officerId, key }: FormAuthor,
  { rooms, ...words }: Omit<LoanWords, 'roomId'> & { readonly rooms: readonly string[] },
): Promise<Result<number, Refusal>> {
  const { borrower, firstDay, lastDay } = words;
  const days = { first: firstDay.toString(), last: lastDay.toString() };
  const sent = { key, owner: officerId, purpose: 'exam loan', content: { place, borrower, rooms, ...days } };
  return transact<number, Refusal>(deps.db, (tx) =>
    onceAccepted<number, Refusal>(tx, sent, async () => {
      await lockBoth(tx, place.academy, borrower);
      if (borrower === place.academy) return refuse({ code: 'not-found' });
      const given: { readonly loan: Loan; readonly eventId: string }[] = [];
      for (const asked of rooms) {
        const room = await findRoom(tx, place, asked);
        if (room === null) return refuse({ code: 'not-found' });
        const one = { ...words, roomId: room.id };
        const { isLent, isUsed } = await whatMeets(tx, place.academy, one);
        if (isLent) return refuse({ code: 'already-lent', room: room.name });
        if (isUsed) return refuse({ code: 'used-then', room: room.name });
        const loan = await insertLoan(tx, place.academy, one, officerId);
        const said = { roomId: room.id, borrower, ...days };
        const eventId = await deps.events.publish(tx, act, 'exam.roomLent', examSubject(place), said);
        given.push({ loan, eventId });
      }
      const [first, ...others] = given;
      if (first === undefined) return refuse({ code: 'not-found' });
      const all = [first.loan, ...others.map(({ loan }) => loan)] as const;
      await tellBorrower(deps, tx, first.eventId, loanMails.lent, all);
      return ok(given.length);
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
    await tellBorrower(deps, tx, eventId, loanMails.takenBack, [loan]);
    return ok(id);
  });
}

/** Nobody prepares an exam of either meanwhile; in one order, so that two never wait for each other. */
async function lockBoth(tx: Tx, one: string, other: string): Promise<void> {
  for (const academy of [one, other].toSorted()) await lockExam(tx, { academy });
}
