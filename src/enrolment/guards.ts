import { actBy, type SignedInCandidate } from '../accounts/index.ts';
import { momentOnPage } from '../platform/clock.ts';
import { type Guard, isDenial } from '../platform/http/visit.ts';
import { addresses } from './addresses.ts';
import type { EnrolmentDeps } from './deps.ts';
import type { Enrolment } from './enrolment.ts';
import type { OpenedForWriting, Pen } from './pen.ts';
import { refusals } from './refusals.ts';
import { asItStands } from './rules/changes.ts';
import { findOwnEnrolment, readEnrolmentId } from './store.ts';

export type OwnEnrolment = { readonly candidate: SignedInCandidate; readonly enrolment: Enrolment };

/** The candidate whose enrolment stands in the address (`:id`). Somebody else's doesn't exist for them. */
export function candidateOfEnrolment(
  deps: Pick<EnrolmentDeps, 'db' | 'guards' | 'catalogue' | 'clock'>,
): Guard<OwnEnrolment> {
  return {
    name: 'candidate of the enrolment',
    admit: async (visit) => {
      const candidate = await deps.guards.candidate.admit(visit);
      if (isDenial(candidate)) return candidate;
      const id = readEnrolmentId(visit.params.id);
      const enrolment = id === null ? null : await findOwnEnrolment(deps.db, id, candidate.accountId);
      if (enrolment === null) return { denied: 'not-found' };
      const session = deps.catalogue().session(enrolment.session);
      if (session === undefined) return { candidate, enrolment };
      return { candidate, enrolment: asItStands(enrolment, session.window, momentOnPage(deps, visit).begunAt) };
    },
  };
}

/** The same, holding the pen themselves. */
export function writtenByCandidate(deps: EnrolmentDeps): Guard<OpenedForWriting> {
  const own = candidateOfEnrolment(deps);
  return {
    name: own.name,
    admit: async (visit) => {
      const admitted = await own.admit(visit);
      if (isDenial(admitted)) return admitted;
      const { candidate, enrolment } = admitted;
      return { person: candidate.candidate, enrolment, pen: ownPen(deps, candidate) };
    },
  };
}

function ownPen(deps: EnrolmentDeps, candidate: SignedInCandidate): Pen {
  return {
    by: 'candidate',
    act: (visit) => actBy(visit, candidate),
    addresses,
    chrome: (visit, enrolment) => deps.chrome(visit, candidate, enrolment),
    window: ({ window }) => window,
    inWords: refusals.inWords,
    done: (id, message) => `${addresses.hub(id)}?message=${message}`,
    entry: null,
    lastEntry: null,
    inNameOf: '',
    mayFollow: () => true,
    refuseSpeciality: () => null,
  };
}
