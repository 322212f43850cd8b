import type { Accounts, SignedInStaff } from '../accounts/index.ts';
import type { ExamDeps, ExamPlace } from '../exam/index.ts';
import type { Database } from '../platform/database/database.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Outbox } from '../platform/mail/outbox.ts';
import type { Chrome } from '../ui/index.ts';
import type { JuryPresence } from './actions/onJury.ts';

/** What the acts of this room work with. */
export type ExaminerActDeps = Pick<ExamDeps, 'db' | 'events' | 'catalogue'>;

/** What its people are told with, and let in. */
export type ConveneDeps = ExaminerActDeps &
  Pick<ExamDeps, 'jobs'> & {
    readonly outbox: Outbox;
    readonly publicUrl: URL;
    readonly accounts: Pick<Accounts, 'examinerAccount' | 'inviteStaff'>;
  };

/** What its pages work with. */
export type ExaminerDeps = ExamDeps &
  ConveneDeps & {
    /** What stands around an examiner's own page, and around one of who keeps a centre. */
    readonly ownChrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
    readonly centreChrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
    readonly juryPresences: (db: Database, place: ExamPlace) => Promise<readonly JuryPresence[]>;
  };
