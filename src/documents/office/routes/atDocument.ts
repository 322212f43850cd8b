import type { DocumentDeskDeps } from '../../../papers/index.ts';
import { type Guard, reaching } from '../../../platform/http/visit.ts';
import type { AtDesk } from '../../../scope/index.ts';
import type { OfficeDocument } from '../../document.ts';
import { findDocument } from '../../store/documents.ts';

export type AtDocument = AtDesk & { readonly document: OfficeDocument };

/** The document in the address (`:id`): one's own; of who runs the office, any that was published in the academy. */
export function theirDocument(deps: DocumentDeskDeps, desk: Guard<AtDesk>): Guard<AtDocument> {
  return reaching(desk, 'their document', async (at, visit) => {
    const document = await findDocument(deps.db, at.scope.academy, visit.params.id);
    if (document === null) return null;
    const isTheirs =
      document.officerId === at.staff.accountId || (at.staff.role === 'head' && document.orderedAt !== null);
    return isTheirs ? { ...at, document } : null;
  });
}
