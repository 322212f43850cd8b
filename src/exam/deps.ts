import type { Accounts, Guards, SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { PdfRenderer } from '../platform/pdf/renderPdf.ts';
import type { TableReader } from '../platform/tables/reader.ts';
import type { Chrome } from '../ui/index.ts';
import type { ExamPlace } from './exam.ts';

/** What the acts of this room work with. */
export type ExamActDeps = {
  readonly db: Database;
  readonly events: EventBus;
  readonly catalogue: () => Catalogue;
};

/** What the acts on a plan work with. */
export type PlanActDeps = ExamActDeps & { readonly jobs: Pick<Jobs, 'enqueue'> };

/** What its pages work with. */
export type ExamDeps = PlanActDeps & {
  readonly clock: Clock;
  readonly guards: Pick<Guards, 'staff'>;
  readonly accounts: Pick<Accounts, 'listStaff'>;
  /** Tables that people send, read in a thread of their own. */
  readonly tables: Pick<TableReader, 'read'>;
  /** Lists to print. */
  readonly pdf: PdfRenderer;
  /** What stands around a page of the staff. */
  readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  /** Marks that nobody changes any more but by a correction: of a room after these. */
  readonly lockedMarks: (
    db: Database,
    place: ExamPlace,
  ) => Promise<readonly { readonly enrolmentId: string; readonly unit: string }[]>;
  /** How many sheets of boards came after the lock of their marks, until a head decided of each: of a room after these. */
  readonly lateSheets: (db: Database, place: ExamPlace) => Promise<number>;
  /** Of marks that two juries make, what one has yet to sign once the other has; `name`: what is marked apart; '': the rest. */
  readonly missingParts: (
    db: Database,
    place: ExamPlace,
  ) => Promise<readonly { readonly enrolmentId: string; readonly unit: string; readonly name: string }[]>;
  /** Where a speciality's rules are written in the browser; null: a draft must be begun first, on the page of rules. */
  readonly ruleForm: (academy: string) => Promise<((cfd: string) => string) | null>;
};
