import { transact } from '../../platform/database/transact.ts';
import type { Act } from '../../platform/journal.ts';
import { ok, type Result, refuse } from '../../platform/result.ts';
import { isUuid } from '../../platform/uuid.ts';
import type { ExaminerActDeps } from '../deps.ts';
import { examinerSubject } from '../events.ts';
import type { ExaminerId, Link } from '../examiners.ts';
import type { Refusal } from '../refusals.ts';
import { endLink, insertLink, numberedEnrolment } from '../store/links.ts';

type Order = { readonly academy: string; readonly person: ExaminerId; readonly words: string; readonly by: string };

/** The office knows of a link that nobody declared: it bars somebody from now on, and says who told it. */
export function sayLink(
  deps: ExaminerActDeps,
  act: Act,
  { academy, number, kind, ...order }: Order & { readonly number: string; readonly kind: Link },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    const enrolment = await numberedEnrolment(tx, academy, number);
    if (enrolment === null) return refuse({ code: 'number-unknown' });
    await insertLink(tx, academy, { ...order, enrolment, kind });
    const said = { examinerId: order.person, enrolmentId: enrolment };
    await deps.events.publish(tx, act, 'board.linkDeclared', examinerSubject(academy, order.person), said);
    return ok(null);
  });
}

/** Takes a link back, with why: they may examine that candidate again. */
export function takeLinkBack(
  deps: ExaminerActDeps,
  act: Act,
  { academy, enrolment, ...order }: Order & { readonly enrolment: string },
): Promise<Result<null, Refusal>> {
  return transact<null, Refusal>(deps.db, async (tx) => {
    if (!isUuid(enrolment) || !(await endLink(tx, { ...order, enrolment }))) return refuse({ code: 'link-gone' });
    const { person, words: reason } = order;
    const said = { examinerId: person, enrolmentId: enrolment, reason };
    await deps.events.publish(tx, act, 'examiner.linkTakenBack', examinerSubject(academy, person), said);
    return ok(null);
  });
}
