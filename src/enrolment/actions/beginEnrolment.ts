import { lawOf } from '../../catalogue/index.ts';
import { readMoment } from '../../platform/clock.ts';
import { type Tx, violatedConstraint } from '../../platform/database/database.ts';
import { transact } from '../../platform/database/transact.ts';
import { type Act, record } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import type { ActDeps } from '../deps.ts';
import { type Answers, type EnrolmentId, leftAnswers } from '../enrolment.ts';
import { subjectOf } from '../events.ts';
import type { Refusal } from '../refusals.ts';
import { outsideWindow } from '../rules/window.ts';
import { insertDraft } from '../store/changes.ts';
import { isEnrolledElsewhere } from '../store/samePersons.ts';
import { findLiving, lockEnrolment } from '../store.ts';

/** By their codes. */
type Known = { readonly category?: string | null; readonly speciality?: string };

/**
 * From a paper form, or from a list, by an officer, whose entry says until when: a draft, or the one that this person had begun.
 * `known`: what is known before anybody asks; it stands in a new draft as something typed that nobody has read yet.
 */
export async function beginOnPaper(
  deps: Pick<ActDeps, 'catalogue'>,
  tx: Tx,
  act: Act,
  candidateId: string,
  sessionCode: string,
  known: Known = {},
): Promise<Result<EnrolmentId, Refusal>> {
  const session = deps.catalogue().session(sessionCode);
  const exam = session === undefined ? undefined : deps.catalogue().exam(session.exam);
  if (session === undefined || exam === undefined) return refuse({ code: 'not-found' });
  const { academy, code } = session;
  const living = await findLiving(tx, academy, code, exam.code, candidateId);
  if (living !== null) {
    const enrolment = await lockEnrolment(tx, living);
    return enrolment?.number === null ? ok(living) : refuse({ code: 'already-enrolled' });
  }
  if (await isEnrolledElsewhere(tx, { academy, session: code, candidateId }))
    return refuse({ code: 'enrolled-elsewhere', law: lawOf(exam, 'oneEnrolment') });
  const id = await insertDraft(tx, { academy, session: code, exam: exam.code, candidateId }, answersKnown(known));
  const begun = { ...act, onBehalfOf: candidateId };
  await record(tx, begun, 'draft.begun', subjectOf({ id, academy, session: code }), { enrolmentId: id });
  return ok(id);
}

function answersKnown({ category, speciality }: Known): Answers {
  const [informations, qualification] = [
    leftAnswers({ category: category ?? '' }),
    leftAnswers({ speciality: speciality ?? '' }),
  ];
  return { ...(informations === null ? {} : { informations }), ...(qualification === null ? {} : { qualification }) };
}

/** Opens a draft; if this person already has a living enrolment there, gives that one: two clicks are one enrolment. */
export async function beginEnrolment(
  deps: ActDeps,
  act: Act,
  candidateId: string,
  sessionCode: string,
): Promise<Result<EnrolmentId, Refusal>> {
  const session = deps.catalogue().session(sessionCode);
  const exam = session === undefined ? undefined : deps.catalogue().exam(session.exam);
  if (session === undefined || exam === undefined) return refuse({ code: 'not-found' });
  const key = [session.academy, session.code, session.exam, candidateId] as const;
  const living = await findLiving(deps.db, ...key);
  if (living !== null) return ok(living);
  if (await isEnrolledElsewhere(deps.db, { academy: session.academy, session: session.code, candidateId }))
    return refuse({ code: 'enrolled-elsewhere', law: lawOf(exam, 'oneEnrolment') });
  try {
    return await transact<EnrolmentId, Refusal>(deps.db, async (tx) => {
      const refusal = outsideWindow(session.window, await readMoment(tx, act));
      if (refusal !== null) return refuse(refusal);
      const id = await insertDraft(tx, {
        academy: session.academy,
        session: session.code,
        exam: session.exam,
        candidateId,
      });
      await record(tx, act, 'draft.begun', subjectOf({ id, academy: session.academy, session: session.code }), {
        enrolmentId: id,
      });
      return ok(id);
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'enrolment_one_living') throw error;
    const twin = await findLiving(deps.db, ...key);
    return twin === null ? refuse({ code: 'already-enrolled' }) : ok(twin);
  }
}
