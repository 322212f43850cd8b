import { FILE_READERS, type Role, type SignedInStaff } from '../accounts/index.ts';
import { type Guard, isDenial } from '../platform/http/visit.ts';
import type { ExamDeps } from './deps.ts';
import type { ExamDesk } from './exam.ts';

export type AtExam = { readonly staff: SignedInStaff; readonly desk: ExamDesk };

type GuardDeps = Pick<ExamDeps, 'guards' | 'desk'>;

/** Whoever reads files, each within their groups of specialities. */
export function atExam(deps: GuardDeps): Guard<AtExam> {
  return examOf(deps, FILE_READERS);
}

function examOf(deps: GuardDeps, roles: readonly Role[]): Guard<AtExam> {
  const staff = deps.guards.staff(...roles);
  return {
    name: `${staff.name}, the exam`,
    admit: async (visit) => {
      const admitted = await staff.admit(visit);
      return isDenial(admitted) ? admitted : { staff: admitted, desk: await deps.desk(visit, admitted) };
    },
  };
}
