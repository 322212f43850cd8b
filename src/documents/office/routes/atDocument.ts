import type { DocumentDeskDeps } from '../../../papers/index.ts';
import { type Guard, reaching } from '../../../platform/http/visit.ts';
import type { AtDesk } from '../../../scope/index.ts';
import type { Publication } from '../../document.ts';
import { findPublication } from '../../store/documents.ts';

export type AtPublication = AtDesk & { readonly publication: Publication };

/** The document in the address (`:id`): one's own; of who runs the office, any that was published in the academy. */
export function theirPublication(deps: DocumentDeskDeps, desk: Guard<AtDesk>): Guard<AtPublication> {
  return reaching(desk, 'their document', async (at, visit) => {
    const publication = await findPublication(deps.db, at.scope.academy, visit.params.id);
    if (publication === null) return null;
    const isTheirs =
      publication.officerId === at.staff.accountId || (at.staff.role === 'head' && publication.orderedAt !== null);
    return isTheirs ? { ...at, publication } : null;
  });
}
