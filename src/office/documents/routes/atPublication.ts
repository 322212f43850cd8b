import { findPublication, type Publication } from '../../../papers/index.ts';
import { type Guard, isDenial } from '../../../platform/http/visit.ts';
import type { OfficeDeps } from '../../deps.ts';
import type { AtDesk } from '../../office.ts';

export type AtPublication = AtDesk & { readonly publication: Publication };

/** The document in the address (`:id`): one's own; of who runs the office, any that was published in the academy. */
export function theirPublication(deps: OfficeDeps, desk: Guard<AtDesk>): Guard<AtPublication> {
  return {
    name: `${desk.name}, their document`,
    admit: async (visit) => {
      const at = await desk.admit(visit);
      if (isDenial(at)) return at;
      const publication = await findPublication(deps.db, at.scope.academy, visit.params.id);
      if (publication === null) return { denied: 'not-found' };
      const isTheirs =
        publication.officerId === at.staff.accountId || (at.staff.role === 'head' && publication.orderedAt !== null);
      return isTheirs ? { ...at, publication } : { denied: 'not-found' };
    },
  };
}
