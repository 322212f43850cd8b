import type { Accounts, SignedInStaff } from '../accounts/index.ts';
import type { ExamDeps } from '../exam/index.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Chrome } from '../ui/index.ts';

/** What the acts of this room work with. */
export type ExaminerActDeps = Pick<ExamDeps, 'db' | 'events' | 'catalogue'>;

/** What its pages work with. */
export type ExaminerDeps = ExamDeps & {
  readonly accounts: Pick<Accounts, 'inviteStaff'>;
  /** What stands around an examiner's own page. */
  readonly ownChrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
};
