import { lawOf } from '../../catalogue/index.ts';
import { decisionTexts, decide as take } from '../../decisions/index.ts';
import { type EnrolmentId, subjectOf } from '../../enrolment/index.ts';
import { admitToReplacement } from '../../exam/index.ts';
import { tellCandidate } from '../../messages/index.ts';
import { readAbout, remediesFrom } from '../../papers/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { admittedAmong } from '../../publication/index.ts';
import { REPLACEMENT } from '../decisions.ts';
import type { ReplacementDeps } from '../deps.ts';
import { readAbsences } from '../readAbsences.ts';
import type { Refusal } from '../refusals.ts';
import { MOST, type ReplacementOutcome } from '../replacement.ts';
import { insertDecision, listDecisions } from '../store.ts';
import { texts } from '../texts.ts';

export type ReplacementOrder = {
  readonly academy: string;
  readonly session: string;
  readonly enrolmentId: EnrolmentId;
  readonly unit: string;
  readonly outcome: ReplacementOutcome;
  readonly receivedOn: Temporal.PlainDate;
  readonly words: string;
  /** Of the last decision that the page showed; 0: none. */
  readonly seen: number;
  readonly by: string;
};

/** A head decides, the candidate reads it among their messages, and is told by a mail that says no more. */
export function decideReplacement(
  deps: Pick<ReplacementDeps, 'db' | 'events' | 'catalogue' | 'outbox' | 'publicUrl'> & ReplacementDeps,
  act: Act,
  order: ReplacementOrder,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const { academy, session, enrolmentId, unit, outcome, words, seen, by } = order;
    const place = { academy, session };
    const absence = (await readAbsences(tx, deps.catalogue(), place)).absences.find(
      (one) => one.enrolmentId === enrolmentId && one.unit === unit,
    );
    if (absence === undefined) return refuse({ code: 'not-absent' });
    const about = await readAbout(deps, tx, enrolmentId);
    const last = (await listDecisions(tx, place)).find((one) => one.enrolmentId === enrolmentId && one.unit === unit);
    const rank = last?.rank ?? 0;
    if (rank !== seen) return refuse({ code: 'changed-meanwhile' });
    if (rank >= MOST.decisions) return refuse({ code: 'too-many' });
    const today = parisDay((await readMoment(tx, act)).now);
    if (Temporal.PlainDate.compare(order.receivedOn, today) > 0) return refuse({ code: 'received-later' });
    // The diploma of who is admitted can be delivered: nothing is to be replaced.
    if (outcome === 'granted' && (await admittedAmong(tx, [enrolmentId])).has(enrolmentId))
      return refuse({ code: 'admitted', law: lawOf(about.exam, 'absence') });
    const cited = lawOf(about.exam, 'absence');
    const facts = [`${unit}\u00a0: ${absence.known}`];
    const signed = {
      of: about.enrolment,
      by,
      facts,
      reason: words,
      ground: `${cited.article} ; ${REPLACEMENT.law.join(', ')}`,
    };
    const taken = await take(deps, tx, act, REPLACEMENT, signed);
    if (!taken.ok) return taken;
    const { author } = taken.value;
    const kept = await insertDecision(tx, taken.value, place, { ...order, rank: rank + 1 });
    if (!kept) return refuse({ code: 'changed-meanwhile' });
    const said = { enrolmentId, unit, outcome, rank: rank + 1 };
    await deps.events.publish(tx, act, 'replacement.decided', subjectOf(about.enrolment), said);
    await admitToReplacement(deps, tx, act, about.enrolment, { unit, admitted: outcome === 'granted' });
    await tellCandidate(deps, tx, act, about, {
      staffId: by,
      piece: null,
      words: texts.told(absence.title, outcome, words, decisionTexts.takenBy(author), remediesFrom(about, today)),
      author,
      answers: false,
      lotId: null,
    });
    return ok(null);
  });
}
