import type { SignedInCandidate } from '../accounts/index.ts';
import { type Guard, isDenial } from '../platform/http/visit.ts';
import type { EnrolmentDeps } from './deps.ts';
import type { Enrolment } from './enrolment.ts';
import { findOwnEnrolment, readEnrolmentId } from './store.ts';

export type OwnEnrolment = { readonly candidate: SignedInCandidate; readonly enrolment: Enrolment };

/** The candidate whose enrolment stands in the address (`:id`). Somebody else's doesn't exist for them. */
export function candidateOfEnrolment(deps: Pick<EnrolmentDeps, 'db' | 'guards'>): Guard<OwnEnrolment> {
  return {
    name: 'candidate of the enrolment',
    admit: async (visit) => {
      const candidate = await deps.guards.candidate.admit(visit);
      if (isDenial(candidate)) return candidate;
      const id = readEnrolmentId(visit.params.id);
      const enrolment = id === null ? null : await findOwnEnrolment(deps.db, id, candidate.accountId);
      return enrolment === null ? { denied: 'not-found' } : { candidate, enrolment };
    },
  };
}
