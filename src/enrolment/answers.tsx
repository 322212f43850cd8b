import { civilStatusFields, type SignedInCandidate } from '../accounts/index.ts';
import type { Reply, Visit } from '../platform/http/visit.ts';
import { type Line, linesOf, show } from '../ui/index.ts';
import type { EnrolmentDeps } from './deps.ts';
import { type Dossier, dossierOf } from './dossier.ts';
import type { OwnEnrolment } from './guards.ts';
import { RefusedPage } from './pages/refusedPage.tsx';
import { type Refusal, refusals } from './refusals.ts';

export function ownDossier(
  deps: EnrolmentDeps,
  { candidate, enrolment }: OwnEnrolment,
  which: 'working' | 'registered' = 'working',
): Dossier {
  return dossierOf(
    enrolment,
    { catalogue: deps.catalogue(), now: deps.clock.now(), person: candidate.candidate },
    which,
  );
}

export function civilStatusLines(candidate: SignedInCandidate): readonly Line[] {
  return linesOf(civilStatusFields, candidate.candidate);
}

export async function refuse(
  deps: EnrolmentDeps,
  visit: Visit,
  candidate: SignedInCandidate,
  refusal: Refusal,
  back: string,
): Promise<Reply> {
  return show(
    <RefusedPage chrome={await deps.chrome(visit, candidate, null)} refusal={refusal} back={back} />,
    refusals.status(refusal),
  );
}
