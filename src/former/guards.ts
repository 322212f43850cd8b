import type { SignedInStaff } from '../accounts/index.ts';
import { readEnrolmentId } from '../enrolment/index.ts';
import { type Guard, reaching } from '../platform/http/visit.ts';
import type { FormerDeps } from './deps.ts';
import { type AskedFile, findFile } from './store/claims.ts';

export type AtFile = { readonly staff: SignedInStaff; readonly file: AskedFile };

/** Who brings in files. */
export function headOfFormer({ guards }: Pick<FormerDeps, 'guards'>): Guard<SignedInStaff> {
  return guards.staff('head');
}

/** Who says whose results they are. */
export function officerOfFormer({ guards }: Pick<FormerDeps, 'guards'>): Guard<SignedInStaff> {
  return guards.staff('officer', 'head');
}

/** Groups of files that somebody may answer for; null: all of the academy. */
export function portfoliosOf({ role, portfolios }: SignedInStaff): readonly string[] | null {
  return role === 'head' ? null : portfolios;
}

/** The enrolment in the address (`:id`): of their academy and groups. One that isn't registered is of no group yet. */
export function officerOfFile(deps: Pick<FormerDeps, 'guards' | 'db'>): Guard<AtFile> {
  const who = officerOfFormer(deps);
  return reaching(who, 'a file', async (staff, visit) => {
    const id = readEnrolmentId(visit.params.id);
    const file = id === null ? null : await findFile(deps.db, staff.academy, id);
    if (file === null) return null;
    const groups = portfoliosOf(staff);
    const theirs = groups === null || file.portfolio === null || groups.includes(file.portfolio);
    return theirs ? { staff, file } : null;
  });
}
