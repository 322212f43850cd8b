import type { Accounts, Guards, SignedInCandidate, SignedInStaff } from '../accounts/index.ts';
import type { AcademySession } from '../catalogue/index.ts';
import type { Enrolment, EnrolmentId } from '../enrolment/index.ts';
import type { JuryVerdict } from '../jury/index.ts';
import type { PaperActDeps, SettleDeps } from '../papers/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Inspector } from '../platform/documents/inspector.ts';
import type { FileStore } from '../platform/files.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { Chrome, Link } from '../ui/index.ts';

/** What the acts of this room work with. */
export type PublicationActDeps = SettleDeps & {
  readonly accounts: Pick<Accounts, 'listStaff'>;
  /** Of closed records, the last word on each candidate. */
  readonly verdicts: (
    db: Database,
    place: AcademySession,
    enrolments: readonly EnrolmentId[] | null,
  ) => Promise<readonly JuryVerdict[]>;
};

export type TellingDeps = PaperActDeps & { readonly jobs: Pick<Jobs, 'enqueue' | 'handle' | 'everyMinute'> };

/** What a letter is typed with, and the scan of it kept. */
export type PostedDeps = PaperActDeps & {
  readonly files: FileStore;
  readonly inspector: Pick<Inspector, 'inspect' | 'join' | 'isFree'>;
  /** Is there an antivirus? Then nothing opens before it has found it clean. */
  readonly scans: boolean;
};

/** What scripts are kept with, and shown. */
export type ScriptDeps = Pick<PostedDeps, 'db' | 'events' | 'catalogue' | 'jobs' | 'files' | 'inspector' | 'scans'> & {
  readonly clock: Clock;
};

/** What its pages work with. */
export type PublicationDeps = PublicationActDeps &
  Pick<PostedDeps, 'jobs' | 'inspector' | 'scans'> & {
    readonly files: FileStore;
    /** What undoes a decision, as its declaration says it, and where; of the office's alone. */
    readonly undoing: (act: string, enrolmentId: EnrolmentId) => { readonly how: string; readonly href: string } | null;
    /** Where the office reads a paper of an enrolment. */
    readonly officePaper: (enrolmentId: EnrolmentId, paperId: string) => string;
    /** What else a head does with the results of a session, in higher rooms. */
    readonly after: (session: string) => readonly Link[];
    readonly clock: Clock;
    readonly guards: Guards;
    readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
    /** What stands around a page that anybody reads. */
    readonly visitorChrome: (visit: Visit) => Chrome;
    readonly candidateChrome: (
      visit: Visit,
      candidate: SignedInCandidate,
      enrolment: Enrolment | null,
    ) => Promise<Chrome>;
  };
