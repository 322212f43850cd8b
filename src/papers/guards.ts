import { candidateOfEnrolment, type OwnEnrolment } from '../enrolment/index.ts';
import { type Guard, isDenial } from '../platform/http/visit.ts';
import type { PapersDeps } from './deps.ts';
import type { Paper } from './paper.ts';
import { findPaper, readPaperId } from './store.ts';

export type OwnPaper = OwnEnrolment & { readonly paper: Paper };

/** The candidate whose enrolment and paper stand in the address. Somebody else's doesn't exist for them. */
export function candidateOfPaper(deps: Pick<PapersDeps, 'db' | 'guards' | 'catalogue' | 'clock'>): Guard<OwnPaper> {
  const own = candidateOfEnrolment(deps);
  return {
    name: 'candidate of the paper',
    admit: async (visit) => {
      const granted = await own.admit(visit);
      if (isDenial(granted)) return granted;
      const id = readPaperId(visit.params.paper);
      const paper = id === null ? null : await findPaper(deps.db, null, granted.enrolment.id, id);
      return paper === null ? { denied: 'not-found' } : { ...granted, paper };
    },
  };
}
