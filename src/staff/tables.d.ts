// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    office_cover: {
      id: string;
      academy: string;
      absent_id: string;
      covering_id: string;
      portfolios: readonly string[];
      from_day: Temporal.PlainDate;
      until_day: Temporal.PlainDate;
      set_by: string;
      set_at: Generated<Temporal.Instant>;
      ended_by: string | null;
      ended_at: Temporal.Instant | null;
    };
    /** A view: any room may read it. */
    set_cover: {
      id: string;
      academy: string;
      absent_id: string;
      covering_id: string;
      portfolios: readonly string[];
      from_day: Temporal.PlainDate;
      until_day: Temporal.PlainDate;
      set_by: string;
      ended_at: Temporal.Instant | null;
    };
  }
}

export {};
