import type { Accounts, Guards, SignedInStaff } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { EventBus } from '../platform/events.ts';
import type { FileStore } from '../platform/files.ts';
import type { Visit } from '../platform/http/visit.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { PdfRenderer } from '../platform/pdf/renderPdf.ts';
import type { Seal } from '../platform/pdf/seal/seal.ts';
import type { Chrome } from '../ui/index.ts';

/** What the acts of this room work with. */
export type JuryActDeps = {
  readonly db: Database;
  readonly events: EventBus;
  readonly catalogue: () => Catalogue;
  readonly accounts: Pick<Accounts, 'listStaff'>;
  readonly jobs: Pick<Jobs, 'handle' | 'enqueue'>;
};

/** What records are printed with. */
export type PrintDeps = {
  readonly db: Database;
  readonly files: FileStore;
  readonly pdf: PdfRenderer;
  /** Null: records go out without one. */
  readonly seal: Seal | null;
};

/** What its pages work with. */
export type JuryDeps = JuryActDeps &
  PrintDeps & {
    readonly clock: Clock;
    readonly guards: Pick<Guards, 'staff'>;
    /** What stands around a page of the staff. */
    readonly chrome: (visit: Visit, staff: SignedInStaff) => Promise<Chrome>;
  };
