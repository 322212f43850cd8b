import type { Candidate } from '../accounts/index.ts';
import type { Academy, Catalogue, Exam, Portfolio, ResolvedSession, Speciality } from '../catalogue/index.ts';
import { type Enrolment, lockEnrolment, readEnrolmentId } from '../enrolment/index.ts';
import type { Tx } from '../platform/database/database.ts';
import type { PostDeps } from './deps.ts';

/** Whom the office writes to, about which enrolment. Needs the registered answers only for the speciality. */
export type About = {
  readonly enrolment: Enrolment;
  readonly number: string;
  readonly candidate: Candidate;
  readonly academy: Academy;
  readonly session: ResolvedSession;
  readonly exam: Exam;
  readonly speciality: Speciality;
  readonly portfolio: Portfolio;
};

/** A registered enrolment and its candidate, in the transaction of what happened to it. */
export async function readAbout(
  deps: Pick<PostDeps, 'catalogue' | 'findCandidate'>,
  tx: Tx,
  enrolmentId: string,
): Promise<About> {
  const id = readEnrolmentId(enrolmentId);
  const enrolment = id === null ? null : await lockEnrolment(tx, id);
  const candidate = enrolment === null ? null : await deps.findCandidate(tx, enrolment.candidateId);
  if (enrolment === null || candidate === null) throw new Error(`Nobody to write to about ${enrolmentId}`);
  return aboutOf(deps.catalogue(), enrolment, candidate);
}

export function aboutOf(catalogue: Catalogue, enrolment: Enrolment, candidate: Candidate): About {
  const { number, registered } = enrolment;
  const chosen = registered?.qualification?.speciality;
  const speciality = typeof chosen === 'string' ? catalogue.speciality(chosen) : undefined;
  const session = catalogue.session(enrolment.session);
  const academy = catalogue.academy(enrolment.academy);
  const exam = session === undefined ? undefined : catalogue.exam(session.exam);
  const portfolio = speciality === undefined ? undefined : catalogue.portfolioOf(speciality, enrolment.academy);
  if (number === null) throw new Error(`The enrolment ${enrolment.id} isn't registered`);
  if (!session || !academy || !exam || !speciality || !portfolio)
    throw new Error(`The rule pack no longer knows ${enrolment.session} or ${String(chosen)}`);
  return { enrolment, number, candidate, academy, session, exam, speciality, portfolio };
}
