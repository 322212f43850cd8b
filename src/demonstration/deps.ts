import type { DemonstrationAccount } from '../accounts/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Jobs } from '../platform/jobs.ts';
import type { PublicDeps, Site } from '../public/index.ts';

/** What the demonstration needs. Main registers its routes in demonstration mode only. */
export type DemonstrationDeps = Omit<Site, 'clock'> &
  Pick<PublicDeps, 'sessionOf'> & {
    readonly db: Database;
    /** The exam's clock, to be moved. */
    readonly clock: Clock;
    readonly jobs: Pick<Jobs, 'minuteNow'>;
    readonly accounts: () => readonly DemonstrationAccount[];
  };
