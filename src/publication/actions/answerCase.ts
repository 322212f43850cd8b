import { type OnePerson, readKinship } from '../../accounts/index.ts';
import { type Decided, type DecisionAuthor, type DeclaredAct, decide as take } from '../../decisions/index.ts';
import { enrolmentAddresses, healthSubjectOf, subjectOf } from '../../enrolment/index.ts';
import { holdDecision } from '../../papers/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Database, Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { type About, post, readAbout, valuesOf } from '../../post/index.ts';
import { addresses } from '../addresses.ts';
import type { CaseOutcome, CaseReader } from '../cases.ts';
import { answerInWords } from '../caseTexts.ts';
import { CASE_ANSWER } from '../decisions.ts';
import type { PublicationActDeps } from '../deps.ts';
import { publicationMails } from '../mails.ts';
import type { Refusal } from '../refusals.ts';
import { lockCase, writeAnswer } from '../store/cases.ts';
import { type TimedCase, timedCases } from '../timedCases.ts';

export type AnswerOrder = {
  readonly id: string | undefined;
  readonly academy: string;
  readonly by: string;
  readonly reader: CaseReader;
  readonly outcome: CaseOutcome;
  readonly answer: string;
};

/** The act of who answers: what is about somebody's health stays with its own readers. */
export function answerOf(reader: CaseReader): DeclaredAct {
  return { ...CASE_ANSWER, readers: reader };
}

/**
 * The answer, once. Accepted, it gives back what its room gives back by it (`Effect`); otherwise it undoes nothing: a result is corrected by
 * an addition of the jury, a decision by what its declaration names. A decision of two people is contested before a third.
 */
export function answerCase(deps: PublicationActDeps, act: Act, order: AnswerOrder): Promise<Result<null, Refusal>> {
  const { academy, by, reader } = order;
  return transact<null, Refusal>(deps.db, async (tx) => {
    const found = await lockCase(tx, academy, order.id, reader);
    if (found === null) return refuse({ code: 'not-found' });
    if (found.answeredAt !== null) return refuse({ code: 'case-answered' });
    const { now } = await readMoment(tx, act);
    const [before] = await timedCases(deps, tx, [found], now);
    const contested = before?.contested ?? null;
    const barred = (await whyNotAnswering(deps, tx, [contested], by))(contested);
    if (barred !== null) return refuse({ code: 'own-decision', why: barred });
    const about = await readAbout(deps, tx, found.enrolmentId);
    const taken = await take(deps, tx, act, answerOf(reader), {
      of: about.enrolment,
      by,
      facts: [found.kind, found.receivedAt.toString()],
      reason: order.answer,
      ground: CASE_ANSWER.law.join(', '),
    });
    if (!taken.ok) return taken;
    await writeAnswer(tx, taken.value, found.id, order);
    if (contested !== null && order.outcome === 'granted')
      await holdDecision(deps, tx, act, contested, { decided: taken.value, by });
    const answered = await lockCase(tx, academy, order.id, reader);
    const [timed] = answered === null ? [] : await timedCases(deps, tx, [answered], now);
    if (timed === undefined) throw new Error(`The request ${found.id} is gone`);
    await tell(deps, tx, act, about, timed, taken.value, order);
    return ok(null);
  });
}

/**
 * A decision of two people is contested before somebody else: the page says so beforehand, and the act asks. Who came by whom is read once for
 * all of these, or not at all.
 */
export async function whyNotAnswering(
  { catalogue }: Pick<PublicationActDeps, 'catalogue'>,
  db: Database,
  all: readonly TimedCase['contested'][],
  by: string,
): Promise<(contested: TimedCase['contested']) => OnePerson | null> {
  if (!all.some(isBarring)) return () => null;
  const kinship = await readKinship(db, catalogue().installation().secondPersonDays);
  return (contested) => (isBarring(contested) ? kinship(by, [contested.authorId]) : null);
}

function isBarring(contested: TimedCase['contested']): contested is NonNullable<TimedCase['contested']> {
  return contested?.ofTwo === true && contested.authorId !== null;
}

async function tell(
  deps: PublicationActDeps,
  tx: Tx,
  act: Act,
  about: About,
  { id: caseId, enrolmentId, kind, contested, time }: TimedCase,
  { author, takenAt }: Decided,
  order: Pick<AnswerOrder, 'outcome' | 'answer'>,
): Promise<void> {
  const said = { ...order, author, on: parisDay(takenAt), contested, court: about.academy.legal.court };
  const behind = answerInWords(said, time);
  const by: { readonly author: DecisionAuthor; readonly behind: string } = { author, behind };
  const { enrolment } = about;
  if (contested === null) {
    const told = { enrolmentId, caseId, kind };
    const eventId = await deps.events.publish(tx, act, 'resultCase.answered', subjectOf(enrolment), told);
    const mail = publicationMails.answered.write(valuesOf(deps, about, addresses.own(enrolmentId)));
    return post(deps, tx, about, { eventId, ...by }, mail);
  }
  const { confidential, id: decisionId } = contested;
  const subject = confidential ? healthSubjectOf(enrolment) : subjectOf(enrolment);
  const eventId = await deps.events.publish(tx, act, 'appeal.answered', subject, { enrolmentId, caseId, decisionId });
  if (confidential) {
    const values = valuesOf(deps, about, enrolmentAddresses.hub(enrolmentId));
    return post(deps, tx, about, { eventId, ...by }, publicationMails.unsaidAnswered.write(values));
  }
  const values = valuesOf(deps, about, addresses.contest(enrolmentId, decisionId));
  return post(deps, tx, about, { eventId, ...by }, publicationMails.appealAnswered.write(values));
}
