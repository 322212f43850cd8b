import { dossierOf, type OwnEnrolment, reviewAnswers, type StepName } from '../enrolment/index.ts';
import type { Reply, Visit } from '../platform/http/visit.ts';
import { show } from '../ui/index.ts';
import type { PapersDeps } from './deps.ts';
import { NothingYetPage } from './pages/nothingYetPage.tsx';

/** What the pages of papers say until there is one. */
export async function showNothingYet(deps: PapersDeps, visit: Visit, own: OwnEnrolment): Promise<Reply> {
  const { candidate, enrolment } = own;
  const chrome = await deps.chrome(visit, candidate, enrolment);
  const next = enrolment.status === 'abandoned' ? null : nextStep(deps, own);
  return show(<NothingYetPage chrome={chrome} enrolmentId={enrolment.id} next={next} />);
}

export function nextStep(deps: PapersDeps, { candidate, enrolment }: OwnEnrolment): StepName {
  const circumstances = { catalogue: deps.catalogue(), now: deps.clock.now(), person: candidate.candidate };
  return reviewAnswers(dossierOf(enrolment, circumstances)).next;
}
