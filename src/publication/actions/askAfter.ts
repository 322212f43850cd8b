import { decide as take } from '../../decisions/index.ts';
import { type EnrolmentId, subjectOf, whereOf } from '../../enrolment/index.ts';
import { type About, type PaperActDeps, post, readAbout, serviceInWords, valuesOf } from '../../papers/index.ts';
import { readMoment } from '../../platform/clock.ts';
import type { Tx } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { onceAccepted } from '../../platform/http/once.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { parisDay } from '../../platform/time.ts';
import { addresses } from '../addresses.ts';
import { CASES, type CaseOutcome } from '../cases.ts';
import { answerInWords, receivedInWords, waitingInWords } from '../caseTexts.ts';
import { CASE_ANSWER } from '../decisions.ts';
import type { PublicationActDeps } from '../deps.ts';
import { mailTexts } from '../mailTexts.ts';
import type { Refusal } from '../refusals.ts';
import { remediesOf, remedyOf } from '../remedies.ts';
import { whyNotCome } from '../rules/byPost.ts';
import { timeOfCase } from '../rules/caseTime.ts';
import { type CaseByPost, countOwnCases, insertCase, lockCase, writeAnswer } from '../store/cases.ts';
import { findVisible } from '../store/results.ts';

export type Asking = { readonly enrolmentId: EnrolmentId; readonly kind: string; readonly words: string };

/** A candidate asks to see scripts, to have an error corrected, or contests: acknowledged by mail, with what silence means and when. */
export function askAfter(deps: PaperActDeps, act: Act, order: Asking): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const about = await readAbout(deps, tx, order.enrolmentId);
    return open(deps, tx, act, about, { ...order, byPost: null });
  });
}

export type TypedLetter = Asking & {
  readonly academy: string;
  readonly postedOn: Temporal.PlainDate | null;
  readonly receivedOn: Temporal.PlainDate;
  readonly officerId: string;
  readonly key: string | null;
};

/** The same asked by letter, which an officer types: in time by its postmark, answered from the day when it arrived. Two clicks are one. */
export function typeRequest(
  deps: PaperActDeps,
  act: Act,
  { academy, key, officerId, postedOn, receivedOn, ...asking }: TypedLetter,
): Promise<Result<null, Refusal>> {
  const fingerprint = `letter on a result ${asking.enrolmentId} ${asking.kind}`;
  return transact<null, Refusal>(deps.db, (tx) =>
    onceAccepted<null, Refusal>(tx, key, officerId, fingerprint, async () => {
      const about = await readAbout(deps, tx, asking.enrolmentId);
      if (about.enrolment.academy !== academy) return refuse({ code: 'not-found' });
      const visible = await findVisible(tx, asking.enrolmentId);
      if (visible === null) return refuse({ code: 'nothing-to-contest' });
      const today = parisDay((await readMoment(tx, act)).now);
      const days = { today, announcedOn: parisDay(visible.announcedAt) };
      const fault = whyNotCome({ postedOn, receivedOn }, days);
      if (fault !== null) return refuse({ code: fault, ...days });
      const byPost = { postedOn, receivedOn, typedBy: officerId };
      const theirs = { ...act, onBehalfOf: about.candidate.accountId };
      return open(deps, tx, theirs, about, { ...asking, byPost });
    }),
  );
}

async function open(
  deps: PaperActDeps,
  tx: Tx,
  act: Act,
  about: About,
  order: Asking & { readonly byPost: CaseByPost | null },
): Promise<Result<null, Refusal>> {
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
  const told = mailTexts.asked({
    ...valuesOf(deps, about, addresses.own(order.enrolmentId)),
    received: receivedInWords(asked),
    service: serviceInWords(about),
    silence: waitingInWords(time),
  });
  await post(deps, tx, about, { eventId, template: 'resultCase.opened' }, told);
  return ok(null);
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
