import type { Role, SignedInStaff } from '../accounts/index.ts';
import { type Guard, reaching } from '../platform/http/visit.ts';
import type { AccommodationDeps } from './deps.ts';
import type { ListedRequest } from './request.ts';
import { findFile } from './store/list.ts';

/** Who decides on accommodations, and nobody else: neither officers, nor heads of office, nor administrators. */
const SERVICE = ['accommodation'] as const satisfies readonly Role[];

export type AtFile = { readonly staff: SignedInStaff; readonly file: ListedRequest };

export function serviceGuard({ guards }: Pick<AccommodationDeps, 'guards'>): Guard<SignedInStaff> {
  return guards.staff(...SERVICE);
}

/** The enrolment in the address (`:id`), if its candidate sent a request or said something of their health, in that academy. */
export function fileOfService(deps: Pick<AccommodationDeps, 'guards' | 'db'>): Guard<AtFile> {
  const service = serviceGuard(deps);
  return reaching(service, 'a declaration', async (staff, visit) => {
    const file = await findFile(deps.db, staff.academy, visit.params.id);
    return file === null ? null : { staff, file };
  });
}
