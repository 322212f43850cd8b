import type { DemonstrationAccount, DemonstrationDoor } from '../accounts/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Guard, Visit } from '../platform/http/visit.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { Chrome } from '../ui/index.ts';
import type { Faults } from './faults/faults.ts';
import type { ExamplePages } from './gallery/gallery.ts';

/** What the demonstration needs. Main registers its routes in demonstration mode only. */
export type DemonstrationDeps = {
  /** Nobody is invented but the candidates: there is neither a tour nor an account to enter with. */
  readonly rehearsal: boolean;
  /** Who reads every mail: anybody, for there is nothing true in a demonstration; of a rehearsal, whose mails let one choose a password, its office. */
  readonly mailReaders: Guard<unknown>;
  readonly catalogue: () => Catalogue;
  readonly publicUrl: URL;
  readonly db: Database;
  /** The exam's clock, to be moved. */
  readonly clock: Clock;
  readonly faults: Faults;
  readonly jobs: Pick<Jobs, 'minuteNow'>;
  readonly accounts: () => readonly DemonstrationAccount[];
  readonly door: DemonstrationDoor;
  /** A visitor's. */
  readonly chrome: (visit: Visit) => Promise<Chrome>;
  /** What rooms show in the gallery; read when somebody first looks. */
  readonly examples: () => Promise<ExamplePages>;
};
