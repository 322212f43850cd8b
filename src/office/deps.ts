import type { Accounts, SignedInStaff } from '../accounts/index.ts';
import type { CheckingDeps } from '../checking/index.ts';
import type { IssuedPaper, PaperFile } from '../documents/index.ts';
import type { LetterTrayDeps } from '../letters/index.ts';
import type { OfficeReader } from '../papers/index.ts';
import type { DefinedEvents } from '../platform/defineEvents.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { SigningDeps } from '../signing/index.ts';
import type { Chrome } from '../ui/index.ts';
import type { ActKind } from './journal/rules/actKind.ts';
import type { Erasure } from './nights.ts';

/** What the acts and pages of this door work with. */
export type OfficeDeps = CheckingDeps &
  LetterTrayDeps &
  SigningDeps & {
    readonly accounts: Pick<Accounts, 'lastRecovery'>;
    /** What every room says of what it publishes: the history of a file and the journal are written in these words. */
    readonly definedEvents: DefinedEvents<ActKind>;
    /** What stands around a page of the staff. */
    readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
    /** The papers issued to a candidate; the room of papers gives them. */
    readonly papers?: (academy: string, enrolmentId: string) => Promise<readonly IssuedPaper[]>;
    /** One of them as its reader has it; null: none of that enrolment. */
    readonly paperFile?: (reader: OfficeReader, enrolmentId: string, paper: string) => Promise<PaperFile | null>;
    /** What nights erase. */
    readonly erasures?: () => readonly Erasure[];
    /** References of papers whose file is lost or changed. */
    readonly damagedPapers?: (academy: string) => Promise<readonly string[]>;
  };
