import { type EnrolmentId, isRunning, onEnrolment, subjectOf } from '../../enrolment/index.ts';
import { listPieces } from '../../pieces/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { HearingActDeps } from '../deps.ts';
import { ANSWERS, HEARING_LIFE } from '../hearing.ts';
import type { Refusal } from '../refusals.ts';
import { answeredUntil } from '../rules/times.ts';
import { findHearing, insertAnswer, listAnswers } from '../store.ts';

export type AnswerOrder = {
  readonly id: EnrolmentId;
  readonly candidateId: string;
  readonly hearingId: string;
  readonly words: string;
};

/** Keeps what the candidate has to say, while it may be said. The same words sent twice are kept once. */
export function answerHearing(
  { db, events }: Pick<HearingActDeps, 'db' | 'events'>,
  act: Act,
  { id, candidateId, hearingId, words }: AnswerOrder,
): Promise<Result<null, Refusal>> {
  return onEnrolment<null, Refusal>(db, { id, candidateId }, async (tx, enrolment) => {
    const { number } = enrolment;
    const hearing = await findHearing(tx, id, hearingId);
    if (hearing === null || number === null) return refuse({ code: 'not-found' });
    const { begunAt } = await readMoment(tx, act);
    const until = answeredUntil(hearing, await listPieces(tx, id));
    const isOver = until !== null && Temporal.Instant.compare(begunAt, until) >= 0;
    if (!HEARING_LIFE.may('answer', hearing.outcome ?? 'open') || isOver || !isRunning(enrolment))
      return refuse({ code: 'closed' });
    const before = await listAnswers(tx, hearing.id);
    if (before.at(-1)?.words === words) return ok(null);
    if (before.length >= ANSWERS.each) return refuse({ code: 'too-many-answers' });
    await insertAnswer(tx, hearing, words);
    await events.publish(tx, act, 'hearing.answered', subjectOf(enrolment), {
      enrolmentId: id,
      number,
    });
    return ok(null);
  });
}
