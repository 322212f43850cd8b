import { type ExamPlace, examSubject } from '../../exam/index.ts';
import { findSent, insertLetter, insertToldLetter, takeLetterBack, takeToldBack } from '../../papers/index.ts';
import { lockExam } from '../../places/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import type { ConveneDeps } from '../deps.ts';
import type { Refusal } from '../refusals.ts';
import { stillTold } from '../rules/toTell.ts';
import { listTold, lockExaminer } from '../store/convening.ts';
import { type ExaminerLetter, listExaminerLetters, noteMailed } from '../store/letters.ts';
import { mailTold } from './convene.ts';

type Order = { readonly place: ExamPlace; readonly by: string };
/** How what a letter says reached its person: it left by the post, or somebody called, that day; or a mail goes in its place, to who has a mail box since. */
export type Reached = { readonly way: 'post' | 'phone'; readonly on: Temporal.PlainDate } | { readonly way: 'mail' };
type Settling = Order & { readonly key: string | null; readonly letters: readonly string[]; readonly reached: Reached };

/** Of these letters, those that nobody settled yet: somebody else may have, meanwhile. Gives how many. */
export function settleLetters(deps: ConveneDeps, act: Act, order: Settling): Promise<Result<number, Refusal>> {
  const { place, by, key, letters, reached } = order;
  return transact<number, Refusal>(deps.db, (tx) =>
    onceAccepted<number, Refusal>(
      tx,
      { key, owner: by, purpose: 'examiners.letters', content: { ...place, letters, ...reached } },
      async () => {
        await lockExam(tx, place);
        if (letters.length === 0) return refuse({ code: 'no-letter-chosen' });
        const due = (await listExaminerLetters(tx, place)).filter(
          ({ id, settled }) => !settled && letters.includes(id),
        );
        if (due.length === 0) return refuse({ code: 'letters-settled' });
        const { now } = await readMoment(tx, act);
        if (reached.way !== 'mail') {
          const { compare } = Temporal.PlainDate;
          if (compare(reached.on, parisDay(now)) > 0) return refuse({ code: 'day-ahead' });
          if (due.some(({ at }) => compare(reached.on, parisDay(at)) < 0)) return refuse({ code: 'day-before' });
        }
        for (const letter of due) {
          const done = await settle(deps, tx, act, order, letter, now);
          if (!done.ok) return done;
        }
        return ok(due.length);
      },
    ),
  );
}

async function settle(
  deps: ConveneDeps,
  tx: Tx,
  act: Act,
  { place, by, reached }: Settling,
  { id, examinerId }: ExaminerLetter,
  now: Temporal.Instant,
): Promise<Result<null, Refusal>> {
  const letter = { id, ...place };
  const { way } = reached;
  const told = { examinerId, way, on: way === 'mail' ? parisDay(now).toString() : reached.on.toString() };
  const eventId = await deps.events.publish(tx, act, 'examiner.reached', examSubject(place), told);
  if (way === 'post')
    await insertLetter(
      tx,
      { ...letter, kind: null, enrolmentId: null },
      {
        tracking: null,
        address: [],
        postedOn: reached.on,
        postedBy: by,
      },
    );
  else if (way === 'phone') await insertToldLetter(tx, letter, { on: reached.on, by });
  else {
    const known = await lockExaminer(tx, place.academy, examinerId);
    if (known === null) return refuse({ code: 'not-found' });
    if (known.mail === null) return refuse({ code: 'no-mailbox', who: `${known.firstName} ${known.lastName}` });
    const due = stillTold(await listTold(tx, { ...place, person: examinerId }), now).map((one) => ({
      ...one,
      stands: one.told,
      why: one.told.cancelled === true ? ('gone' as const) : ('new' as const),
    }));
    await mailTold(deps, tx, act, { place, known: { ...known, mail: known.mail }, due, eventId });
    await noteMailed(tx, id, eventId);
  }
  return ok(null);
}

/** What was noted of a letter by mistake: it is to be posted or told again. A mail that left isn't taken back. */
export function takeSettledBack(
  deps: Pick<ConveneDeps, 'db' | 'events'>,
  act: Act,
  { place, by, letter }: Order & { readonly letter: string },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    await lockExam(tx, place);
    const known = (await listExaminerLetters(tx, place)).find(({ id }) => id === letter);
    const sent = known === undefined ? undefined : (await findSent(tx, [letter])).get(letter);
    const posted = sent?.letters.at(-1);
    if (known === undefined || sent === undefined) return refuse({ code: 'letters-settled' });
    if (sent.toldOn !== null) await takeToldBack(tx, letter, by);
    else if (posted !== undefined) await takeLetterBack(tx, posted.id, by);
    else return refuse({ code: 'letters-settled' });
    const said = { examinerId: known.examinerId };
    await deps.events.publish(tx, act, 'examiner.reachedTakenBack', examSubject(place), said);
    return ok(null);
  });
}
