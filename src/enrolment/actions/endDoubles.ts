import { lastDecided, decide as take, whyNotHeard } from '../../decisions/index.ts';
import type { Tx } from '../../platform/database/database.ts';
import { eachAlone } from '../../platform/database/eachAlone.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, SYSTEM } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { SAME_PERSON, SAME_PERSON_UNDONE } from '../decisions.ts';
import { isRunning } from '../enrolment.ts';
import type { Refusal } from '../refusals.ts';
import { endEnrolment, reopenEnrolment } from '../store/changes.ts';
import { listDue, lockSamePerson, samePersonOf, writeSameOutcome, writeUndone } from '../store/samePersons.ts';
import { accountsOf, lockBoth, type PairOrder, publishPair, type SamePairDeps, type TakingDeps } from './samePair.ts';

export type UndoSamePerson = PairOrder & { readonly decisionId: string; readonly words: string };

/** Takes a decision back: nothing ends, or what ended is open again as it was. The two accounts may be proposed again. */
export async function undoSamePerson(
  deps: TakingDeps,
  act: Act,
  order: UndoSamePerson,
): Promise<Result<null, Refusal>> {
  const { academy, files, decisionId, words, officerId } = order;
  return transact<null, Refusal>(deps.db, async (tx) => {
    const both = await lockBoth(tx, academy, files);
    if (both === null) return refuse({ code: 'not-found' });
    const standing = await lockSamePerson(tx, academy, decisionId, accountsOf(both));
    if (standing === null) return refuse({ code: 'decided-meanwhile' });
    const ended = both.find(({ id }) => id === standing.endsId);
    if (standing.outcome === 'ended' && ended === undefined) return refuse({ code: 'not-found' });
    const unheard = await whyNotHeard(tx, act, files, words);
    if (unheard !== null) return refuse(unheard);
    if (standing.outcome === 'ended' && ended?.status === 'set-aside') {
      const ground = SAME_PERSON_UNDONE.law.join(', ');
      const facts = both.map(({ number }) => number ?? '');
      const undoes = (await lastDecided(tx, ended.id, SAME_PERSON.code))?.id ?? null;
      const signed = { of: ended, by: officerId, facts, reason: words, ground, undoes };
      const taken = await take(deps, tx, act, SAME_PERSON_UNDONE, signed);
      if (!taken.ok) return taken;
      // As it was before it ended.
      await reopenEnrolment(tx, taken.value, ended.id, ended.validatedAt === null ? 'registered' : 'validated');
    }
    await writeUndone(tx, standing.id, officerId, words);
    for (const enrolment of both) await publishPair(deps.events, tx, act, 'person.undone', enrolment, standing);
    return ok(null);
  });
}

/** Looked at in one go; the next minute takes the others. */
const MOST = 200;

/** Ends the enrolments whose time to answer is over, each in a transaction of its own: one that fails holds up no other. */
export async function endDoubles(deps: SamePairDeps): Promise<void> {
  const due = await listDue(deps.db, MOST);
  await eachAlone(deps.db, due, (tx, { id, academy }) => endDouble(deps, tx, academy, id));
}

async function endDouble({ events }: SamePairDeps, tx: Tx, academy: string, id: string): Promise<void> {
  const due = await samePersonOf(tx, id);
  if (due === null || due.keepsId === null || due.endsId === null) return;
  // The enrolments are held before the decision, as whoever takes it back does.
  const both = await lockBoth(tx, academy, [due.keepsId, due.endsId]);
  if (both === null) throw new Error(`${id} names enrolments that aren't there`);
  const standing = await lockSamePerson(tx, academy, id, accountsOf(both));
  if (standing === null || standing.outcome !== null) return;
  const ends = both.find((one) => one.id === standing.endsId);
  const decided = ends === undefined ? null : await lastDecided(tx, ends.id, SAME_PERSON.code);
  if (ends === undefined || decided === null || !both.every(isRunning)) {
    await writeSameOutcome(tx, id, 'void');
    for (const enrolment of both) await publishPair(events, tx, SYSTEM, 'person.void', enrolment, standing);
    return;
  }
  await endEnrolment(tx, decided, ends.id, 'set-aside');
  await writeSameOutcome(tx, id, 'ended');
  await publishPair(events, tx, SYSTEM, 'person.ended', ends, standing);
}
