import type { Accounts, Candidate, SignedInStaff } from '../accounts/index.ts';
import type { Enrolment } from '../enrolment/index.ts';
import type { LetterDeskDeps } from '../papers/index.ts';
import type { Inspector } from '../platform/documents/inspector.ts';
import type { FileStore } from '../platform/files.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { TableReader } from '../platform/tables/reader.ts';
import type { Chrome } from '../ui/index.ts';

/** What the acts and pages of this room work with. */
export type PersonDeps = LetterDeskDeps & {
  readonly files: FileStore;
  readonly inspector: Pick<Inspector, 'inspect' | 'join' | 'isFree'>;
  readonly tables: Pick<TableReader, 'read'>;
  /** Is there an antivirus? Then nothing opens before it has found it clean. */
  readonly scans: boolean;
  /** What stands around a page of the staff. */
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  readonly accounts: Pick<
    Accounts,
    | 'correctCivilStatus'
    | 'lastRecovery'
    | 'proposeRecovery'
    | 'decideRecovery'
    | 'openForCandidate'
    | 'askedLetter'
    | 'askAccessLetter'
    | 'dropAccessLetter'
    | 'makeAccessCode'
    | 'findByWhatIsSaid'
    | 'accessOf'
    | 'mailAccess'
    | 'forgetWrongTries'
  >;
  /** By its code: does a mail tell that there is something of somebody's health? */
  readonly ofHealth: (mail: string) => boolean;
  /** The letter with the code by which somebody without a mail box takes over their account. */
  readonly accessLetter?: (enrolment: Enrolment, candidate: Candidate, code: string) => Promise<Buffer>;
};
