import { type CivilStatus, civilStatusFields, type SignedInCandidate } from '../accounts/index.ts';
import type { Reply, Visit } from '../platform/http/visit.ts';
import { type Line, linesOf, show } from '../ui/index.ts';
import type { EnrolmentDeps } from './deps.ts';
import { type Dossier, dossierOf } from './dossier.ts';
import type { OwnEnrolment } from './guards.ts';
import { RefusedPage } from './pages/refusedPage.tsx';
import type { OpenedForWriting } from './pen.ts';
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

/** The same for whoever holds the pen. */
export function writtenDossier(
  deps: Pick<EnrolmentDeps, 'catalogue' | 'clock'>,
  { person, enrolment, pen }: OpenedForWriting,
  which: 'working' | 'registered' = 'working',
): Dossier {
  const dossier = dossierOf(enrolment, { catalogue: deps.catalogue(), now: deps.clock.now(), person }, which);
  return pen.by === 'office' ? { ...dossier, typedBy: 'office' } : dossier;
}

export function civilStatusLines(person: CivilStatus): readonly Line[] {
  return linesOf(civilStatusFields, person);
}

/** The page of an act that can't be done, around which stands what stands around the writer's pages. */
export async function refuseWriting(
  visit: Visit,
  { pen }: { readonly pen: Pick<OpenedForWriting['pen'], 'chrome' | 'inWords' | 'by'> },
  refusal: Refusal,
  back: string,
): Promise<Reply> {
  return show(
    <RefusedPage
      chrome={await pen.chrome(visit, null)}
      refusal={refusal}
      words={pen.inWords(refusal)}
      back={back}
      by={pen.by}
    />,
    refusals.status(refusal),
  );
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
