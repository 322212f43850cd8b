import type { SignedInStaff } from '../accounts/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import { readScope, sessionAsked, sessionOptions } from '../scope/index.ts';
import type { ExamDeps } from './deps.ts';
import type { ExamDesk } from './exam.ts';

export type ExamDeskDeps = Pick<ExamDeps, 'db' | 'catalogue' | 'clock'>;

/** What somebody may see of an exam: as of the files, and by default that of the session that closed last. */
export async function examDesk(
  { db, catalogue: current, clock }: ExamDeskDeps,
  visit: Visit,
  staff: SignedInStaff,
): Promise<ExamDesk> {
  const catalogue = current();
  const { scope } = await readScope(db, catalogue, staff);
  return {
    scope: { academy: scope.academy, portfolios: scope.portfolios },
    sessions: sessionOptions(catalogue, scope),
    session: sessionAsked(catalogue, scope, visit.query.session, clock.now(), 'closed'),
  };
}
