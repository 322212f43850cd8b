// From the migrated database, by `npm run types`. It changes with a migration.
import type { Generated } from 'kysely';

declare module '../platform/database/database.ts' {
  interface Tables {
    office_note: {
      id: string;
      academy: string;
      session: string;
      enrolment_id: string;
      officer_id: string;
      words: string;
      at: Generated<Temporal.Instant>;
    };
  }
}

export {};
