// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    observation: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      words: string;
      at: Generated<Temporal.Instant>;
    };
    regularisation: {
      event_id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      codes: readonly string[];
      until: Temporal.Instant;
      officer_id: string;
      paper_id: string;
      at: Generated<Temporal.Instant>;
    };
    /** A view: any room may read it. */
    regularisation_end: {
      enrolment_id: string;
      until: Temporal.Instant | null;
    };
  }
}

export {};
