import { FILE_READERS, type Role, type SignedInStaff } from '../accounts/index.ts';
import type { ResolvedSession } from '../catalogue/index.ts';
import { type Guard, isDenial, reaching } from '../platform/http/visit.ts';
import type { ExamDeps } from './deps.ts';
import type { ExamDesk, ExamPlace } from './exam.ts';
import { type ExamDeskDeps, examDesk } from './examDesk.ts';

export type AtExam = { readonly staff: SignedInStaff; readonly desk: ExamDesk };
/** At the exam of a session that is there. */
export type AtSession = AtExam & { readonly session: ResolvedSession; readonly place: ExamPlace };

type GuardDeps = ExamDeskDeps & Pick<ExamDeps, 'guards'>;

/** Whoever reads files, each within their groups of specialities. */
export function atExam(deps: GuardDeps): Guard<AtExam> {
  return examOf(deps, FILE_READERS);
}

/** Who runs the office, and so prepares the exam. */
export function headAtExam(deps: GuardDeps): Guard<AtExam> {
  return examOf(deps, ['head']);
}

/** The same, where the academy has a session: without one there is nothing to write. */
export function inSession(who: Guard<AtExam>): Guard<AtSession> {
  return reaching(who, 'a session', async (at) => {
    const { session, scope } = at.desk;
    return session === null ? null : { ...at, session, place: { academy: scope.academy, session: session.code } };
  });
}

function examOf(deps: GuardDeps, roles: readonly Role[]): Guard<AtExam> {
  const staff = deps.guards.staff(...roles);
  return {
    name: `${staff.name}, the exam`,
    admit: async (visit) => {
      const admitted = await staff.admit(visit);
      return isDenial(admitted) ? admitted : { staff: admitted, desk: await examDesk(deps, visit, admitted) };
    },
  };
}
