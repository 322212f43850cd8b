import { lawOf } from '../../catalogue/index.ts';
import { type AskedBeside, type DecisionId, decisionTexts, prepareIn, decide as take } from '../../decisions/index.ts';
import { type Enrolment, type EnrolmentId, subjectOf } from '../../enrolment/index.ts';
import { tellCandidate } from '../../messages/index.ts';
import { type PaperActDeps, remediesFrom, toldByMail } from '../../papers/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { type About, readAbout } from '../../post/index.ts';
import { admittedAmong } from '../../publication/index.ts';
import { admitToReplacement } from '../../sitters/index.ts';
import { REPLACEMENT } from '../decisions.ts';
import { findAbsence, foundOf } from '../readAbsences.ts';
import type { Refusal } from '../refusals.ts';
import { type Absence, MOST, OUTCOMES, type ReplacementOutcome } from '../replacement.ts';
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

/** What was found before it is decided. */
type Found = {
  readonly absence: Absence;
  readonly about: About;
  readonly today: Temporal.PlainDate;
  readonly ground: string;
  /** The decision on the same absence that this one takes the place of. */
  readonly undoes: DecisionId | null;
};

async function find(
  deps: PaperActDeps,
  tx: Tx,
  act: Act,
  { academy, session, enrolmentId, unit, outcome, receivedOn, seen }: ReplacementOrder,
): Promise<Result<Found, Refusal>> {
  const place = { academy, session };
  const absence = await findAbsence(tx, deps.catalogue(), { ...place, id: enrolmentId }, unit);
  if (absence === null) return refuse({ code: 'not-absent' });
  const about = await readAbout(deps, tx, enrolmentId);
  const last = (await listDecisions(tx, place)).find((one) => one.enrolmentId === enrolmentId && one.unit === unit);
  const rank = last?.rank ?? 0;
  if (rank !== seen) return refuse({ code: 'changed-meanwhile' });
  if (rank >= MOST.decisions) return refuse({ code: 'too-many' });
  const today = parisDay((await readMoment(tx, act)).now);
  if (Temporal.PlainDate.compare(receivedOn, today) > 0) return refuse({ code: 'received-later' });
  const law = lawOf(about.exam, 'absence');
  // The diploma of who is admitted can be delivered: nothing is to be replaced.
  if (outcome === 'granted' && (await admittedAmong(tx, [enrolmentId])).has(enrolmentId))
    return refuse({ code: 'admitted', law });
  const undoes = last?.decisionId ?? null;
  return ok({ absence, about, today, undoes, ground: `${law.article} ; ${REPLACEMENT.law.join(', ')}` });
}

/** A head who has no delegation writes it for one who has. */
export function prepareReplacement(
  deps: PaperActDeps,
  act: Act,
  order: ReplacementOrder,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const found = await find(deps, tx, act, order);
    if (!found.ok) return found;
    const { absence, about, ground } = found.value;
    const { academy, session, enrolmentId, unit, outcome, receivedOn, seen, words: reason, by: preparedBy } = order;
    const prepared = await prepareIn(deps, tx, act, REPLACEMENT, {
      academy,
      session,
      enrolmentId,
      version: about.enrolment.version,
      about: unit,
      asked: { unit, outcome, receivedOn: receivedOn.toString(), seen },
      facts: foundOf(absence),
      reason,
      ground,
      preparedBy,
    });
    return prepared.ok ? ok(null) : prepared;
  });
}

/** What was prepared, in the words of whoever signs it. */
export async function decidePreparedReplacement(
  deps: PaperActDeps,
  act: Act,
  {
    enrolment: { id: enrolmentId, academy, session },
    asked: { unit, outcome, receivedOn, seen },
    ...signed
  }: {
    readonly enrolment: Pick<Enrolment, 'id' | 'academy' | 'session'>;
    readonly asked: AskedBeside;
    readonly words: string;
    readonly by: string;
  },
): Promise<Result<null, Refusal>> {
  const known = OUTCOMES.find((one) => one === outcome);
  if (known === undefined) return refuse({ code: 'not-absent' });
  return decideReplacement(deps, act, {
    ...signed,
    ...{ academy, session, enrolmentId, unit: String(unit), outcome: known, seen: Number(seen) },
    receivedOn: Temporal.PlainDate.from(String(receivedOn)),
  });
}

/** A head decides, the candidate reads it among their messages, and is told by a mail that says no more. */
export function decideReplacement(
  deps: PaperActDeps,
  act: Act,
  order: ReplacementOrder,
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const { academy, session, enrolmentId, unit, outcome, words, seen: rank, by } = order;
    const found = await find(deps, tx, act, order);
    if (!found.ok) return found;
    const { absence, about, today, ground, undoes } = found.value;
    const signed = { of: about.enrolment, by, facts: foundOf(absence), reason: words, ground, undoes };
    const taken = await take(deps, tx, act, REPLACEMENT, signed);
    if (!taken.ok) return taken;
    const { author } = taken.value;
    const kept = await insertDecision(tx, taken.value, { academy, session }, { ...order, rank: rank + 1 });
    if (!kept) return refuse({ code: 'changed-meanwhile' });
    const said = { enrolmentId, unit, outcome, rank: rank + 1 };
    await deps.events.publish(tx, act, 'replacement.decided', subjectOf(about.enrolment), said);
    await admitToReplacement(deps, tx, act, about.enrolment, { unit, admitted: outcome === 'granted' });
    const { eventId } = await tellCandidate(deps, tx, act, about, {
      staffId: by,
      piece: null,
      words: texts.told(absence.title, outcome, words, decisionTexts.takenBy(author), remediesFrom(about, today)),
      author,
      answers: false,
      lotId: null,
    });
    if (outcome !== 'granted')
      await toldByMail(tx, taken.value, about.enrolment, {
        declared: REPLACEMENT,
        title: texts.ofAppeal(absence.title),
        eventId,
      });
    return ok(null);
  });
}
