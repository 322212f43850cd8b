import { decide as take } from '../../decisions/index.ts';
import { type EnrolmentId, subjectOf, whereOf } from '../../enrolment/index.ts';
import { post, readAbout, serviceInWords, valuesOf } from '../../papers/index.ts';
import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { addresses } from '../addresses.ts';
import { CASES, type CaseOutcome } from '../cases.ts';
import { answerInWords, waitingInWords } from '../caseTexts.ts';
import { CASE_ANSWER } from '../decisions.ts';
import type { PublicationActDeps } from '../deps.ts';
import { mailTexts } from '../mailTexts.ts';
import type { Refusal } from '../refusals.ts';
import { remediesOf, remedyOf } from '../remedies.ts';
import { timeOfCase } from '../rules/caseTime.ts';
import { countOwnCases, insertCase, lockCase, writeAnswer } from '../store/cases.ts';
import { findVisible } from '../store/results.ts';

/** A candidate asks to see scripts, to have an error corrected, or contests: acknowledged by mail, with what silence means and when. */
export function askAfter(
  deps: PublicationActDeps,
  act: Act,
  order: { readonly enrolmentId: EnrolmentId; readonly kind: string; readonly words: string },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const about = await readAbout(deps, tx, order.enrolmentId);
    const visible = await findVisible(tx, order.enrolmentId);
    const remedy = remediesOf(about.exam).find(({ code }) => code === order.kind);
    if (visible === null || remedy === undefined) return refuse({ code: 'nothing-to-contest' });
    if ((await countOwnCases(tx, order.enrolmentId)) >= CASES.each) return refuse({ code: 'too-many-cases' });
    const { academy, session } = about.enrolment;
    const { publicationId } = visible;
    const caseId = await insertCase(tx, { ...order, academy, session, publicationId });
    if (caseId === null) return refuse({ code: 'case-waits' });
    const asked = await lockCase(tx, academy, caseId);
    if (asked === null) throw new Error(`The request ${caseId} is gone`);
    const time = timeOfCase(asked, remedy, whereOf(about.academy, about.enrolment));
    const said = { enrolmentId: order.enrolmentId, caseId, kind: order.kind };
    const eventId = await deps.events.publish(tx, act, 'resultCase.opened', subjectOf(about.enrolment), said);
    const values = valuesOf(deps, about, addresses.own(order.enrolmentId));
    const told = mailTexts.asked({
      ...values,
      receivedAt: asked.receivedAt,
      service: serviceInWords(about),
      silence: waitingInWords(time),
    });
    await post(deps, tx, about, { eventId, template: 'resultCase.opened' }, told);
    return ok(null);
  });
}

/** The office's answer, once. A correction of the result itself is an addition of the jury, published under the next number. */
export function answerCase(
  deps: PublicationActDeps,
  act: Act,
  order: {
    readonly id: string | undefined;
    readonly academy: string;
    readonly by: string;
    readonly outcome: CaseOutcome;
    readonly answer: string;
  },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const found = await lockCase(tx, order.academy, order.id);
    if (found === null) return refuse({ code: 'not-found' });
    if (found.answeredAt !== null) return refuse({ code: 'case-answered' });
    const about = await readAbout(deps, tx, found.enrolmentId);
    const facts = [found.kind, found.receivedAt.toString()];
    const signed = {
      of: about.enrolment,
      by: order.by,
      facts,
      reason: order.answer,
      ground: CASE_ANSWER.law.join(', '),
    };
    const taken = await take(deps, tx, act, CASE_ANSWER, signed);
    if (!taken.ok) return taken;
    await writeAnswer(tx, taken.value, found.id, order);
    const said = { enrolmentId: found.enrolmentId, caseId: found.id, kind: found.kind };
    const eventId = await deps.events.publish(tx, act, 'resultCase.answered', subjectOf(about.enrolment), said);
    const values = valuesOf(deps, about, addresses.own(found.enrolmentId));
    const { author } = taken.value;
    const answered = await lockCase(tx, order.academy, order.id);
    const remedy = remedyOf(about.exam, found.kind);
    if (answered === null) throw new Error(`The request ${found.id} is gone`);
    const time = timeOfCase(answered, remedy, whereOf(about.academy, about.enrolment));
    const behind = answerInWords({ ...order, author }, time);
    await post(
      deps,
      tx,
      about,
      { eventId, template: 'resultCase.answered', author, behind },
      mailTexts.answered(values),
    );
    return ok(null);
  });
}
