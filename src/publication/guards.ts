import type { SignedInStaff } from '../accounts/index.ts';
import { type Guard, reaching } from '../platform/http/visit.ts';
import type { PublicationDeps } from './deps.ts';
import type { ResultPublication } from './publication.ts';
import { findPublication } from './store/publications.ts';

export type AtPublication = { readonly staff: SignedInStaff; readonly publication: ResultPublication };

export function headOfResults({ guards }: Pick<PublicationDeps, 'guards'>): Guard<SignedInStaff> {
  return guards.staff('head');
}

/** The publication in the address (`:id`), of their academy. */
export function headOfPublication(deps: Pick<PublicationDeps, 'guards' | 'db'>): Guard<AtPublication> {
  const who = headOfResults(deps);
  return reaching(who, 'a publication', async (staff, visit) => {
    const publication = await findPublication(deps.db, staff.academy, visit.params.id);
    return publication === null ? null : { staff, publication };
  });
}
