import type { SignedInStaff } from '../accounts/index.ts';
import { asExaminer, type ExaminerId } from '../examiners/index.ts';
import { type Guard, reaching } from '../platform/http/visit.ts';
import type { MarkingDeps } from './deps.ts';

/** Somebody who examines, at their own door; without an examiner of that account they have no board. */
export type AtDoor = { readonly staff: SignedInStaff; readonly examinerId: ExaminerId | null };

export function atDoor(deps: Pick<MarkingDeps, 'guards' | 'db'>): Guard<AtDoor> {
  return reaching(asExaminer(deps), 'their sheets', async ({ staff, person }) => ({
    staff,
    examinerId: person?.id ?? null,
  }));
}
